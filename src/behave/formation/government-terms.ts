import { log } from "../../base/index.ts";
import type { Setting } from "./setting.ts";

/** One of the potential governments. */
export interface Candidate {
  /** Bit i is set if party i is in it. */
  readonly bits: number;
  readonly members: readonly number[];
  /** Part of the seats. */
  readonly part: number;
  readonly wins: boolean;
  /** Parties that it could lose and still win. */
  readonly spare: number;
}

type Values = { readonly [term: string]: number };

/** The set of parties that a number stands for. */
export function candidateOf({ occasion: { parties, total }, quota }: Setting, bits: number): Candidate {
  const members: number[] = [];
  let seats = 0;
  for (let i = 0; i < parties.length; i++) {
    if (!((bits >> i) & 1)) continue;
    members.push(i);
    seats += parties[i].seats;
  }
  const wins = seats >= quota;
  const spare = wins ? members.filter((i) => seats - parties[i].seats >= quota).length : 0;
  return { bits, members, part: seats / total, wins, spare };
}

export function sizeTerms(
  { part, first, second }: Setting,
  { members, wins, spare, part: own }: Candidate,
): Values {
  let smallest = 1;
  for (const i of members) smallest = Math.min(smallest, part[i]);
  return {
    majority: wins ? 1 : 0,
    deficit: wins ? 0 : 0.5 - own,
    excess: wins ? own - 0.5 : 0,
    "minimal-winning": wins && spare === 0 ? 1 : 0,
    "surplus-parties": spare,
    parties: members.length,
    "log-smallest": log(smallest),
    "both-largest": members.includes(first) && members.includes(second) ? 1 : 0,
  };
}

export function spaceTerms({ scales, part }: Setting, { bits, members, wins }: Candidate): Values {
  const [leftRight, europe] = scales;
  const [low, high] = endsOf(leftRight, members);
  const [against, infavour] = endsOf(europe, members);
  const range = (high - low) / 10;
  let between = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < part.length; i++) {
    if ((bits >> i) & 1) continue;
    if (leftRight[i] < low) left += part[i];
    else if (leftRight[i] > high) right += part[i];
    else if (leftRight[i] > low && leftRight[i] < high) between += part[i];
  }
  return {
    range,
    "range-squared": range * range,
    "range-europe": (infavour - against) / 10,
    between,
    connected: between === 0 ? 1 : 0,
    "minority-one-sided": wins ? 0 : Math.abs(left - right),
  };
}

function endsOf(scale: readonly number[], members: readonly number[]): readonly [number, number] {
  let low = 10;
  let high = 0;
  for (const i of members) {
    low = Math.min(low, scale[i]);
    high = Math.max(high, scale[i]);
  }
  return [low, high];
}

export function pairTerms({ terms, part }: Setting, { members, bits }: Candidate): Values {
  const n = part.length;
  const found: { [term: string]: number } = {};
  for (const [id, values] of Object.entries(terms.within)) {
    let sum = 0;
    for (const i of members) for (const j of members) if (i < j) sum += values[i * n + j];
    found[id] = sum;
  }
  for (const [id, values] of Object.entries(terms.across)) {
    let sum = 0;
    for (const i of members) for (let j = 0; j < n; j++) if (!((bits >> j) & 1)) sum += values[i * n + j];
    found[id] = sum;
  }
  return found;
}

export function pastTerms(setting: Setting, { bits, wins }: Candidate): Values {
  const { last, earlier, known, tenure, afterElection, lost, elapsed, caretaker } = setting;
  const added = last > 0 ? countBits(bits & ~last) : 0;
  const dropped = last > 0 ? countBits(last & ~bits) : 0;
  const overlap = overlapOf(setting, bits, last);
  const noneKept = last > 0 && (bits & last) === 0 ? 1 : 0;
  return {
    same: bits === last ? 1 : 0,
    subset: dropped > 0 && added === 0 ? 1 : 0,
    "one-added": added === 1 && dropped === 0 ? 1 : 0,
    "one-swapped": added === 1 && dropped === 1 ? 1 : 0,
    "one-dropped-mid-term": !afterElection && dropped === 1 && added === 0 ? 1 : 0,
    "added-mid-term": afterElection ? 0 : added,
    "no-kept": noneKept,
    "no-kept-tenure": (noneKept * tenure) / 5,
    "overlap-tenure": afterElection ? (overlap * tenure) / 5 : 0,
    "overlap-elapsed": overlap * elapsed,
    "majority-elapsed": wins ? elapsed : 0,
    "majority-caretaker": wins && caretaker ? 1 : 0,
    "overlap-earlier": lost ? overlapOf(setting, bits, earlier) : 0,
    "set-known": known.has(bits) ? 1 : 0,
  };
}

export function habitTerms(setting: Setting, { bits, members, wins, spare, part }: Candidate): Values {
  const { habits, last } = setting;
  const change = habits.overlap - 0.5;
  return {
    "country-minority": wins ? 0 : habits.minority,
    "country-single": members.length === 1 ? habits.single : 0,
    "country-surplus": wins && spare > 0 ? habits.surplus : 0,
    "country-seats": Math.abs(part - habits.seats),
    "country-overlap": overlapOf(setting, bits, last) * change,
    "country-same": bits === last ? change : 0,
    "young-parties": members.length * habits.youth,
  };
}

/** Seats of the parties in both sets, as part of those in either. */
function overlapOf({ part }: Setting, one: number, other: number): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < part.length; i++) {
    if (((one & other) >> i) & 1) both += part[i];
    if (((one | other) >> i) & 1) either += part[i];
  }
  return both / either;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
