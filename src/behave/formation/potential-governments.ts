import { TawazunError } from "../../base/index.ts";
import { MOST_PARTIES, type Occasion } from "./occasion.ts";
import { bySize, type PartyTerms, partyTerms } from "./party-terms.ts";
import { type Habits, habits, spells } from "./past.ts";
import { formationTerms } from "./terms.ts";

/** Every set of parties that could govern, with its properties. */
export interface PotentialGovernments {
  /** 2ⁿ − 1: government k, from 0, holds party i if bit i of k + 1 is set. */
  readonly count: number;
  /** [k · terms + p], in the order of `formationTerms`. */
  readonly rows: Float64Array;
}

/**
 * The number of the potential government of some parties; parties without a seat are passed over.
 *
 * @returns from 0; nothing if none of the parties has a seat.
 * @example
 * ```ts
 * import { governmentOf } from "tawazun/behave";
 * const party = (id: string, seats: number, leftRight: number) => ({ id, seats, leftRight, family: "other" as const });
 * const parties = [party("a", 45, 4), party("b", 20, 5), party("c", 35, 7)];
 * governmentOf({ day: 0, parliament: "p", total: 100, parties, past: [] }, new Set(["a", "c"])); //=> 4
 * ```
 */
export function governmentOf(occasion: Occasion, parties: ReadonlySet<string>): number | undefined {
  const bits = bitsOf(occasion, parties);
  return bits === 0 ? undefined : bits - 1;
}

/** A set of parties as a number: bit i is set if party i of the occasion is in it. */
function bitsOf(occasion: Occasion, names: ReadonlySet<string>): number {
  return occasion.parties.reduce((sum, { id }, i) => sum + (names.has(id) ? 2 ** i : 0), 0);
}

/** What of an occasion does not depend on the set of parties. */
interface Setting {
  readonly occasion: Occasion;
  readonly terms: PartyTerms;
  readonly habits: Habits;
  readonly part: readonly number[];
  readonly quota: number;
  readonly scales: readonly (readonly number[])[];
  /** Sets of parties as numbers of bits: the last government's, and all that have governed. */
  readonly last: number;
  readonly known: ReadonlySet<number>;
  readonly afterElection: boolean;
  readonly first: number;
  readonly second: number;
}

/**
 * The potential governments of an occasion: all sets of parties that are not empty.
 *
 * @throws {TawazunError} `formation/parties` for no party with seats, or more than 16; `formation/majority` if one has a
 * majority alone: there is nothing to foretell.
 * @see Martin & Stevenson 2001, who put the choice so.
 */
export function potentialGovernments(occasion: Occasion): PotentialGovernments {
  const set = settingOf(occasion);
  const count = 2 ** occasion.parties.length - 1;
  const size = formationTerms.length;
  const rows = new Float64Array(count * size);
  const place = new Map(formationTerms.map(({ id }, p) => [id, p]));
  const own = Object.entries(set.terms.own).map(([id, values]) => [place.get(id) ?? 0, values] as const);
  for (let k = 0; k < count; k++) {
    const members: number[] = [];
    for (let i = 0; i < set.part.length; i++) if (((k + 1) >> i) & 1) members.push(i);
    const at = k * size;
    for (const [p, values] of own) for (const i of members) rows[at + p] += values[i];
    const others = {
      ...sizeTerms(set, members),
      ...spaceTerms(set, k + 1, members),
      ...pairTerms(set, members),
    };
    const all = { ...others, ...pastTerms(set, k + 1), ...habitTerms(set, members, others) };
    for (const [id, value] of Object.entries(all)) rows[at + (place.get(id) ?? 0)] = value;
  }
  return { count, rows };
}

