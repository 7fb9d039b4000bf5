import { mode } from "../../base/index.ts";
import { listOf, type Part, plural, type Section, stackedShares, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf, sourceCell } from "./cite.ts";
import { couplingParts } from "./coupling-parts.ts";
import { type Deed, deedsOf } from "./events-of.ts";
import { headOfGovernment, naming, short } from "./names.ts";
import { perceptionParts, perceptionsInWords } from "./perception-parts.ts";
import { type PowerToday, powerToday } from "./power-today.ts";
import { punishmentParts } from "./punishment.ts";

/** An actor on the fronts: what it holds, wants and does on each. */
interface Standing {
  readonly actor: number;
  /** By front: part of the front's power, issues on which it has a stake, deeds done or met. */
  readonly share: readonly number[];
  readonly stakes: readonly number[];
  readonly deeds: readonly number[];
  /** Fronts on which it holds power or acts. */
  readonly on: readonly number[];
}

/** The fronts of the case: who stands where, who on several, and whether one moves the other. */
export function fronts(study: Study): Section {
  const { source } = study;
  const title = "The fronts";
  const today = powerToday(study, 0);
  const deeds = deedsOf(study);
  const standings = standingsOf(study, today, deeds);
  const both = standings.filter((one) => one.on.length > 1);
  const coupled = couplingParts(study, deeds, watched(study, both));
  const lead = [
    frontsInWords(study),
    ...bothInWords(study, both),
    ...(coupled.sentence === undefined ? [] : [coupled.sentence]),
    ...[perceptionsInWords(study)].flatMap((sentence) => sentence ?? []),
  ];
  return {
    id: "fronts",
    title,
    lead: lead.slice(0, 4).join(" "),
    parts: [
      ...sharesParts(study, today),
      ...standingParts(study, standings),
      ...(source.fronts.length > 1
        ? [{ kind: "subheading" as const, title: "Does one front move the other?" }, ...coupled.parts]
        : []),
      ...punishmentParts(study, deeds),
      { kind: "subheading", title: "Seen from outside" },
      ...perceptionParts(study),
      ...demandParts(study),
    ],
  };
}

function frontsInWords(study: Study): string {
  const { source } = study;
  const { world } = study.stage;
  if (source.fronts.length === 0) return "The case tells of no fronts.";
  if (source.fronts.length === 1) return `The case has one front, “${source.fronts[0].name}”.`;
  const told = source.fronts.map((front, f) => {
    const movers = world.movers.filter((a) => world.front[a] === f).length;
    return `“${front.name}” with ${plural(movers, "actor")}`;
  });
  return `The case is played on ${plural(source.fronts.length, "front")}: ${listOf(told)} who decide for themselves.`;
}

function bothInWords(study: Study, both: readonly Standing[]): readonly string[] {
  if (study.source.fronts.length < 2) return [];
  const names = both.map((one) => short(study.stage.world.actors[one.actor].name));
  if (names.length === 0) return ["Nobody holds power or acts on more than one of them."];
  const [first] = names;
  return names.length === 1
    ? [`${first} alone holds power or acts on more than one.`]
    : [`${plural(names.length, "actor")} hold power or act on more than one, ${first} first.`];
}

