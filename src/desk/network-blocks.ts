import { cite, type Source } from "../base/index.ts";
import {
  blocs,
  type FrustrationOptions,
  factionChange,
  friendsAndEnemies,
  frustration,
  mending,
  pnCentrality,
  type SignedNetwork,
  statusCentrality,
  triadCensus,
  triangleBalance,
  verifyCertificate,
  walkBalance,
} from "../measure/index.ts";
import { type Column, plural, type Row, table, tablePlain } from "../show/index.ts";
import type { TiesAt } from "./ties-file.ts";

/** One block of an answer: a table for people, data for programs. */
export interface Block {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly words?: string;
}

/** Actors beyond whom walks are not summed exactly: the time grows with actors times ties. */
const WALKERS = 3000;

/** How many ties to mend are listed. */
const LISTED = 20;

/** The measures of one network: the whole, the ties to mend, and each actor. */
export function networkBlocks(network: SignedNetwork, effort: () => FrustrationOptions): readonly Block[] {
  const census = triadCensus(network);
  const two = frustration(network, effort());
  const many = blocs(network, effort());
  const check = verifyCertificate(network, two);
  const closed = census["+++"] + census["++-"] + census["+--"] + census["---"];
  const walks = network.ids.length <= WALKERS ? walkBalance(network) : undefined;
  const range = (found: { method: string; lower: number; upper: number }) =>
    found.method === "exact" ? found.upper : `${found.lower} to ${found.upper}`;
  const whole: Row[] = [
    { what: "actors", value: network.ids.length },
    { what: "ties", value: network.from.length },
    { what: "triads + + +", value: census["+++"] },
    { what: "triads + + −", value: census["++-"] },
    { what: "triads + − −", value: census["+--"] },
    { what: "triads − − −", value: census["---"] },
    ...(closed === 0 ? [] : [{ what: "balanced part of triads", value: triangleBalance(network) }]),
    ...(walks === undefined ? [] : [{ what: "balance by walks", value: walks.value }]),
    { what: "frustration index, two factions", value: range(two), how: two.method },
    { what: `frustration with ${plural(many.count, "bloc")}`, value: range(many), how: many.method },
  ];
  return [
    {
      title: "The network",
      columns: [
        { key: "what", name: "Measure" },
        { key: "value", name: "Value" },
        { key: "how", name: "How" },
      ],
      rows: whole,
      words: [
        ...parallelWords(network),
        check.holds
          ? `The certificate of the index holds${check.onTrust === 0 ? "" : `; ${check.onTrust} of it rests on branching, which the check cannot repeat`}.`
          : `The certificate does not hold: ${check.faults.join(" ")}`,
        ...distinct([...two.sources, ...many.sources, ...(walks?.sources ?? [])]),
      ].join("\n"),
    },
    mendingBlock(network, two),
    actorsBlock(network, two.partition, many.partition, walks?.around),
  ];
}

function mendingBlock(network: SignedNetwork, two: ReturnType<typeof frustration>): Block {
  const line = mending(network, two);
  return {
    title: "Ties to mend until two factions are left, cheapest first",
    columns: [
      { key: "from", name: "From" },
      { key: "to", name: "To" },
      { key: "act", name: "What" },
      { key: "cost", name: "Cost" },
      { key: "triads", name: "Triads it breaks" },
      { key: "left", name: "Index then" },
    ],
    rows: line
      .slice(0, LISTED)
      .map(({ from, to, act, cost, triads, left }) => ({ from, to, act, cost, triads, left })),
    ...(line.length > LISTED ? { words: `${line.length - LISTED} more follow.` } : {}),
  };
}

/** One row an actor: what `--csv` prints. */
function actorsBlock(
  network: SignedNetwork,
  faction: readonly number[],
  bloc: readonly number[],
  around: readonly number[] | undefined,
): Block {
  const degrees = friendsAndEnemies(network);
  const pn = network.ids.length > 1 ? pnCentrality(network, network.directed ? "out" : "all") : [];
  const status = attempt(() => statusCentrality(network));
  return {
    title: "Actors",
    columns: [
      { key: "actor", name: "Actor" },
      { key: "faction", name: "Faction" },
      { key: "bloc", name: "Bloc" },
      { key: "friends", name: "Friends" },
      { key: "enemies", name: "Enemies" },
      { key: "pn", name: "PN", digits: 4 },
      ...(status === undefined ? [] : [{ key: "status", name: "Status", digits: 4 }]),
      ...(around === undefined ? [] : [{ key: "balance", name: "Balance around", digits: 4 }]),
    ],
    rows: network.ids.map((actor, v) => ({
      actor,
      faction: faction[v] + 1,
      bloc: bloc[v] + 1,
      friends: degrees[v].friends,
      enemies: degrees[v].enemies,
      pn: pn[v],
      ...(status === undefined ? {} : { status: status[v] }),
      ...(around === undefined ? {} : { balance: around[v] }),
    })),
    words:
      "Factions frustrate least with two camps, blocs with as many as it takes. PN: around 1, above it with friends, below with enemies (Everett & Borgatti 2014).",
  };
}

/** The factions of a file with times: how many ties stand against them, and who changed sides. */
export function timesBlock(parts: readonly TiesAt[], effort: () => FrustrationOptions): Block {
  const steps = factionChange(
    parts.map((part) => part.network),
    effort(),
  );
  return {
    title: "Factions over time",
    columns: [
      { key: "time", name: "Time" },
      { key: "actors", name: "Actors" },
      { key: "ties", name: "Ties" },
      { key: "index", name: "Frustration" },
      { key: "how", name: "How" },
      { key: "first", name: "Faction 1" },
      { key: "second", name: "Faction 2" },
      { key: "changed", name: "Changed sides", wide: true },
    ],
    rows: steps.map((step, i) => ({
      time: parts[i].time,
      actors: parts[i].network.ids.length,
      ties: parts[i].network.from.length,
      index: step.value,
      how: step.method,
      first: step.partition.filter((side) => side === 0).length,
      second: step.partition.filter((side) => side === 1).length,
      changed: step.changed.join(", "),
    })),
    words:
      "At each time the partition that frustrates least and, of those, the one in which fewest change sides.",
  };
}

/** Blocks as plain text. */
export function blocksPlain(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      [
        tablePlain(table(block.title, block.columns, block.rows), 110),
        ...(block.words === undefined ? [] : [block.words]),
      ].join("\n"),
    )
    .join("\n\n");
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

function distinct(sources: readonly Source[]): readonly string[] {
  return [...new Set(sources.map(cite))];
}

/** Says of pairs that the file ties more than once what is made of them. */
function parallelWords({ from, to, directed }: SignedNetwork): readonly string[] {
  const pairs = new Set<string>();
  from.forEach((a, k) => {
    const b = to[k];
    pairs.add(directed || a < b ? `${a} ${b}` : `${b} ${a}`);
  });
  const more = from.length - pairs.size;
  if (more === 0) return [];
  const ties = more === 1 ? "1 tie stands" : `${more} ties stand`;
  return [
    `${ties} between a pair that is tied already; each counts, and if their signs differ one is frustrated.`,
  ];
}
