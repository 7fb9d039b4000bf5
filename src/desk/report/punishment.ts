import { mode } from "../../base/index.ts";
import { number, type Part, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import type { Deed } from "./events-of.ts";
import { headOfGovernment, naming, short } from "./names.ts";

/** A partner at home: how far from the head of government abroad, and what was done to it. */
interface Partner {
  readonly actor: number;
  /** Mean distance from the head's positions on issues of other fronts, 0…100, by the partner's salience. */
  readonly distance: number;
  readonly issues: readonly string[];
  readonly met: number;
  readonly tie?: number;
}

/** Fewer partners than this make no order worth a number. */
const LEAST = 6;

/**
 * Whether those who stand far from the head of government abroad have met more hostility from there at home:
 * a table, and the rank correlation of the two.
 */
export function punishmentParts(study: Study, deeds: readonly Deed[]): readonly Part[] {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  if (head < 0 || study.source.fronts.length < 2) return [];
  const partners = partnersOf(study, deeds, world.decider[head]);
  if (partners.length === 0) return [];
  const name = naming(study.source);
  const ruler = short(world.actors[world.decider[head]].name);
  const tau = partners.length < LEAST ? undefined : rankCorrelation(partners);
  return [
    { kind: "subheading", title: "Are partners punished at home for what they want abroad?" },
    {
      kind: "paragraph",
      text:
        tau === undefined
          ? `Too few actors at home have positions abroad to tell (${partners.length}).`
          : `Over ${partners.length} actors at home, the rank correlation of distance from ${ruler} abroad and hostile deeds of ${ruler} against them at home is ${number(tau, 2)} (Kendall's τ-b, exact; 1 would be the same order, 0 none). ${
              partners.filter((one) => one.met > 0).length < 5
                ? "Few of them have met any recorded hostility, so this is weak evidence either way."
                : "It is a correlation: domestic quarrels may explain both."
            }`,
    },
    table(
      `Distance from ${ruler} abroad, and hostile deeds met from there at home`,
      [
        { key: "actor", name: "Actor", wide: true },
        { key: "distance", name: "Distance abroad (of 100)", digits: 0 },
        { key: "met", name: "Hostile deeds met at home" },
        { key: "tie", name: `Tie of ${ruler} to it`, digits: 2, measure: "tie" },
        { key: "issues", name: "Issues", wide: true },
      ],
      partners.map((one) => ({
        actor: short(world.actors[one.actor].name),
        distance: one.distance,
        met: one.met,
        tie: one.tie,
        issues: one.issues.map(name).join("; "),
      })),
      {
        note: "Distance: mean over the issues of other fronts on which both have a position, by the actor's salience.",
      },
    ),
  ];
}

function partnersOf(study: Study, deeds: readonly Deed[], ruler: number): readonly Partner[] {
  const { source } = study;
  const { world } = study.stage;
  const abroad = source.issues
    .filter((issue) => (world.frontIndex.get(issue.front) ?? 0) !== 0)
    .map((issue) => issue.id);
  const stake = (actor: number, issue: string) =>
    source.stakes.find((one) => one.actor === world.actors[actor].id && one.issue === issue);
  return world.movers
    .filter((a) => a !== ruler && world.front[a] === 0 && world.actors[a].kind !== "armed-group")
    .flatMap((actor): Partner[] => {
      let sum = 0;
      let weights = 0;
      const issues: string[] = [];
      for (const issue of abroad) {
        const [own, his] = [stake(actor, issue), stake(ruler, issue)];
        if (own === undefined || his === undefined || mode(own.salience) <= 0) continue;
        sum += mode(own.salience) * Math.abs(mode(own.position) - mode(his.position));
        weights += mode(own.salience);
        issues.push(issue);
      }
      if (weights === 0) return [];
      const led = new Set(world.led[actor]);
      const [from, to] = [world.actors[ruler].id, world.actors[actor].id];
      const tie = source.relations.find(
        (one) =>
          (one.from === from && one.to === to) || (one.mutual === true && one.from === to && one.to === from),
      );
      return [
        {
          actor,
          distance: sum / weights,
          issues,
          met: deeds.filter(
            (deed) => deed.tone === "hostile" && deed.front === 0 && deed.by === ruler && led.has(deed.of),
          ).length,
          ...(tie === undefined ? {} : { tie: mode(tie.value) }),
        },
      ];
    })
    .sort((a, b) => b.distance - a.distance);
}

/** Kendall's τ-b of distance and hostility; nothing if either is the same for all. */
function rankCorrelation(partners: readonly Partner[]): number | undefined {
  let score = 0;
  let apartFirst = 0;
  let apartSecond = 0;
  partners.forEach((a, i) => {
    for (const b of partners.slice(i + 1)) {
      const first = Math.sign(a.distance - b.distance);
      const second = Math.sign(a.met - b.met);
      score += first * second;
      apartFirst += Math.abs(first);
      apartSecond += Math.abs(second);
    }
  });
  return apartFirst === 0 || apartSecond === 0 ? undefined : score / Math.sqrt(apartFirst * apartSecond);
}
