import {
  caseNetwork,
  type Frustration,
  frustration,
  mending,
  type SignedNetwork,
  triadCensus,
  verifyCertificate,
} from "../../measure/index.ts";
import {
  dateInWords,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  type Section,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { brokerParts } from "./brokers.ts";
import { cardParts } from "./cards.ts";
import { citationsOf } from "./cite.ts";
import { factionNames, factionsOf, tiePicture } from "./factions.ts";
import { naming, short } from "./names.ts";

/** The search asks this often whether to go on; what it has proven by then is told with both bounds. */
const MOST_ASKED = 20_000;

/** The network of friends and enemies: how balanced it is, its two factions, which ties break it, who stands between. */
export function network(study: Study): Section {
  const { source } = study;
  const title = "Friends and enemies";
  const ties = caseNetwork(source, { at: source.head.as_of });
  const signed = signedTies(ties);
  if (signed === 0) {
    const lead = "The case tells of no friendly or hostile relations, so there is no network to measure.";
    return { id: "network", title, lead, parts: [] };
  }
  let asked = 0;
  const found = frustration(ties, { shouldStop: () => ++asked > MOST_ASKED });
  return {
    id: "network",
    title,
    lead: [...tiesInWords(study, ties), ...balanceInWords(study, ties, found)].join(" "),
    parts: [
      tiePicture(study, ties, found),
      ...numbers(study, ties, found),
      factionTable(study, ties, found),
      censusTable(ties),
      ...mendingParts(study, ties, found),
      ...brokerParts(study, ties, found.partition),
      ...cardParts(study),
    ],
  };
}

/** Ties that are friendly or hostile; a tie of 0 fits any division. */
function signedTies(ties: SignedNetwork): number {
  return Array.from(ties.weight).filter((weight) => weight !== 0).length;
}

function tiesInWords(study: Study, ties: SignedNetwork): readonly string[] {
  const friendly = Array.from(ties.weight).filter((weight) => weight > 0).length;
  const hostile = Array.from(ties.weight).filter((weight) => weight < 0).length;
  return [
    `${plural(friendly, "pair")} of actors ${friendly === 1 ? "is" : "are"} on friendly terms, ${number(hostile)} on hostile ones (${dateInWords(study.source.head.as_of)}).`,
  ];
}

function balanceInWords(study: Study, ties: SignedNetwork, found: Frustration): readonly string[] {
  const census = triadCensus(ties);
  const balanced = census["+++"] + census["+--"];
  const all = balanced + census["++-"] + census["---"];
  const triads =
    all === 0
      ? "No three actors are all tied to each other, so balance by triangles is not defined."
      : `${number(balanced)} of ${plural(all, "triangle")} ${balanced === 1 ? "is" : "are"} balanced (${percent(balanced / all)}): friends have the same enemies.`;
  const [first, second] = factionNames(study, ties, found);
  const count =
    found.method === "exact"
      ? number(found.value)
      : `between ${number(found.lower)} and ${number(found.upper)}`;
  const two =
    found.value === 0
      ? "The network falls into two factions without a tie that breaks them."
      : `Two factions, ${first} and ${second}, leave ${count} of ${number(signedTies(ties))} ties that do not fit.`;
  return [triads, two];
}

function numbers(study: Study, ties: SignedNetwork, found: Frustration): readonly NumberFact[] {
  const sources = citationsOf(study.source, study.source.relations);
  const census = triadCensus(ties);
  const balanced = census["+++"] + census["+--"];
  const all = balanced + census["++-"] + census["---"];
  const checked = verifyCertificate(ties, found);
  const friendly = Array.from(ties.weight).filter((weight) => weight > 0).length / signedTies(ties);
  const chance = friendly * friendly * friendly + 3 * friendly * (1 - friendly) * (1 - friendly);
  const assumptions = [
    "A pair counts once; its sign is that of the mean of what is known in both directions, at the most likely values.",
    "Pairs of which nothing is known are left out; they are not neutral.",
  ];
  return [
    ...(all === 0
      ? []
      : [
          {
            kind: "number" as const,
            id: "network-balance",
            label: "Triangles that are balanced",
            measure: "triangle-balance",
            value: balanced / all,
            unit: "share",
            method: "exact" as const,
            assumptions,
            baselines: [{ name: "if signs fell by chance, with as many friendly pairs", value: chance }],
            sources: [{ ref: "cartwright1956" as const, at: "p. 288" }, ...sources],
            note: `${number(balanced)} of ${number(all)} closed triangles.`,
          },
        ]),
    {
      kind: "number",
      id: "network-frustration",
      label: "Ties that must change for two factions of friends to be left",
      measure: "frustration",
      value: found.value,
      unit: found.value === 1 ? "tie" : "ties",
      method: found.method,
      ...(found.method === "bound"
        ? { intervals: [{ low: found.lower, high: found.upper, level: 1, of: "bound" as const }] }
        : {}),
      assumptions: [...assumptions, "Every tie weighs the same, however strong it is."],
      sources: [...found.sources, ...sources],
      note: `${percent(found.value / signedTies(ties))} of ${plural(signedTies(ties), "tie")}. ${certificateInWords(found, checked)}`,
    },
  ];
}

function certificateInWords(found: Frustration, checked: ReturnType<typeof verifyCertificate>): string {
  if (!checked.holds) return `Its certificate does not hold: ${checked.faults.join(" ")}`;
  const { cycles, cores } = found.certificate;
  const proof = `${plural(cycles.length, "negative cycle")} and ${plural(cores.length, "core")}`;
  return checked.onTrust === 0
    ? `A certificate of ${proof} proves that no partition does better; it was checked from the ties alone.`
    : `A certificate of ${proof} was checked from the ties alone; ${number(checked.onTrust)} of it rest on a search that cannot be repeated by hand.`;
}

function factionTable(study: Study, ties: SignedNetwork, found: Frustration): Part {
  const names = factionNames(study, ties, found);
  const factions = factionsOf(study, ties, found);
  return table(
    "The two factions",
    [
      { key: "faction", name: "Faction", measure: "faction" },
      { key: "count", name: "Actors" },
      { key: "power", name: "Share of power", unit: "share", measure: "power-share" },
      { key: "who", name: "Who, the most powerful first", wide: true },
    ],
    factions.map((faction, i) => ({
      faction: names[i],
      count: faction.actors.length,
      power: faction.power,
      who: faction.actors.map((a) => short(study.stage.world.actors[a].name)).join(", "),
    })),
    {
      note: "Only actors with a tie. The factions are those of one partition that frustrates least; where several do as well, another may put some actors on the other side. The share of power is of the actors named, each with all it leads.",
    },
  );
}

function censusTable(ties: SignedNetwork): Part {
  const census = triadCensus(ties);
  const all = Object.values(census).reduce((sum, count) => sum + count, 0);
  const row = (signs: keyof typeof census, means: string, balanced: boolean) => ({
    signs: signs.replace(/-/g, "−"),
    means,
    balanced,
    count: census[signs],
    share: all === 0 ? undefined : census[signs] / all,
  });
  return table(
    "Triangles by their signs",
    [
      { key: "signs", name: "Signs" },
      { key: "means", name: "What it is", wide: true },
      { key: "balanced", name: "Balanced" },
      { key: "count", name: "Triangles", measure: "triangles" },
      { key: "share", name: "Share", unit: "share", measure: "triangles" },
    ],
    [
      row("+++", "three friends", true),
      row("+--", "two friends with one enemy", true),
      row("++-", "two enemies with one friend", false),
      row("---", "three enemies", false),
    ],
  );
}

const MOST_MENDED = 40;

function mendingParts(study: Study, ties: SignedNetwork, found: Frustration): readonly Part[] {
  const line = mending(ties, found);
  if (line.length === 0) return [];
  const name = naming(study.source);
  const strengths = caseNetwork(study.source, { at: study.source.head.as_of, valued: true });
  return [
    table(
      "Ties that break the factions",
      [
        { key: "from", name: "Between" },
        { key: "to", name: "and" },
        { key: "sign", name: "Is" },
        { key: "act", name: "To fit, they would have to" },
        { key: "strength", name: "Strength", digits: 2, measure: "tie" },
        { key: "triads", name: "Triangles it would balance" },
        { key: "left", name: "Left to mend after it", measure: "mending-left" },
      ],
      line.slice(0, MOST_MENDED).map((one) => ({
        from: short(name(one.from)),
        to: short(name(one.to)),
        sign: one.act === "reconcile" ? "hostile, inside one faction" : "friendly, across factions",
        act: one.act === "reconcile" ? "be reconciled" : "break",
        strength: strengths.weight[one.tie],
        triads: one.triads,
        left: one.left,
      })),
      {
        note: `Each costs one change; those that break most triangles first.${
          line.length > MOST_MENDED ? ` The first ${MOST_MENDED} of ${line.length}.` : ""
        } Strength: the mean of what is known in both directions, −1 to 1.`,
      },
    ),
  ];
}