/** The head of government and the two others who do most on several fronts. */
function watched(study: Study, both: readonly Standing[]): readonly number[] {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  const first = head < 0 ? [] : [world.decider[head]];
  const busy = [...both].sort((a, b) => total(b.deeds) - total(a.deeds)).map((one) => one.actor);
  return [...new Set([...first, ...busy])].slice(0, 3);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function standingsOf(study: Study, today: PowerToday, deeds: readonly Deed[]): readonly Standing[] {
  const { source } = study;
  const { world } = study.stage;
  const issueFront = new Map(
    source.issues.map((issue) => [issue.id, world.frontIndex.get(issue.front) ?? 0]),
  );
  return world.movers
    .map((actor): Standing => {
      const led = new Set(world.led[actor]);
      const ids = new Set(world.led[actor].map((a) => world.actors[a].id));
      const share = source.fronts.map((_, f) => frontShare(study, today, f, actor));
      const stakes = source.fronts.map(
        (_, f) =>
          new Set(
            source.stakes
              .filter(
                (stake) =>
                  ids.has(stake.actor) && issueFront.get(stake.issue) === f && mode(stake.salience) > 0,
              )
              .map((stake) => stake.issue),
          ).size,
      );
      const done = source.fronts.map(
        (_, f) => deeds.filter((deed) => deed.front === f && (led.has(deed.by) || led.has(deed.of))).length,
      );
      return {
        actor,
        share,
        stakes,
        deeds: done,
        on: source.fronts.flatMap((_, f) => (share[f] >= 0.005 || done[f] > 0 ? [f] : [])),
      };
    })
    .sort(
      (a, b) =>
        today.overall[b.actor].value - today.overall[a.actor].value || total(b.deeds) - total(a.deeds),
    );
}

/** An actor's part of the power on one front: its arenas by their weights. */
function frontShare(study: Study, today: PowerToday, front: number, actor: number): number {
  const { arenas, frontIndex } = study.stage.world;
  let sum = 0;
  let weights = 0;
  arenas.forEach((arena, k) => {
    if (frontIndex.get(arena.front) !== front) return;
    sum += mode(arena.weight) * today.byArena[k][actor];
    weights += mode(arena.weight);
  });
  return weights === 0 ? 0 : sum / weights;
}

const MOST_HOLDERS = 10;

function sharesParts(study: Study, today: PowerToday): readonly Part[] {
  const { source } = study;
  const { world } = study.stage;
  if (world.arenas.length === 0 || today.ranked.length === 0) {
    return [{ kind: "paragraph", text: "The case has no arena in which anybody holds power." }];
  }
  const most = (a: number): number => Math.max(...today.byArena.map((shares) => shares[a]));
  const holders = [...today.ranked].sort((a, b) => most(b) - most(a)).slice(0, MOST_HOLDERS);
  const ordered = today.ranked.filter((a) => holders.includes(a));
  const order = world.arenas
    .map((arena, k) => ({ arena, k, front: world.frontIndex.get(arena.front) ?? 0 }))
    .sort((a, b) => a.front - b.front || a.k - b.k);
  const names = naming(source);
  return [
    stackedShares(
      {
        holders: ordered.map((a) => ({ id: `${a}`, name: short(world.actors[a].name) })),
        arenas: order.map(({ arena, k }) => ({
          name: arena.name,
          group: names(arena.front),
          shares: Object.fromEntries(ordered.map((a) => [`${a}`, Math.min(1, today.byArena[k][a])])),
        })),
      },
      {
        id: "fronts-shares",
        title: "Share of power by arena",
        measure: "power-share",
        method:
          "An assembly: the Shapley–Shubik index of the list, divided by seats. A cabinet: the value of posts held. Any other arena: the part of its deciding resource. Each leader with all that is led; inputs at their most likely values; whoever boycotts loses part of its share.",
        sources: citationsOf(source, [...source.arenas, ...source.holdings, ...source.posts]),
      },
    ),
  ];
}

const MOST_STANDINGS = 20;

function standingParts(study: Study, standings: readonly Standing[]): readonly Part[] {
  const { source } = study;
  const { world } = study.stage;
  const shown = standings
    .filter((one) => total(one.share) > 0 || total(one.deeds) > 0)
    .slice(0, MOST_STANDINGS);
  if (source.fronts.length < 2 || shown.length === 0) return [];
  return [
    table(
      "Who stands on which front",
      [
        { key: "actor", name: "Actor", wide: true },
        ...source.fronts.map((front, f) => ({
          key: `share${f}`,
          name: `Power: ${front.name}`,
          unit: "share",
        })),
        ...source.fronts.map((front, f) => ({ key: `stakes${f}`, name: `Stakes: ${front.name}` })),
        ...source.fronts.map((front, f) => ({ key: `deeds${f}`, name: `Deeds: ${front.name}` })),
        { key: "on", name: "Holds power or acts on" },
      ],
      shown.map((one) => ({
        actor: short(world.actors[one.actor].name),
        ...Object.fromEntries(one.share.map((share, f) => [`share${f}`, share])),
        ...Object.fromEntries(one.stakes.map((count, f) => [`stakes${f}`, count])),
        ...Object.fromEntries(one.deeds.map((count, f) => [`deeds${f}`, count])),
        on: one.on.length > 1 ? "more than one" : source.fronts[one.on[0] ?? 0].name,
      })),
      {
        note: "Power: part of the front's arenas. Stakes: issues. Deeds: recorded events done or met, with all that the actor leads.",
      },
    ),
  ];
}

/** Demands that one makes of another across fronts, and those of one front. */
function demandParts(study: Study): readonly Part[] {
  const { source } = study;
  const { world } = study.stage;
  const name = naming(source);
  const frontOf = (id: string): number => world.front[world.actorIndex.get(id) ?? 0] ?? 0;
  const across = source.demands.filter((demand) => frontOf(demand.by) !== frontOf(demand.of));
  if (across.length === 0) {
    return [{ kind: "paragraph", text: "Nobody on one front has a standing demand of somebody on another." }];
  }
  return [
    table(
      "Demands across fronts",
      [
        { key: "by", name: "Who" },
        { key: "of", name: "of whom" },
        { key: "text", name: "What", wide: true },
        { key: "about", name: "About" },
        { key: "since", name: "Since", unit: "date" },
        { key: "source", name: "Says who" },
      ],
      across.map((demand) => ({
        by: short(name(demand.by)),
        of: short(name(demand.of)),
        text: demand.text,
        about:
          demand.issue === undefined
            ? demand.post === undefined
              ? undefined
              : name(demand.post)
            : name(demand.issue),
        since: demand.since,
        source: sourceCell(source, demand),
      })),
      {
        note: `${plural(across.length, "demand")} of ${source.demands.length}; the others stand with the polity.`,
      },
    ),
  ];
}