function settingOf(occasion: Occasion): Setting {
  const { parties, total, parliament } = occasion;
  if (parties.length === 0 || parties.length > MOST_PARTIES || parties.some(({ seats }) => !(seats > 0))) {
    throw new TawazunError(
      "formation/parties",
      `There are ${parties.length} parties; give 1 to ${MOST_PARTIES}, each with a seat or more.`,
    );
  }
  const major = parties.find(({ seats }) => 2 * seats > total);
  if (major !== undefined) {
    throw new TawazunError(
      "formation/majority",
      `${major.id} has ${major.seats} of ${total} seats, a majority alone.`,
    );
  }
  const bits = (names: ReadonlySet<string> | undefined): number =>
    names === undefined ? 0 : bitsOf(occasion, names);
  const full = spells(occasion).map(({ cabinet }) => cabinet);
  const [first, second = first] = bySize(occasion);
  const scale = (of: (party: (typeof parties)[number]) => number | undefined): readonly number[] => {
    const known = parties.filter((party) => of(party) !== undefined);
    const seats = known.reduce((sum, party) => sum + party.seats, 0);
    const mean = known.reduce((sum, party) => sum + (of(party) ?? 0) * party.seats, 0) / Math.max(1, seats);
    return parties.map((party) => of(party) ?? mean);
  };
  return {
    occasion,
    terms: partyTerms(occasion),
    habits: habits(occasion),
    part: parties.map(({ seats }) => seats / total),
    quota: Math.floor(total / 2) + 1,
    scales: [
      parties.map(({ leftRight }) => leftRight),
      scale(({ libertyAuthority }) => libertyAuthority),
      scale(({ proEurope }) => proEurope),
    ],
    last: bits(full.at(-1)?.parties),
    known: new Set(full.map(({ parties: names }) => bits(names)).filter((names) => names > 0)),
    afterElection: full.at(-1)?.parliament !== parliament,
    first,
    second,
  };
}

type Values = { readonly [term: string]: number };

function sizeTerms(
  { occasion: { parties, total }, quota, first, second }: Setting,
  members: readonly number[],
) {
  let seats = 0;
  for (const i of members) seats += parties[i].seats;
  const wins = seats >= quota;
  const spare = wins ? members.filter((i) => seats - parties[i].seats >= quota).length : 0;
  const deficit = wins ? 0 : 0.5 - seats / total;
  return {
    majority: wins ? 1 : 0,
    deficit,
    "deficit-squared": 4 * deficit * deficit,
    "minimal-winning": wins && spare === 0 ? 1 : 0,
    "surplus-parties": spare,
    single: members.length === 1 ? 1 : 0,
    "both-largest": members.includes(first) && members.includes(second) ? 1 : 0,
  };
}

function spaceTerms({ scales, part }: Setting, bits: number, members: readonly number[]): Values {
  const [leftRight] = scales;
  const ends = scales.map((scale) => {
    let low = 10;
    let high = 0;
    for (const i of members) {
      low = Math.min(low, scale[i]);
      high = Math.max(high, scale[i]);
    }
    return { low, high, range: (high - low) / 10 };
  });
  const [{ low, high, range }] = ends;
  let between = 0;
  for (let i = 0; i < part.length; i++)
    if (!((bits >> i) & 1) && leftRight[i] > low && leftRight[i] < high) between += part[i];
  return {
    range,
    "range-squared": range * range,
    "range-authority": ends[1].range,
    "range-europe": ends[2].range,
    between,
    connected: between === 0 ? 1 : 0,
  };
}

function pairTerms({ terms, part }: Setting, members: readonly number[]): Values {
  const n = part.length;
  const found: { [term: string]: number } = {};
  for (const [id, values] of Object.entries(terms.within)) {
    let sum = 0;
    for (const i of members) for (const j of members) if (i < j) sum += values[i * n + j];
    found[id] = sum;
  }
  for (const [id, values] of Object.entries(terms.across)) {
    let sum = 0;
    for (const i of members) for (let j = 0; j < n; j++) if (!members.includes(j)) sum += values[i * n + j];
    found[id] = sum;
  }
  const pairs = (members.length * (members.length - 1)) / 2;
  found["familiar-mean-20"] = found["familiar-20"] / Math.max(1, pairs);
  return found;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function pastTerms({ last, known, afterElection }: Setting, bits: number): Values {
  const had = last > 0;
  const added = had ? countBits(bits & ~last) : 0;
  const dropped = had ? countBits(last & ~bits) : 0;
  const same = bits === last;
  return {
    same: same ? 1 : 0,
    "same-after-election": same && afterElection ? 1 : 0,
    "no-kept": had && (bits & last) === 0 ? 1 : 0,
    subset: dropped > 0 && added === 0 ? 1 : 0,
    superset: added > 0 && dropped === 0 ? 1 : 0,
    "added-mid-term": afterElection ? 0 : added,
    "dropped-mid-term": afterElection ? 0 : dropped,
    "set-known": known.has(bits) ? 1 : 0,
  };
}

function habitTerms({ habits }: Setting, members: readonly number[], values: Values): Values {
  const wins = values.majority === 1;
  return {
    "country-minority": wins ? 0 : habits.minority,
    "country-single": members.length === 1 ? habits.single : 0,
    "country-surplus": wins && values["minimal-winning"] === 0 ? habits.surplus : 0,
    "country-parties": -Math.abs(members.length - habits.parties),
  };
}
