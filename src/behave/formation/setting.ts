import { TawazunError } from "../../base/index.ts";
import { type Habits, habits } from "./habits.ts";
import { MOST_PARTIES, type Occasion, type PastCabinet, YEAR } from "./occasion.ts";
import { bySize, type PartyTerms, partyTerms } from "./party-terms.ts";
import { spells } from "./past.ts";

/** What of an occasion does not depend on the set of parties. Sets are numbers of bits: bit i stands for party i. */
export interface Setting {
  readonly occasion: Occasion;
  readonly terms: PartyTerms;
  readonly habits: Habits;
  /** Part of all seats, party by party. */
  readonly part: readonly number[];
  readonly quota: number;
  /** Left and right, and Europe; a party without a position stands where the others do on average. */
  readonly scales: readonly (readonly number[])[];
  /** The last government, and the last before it that was another; 0 if there was none. */
  readonly last: number;
  readonly earlier: number;
  /** All that have governed. */
  readonly known: ReadonlySet<number>;
  /** Years that the parties of the last government have governed without a break. */
  readonly tenure: number;
  readonly afterElection: boolean;
  /** Whether the election cost the parties of the last government 3 per cent of the seats or more. */
  readonly lost: boolean;
  /** Between elections: the part of four years that has passed since the parliament's first government; else 0. */
  readonly elapsed: number;
  readonly caretaker: boolean;
  readonly first: number;
  readonly second: number;
}

const TERM = 4 * YEAR;
const LOSS = 0.03;

/**
 * What potential governments of an occasion have in common.
 *
 * @throws {TawazunError} `formation/parties`, `formation/majority`.
 */
export function settingOf(occasion: Occasion): Setting {
  check(occasion);
  const { parties, total, parliament, day, past } = occasion;
  const full = spells(occasion).map(({ cabinet }) => cabinet);
  const before = full.at(-1);
  const sets = full.map((cabinet) => bitsOf(occasion, cabinet.parties));
  const last = sets.at(-1) ?? 0;
  const afterElection = before?.parliament !== parliament;
  const began = past.find((cabinet) => cabinet.parliament === parliament)?.start ?? day;
  const [first, second = first] = bySize(occasion);
  const quota = Math.floor(total / 2) + 1;
  const terms = partyTerms(occasion, quota);
  const change = terms.own["governed-gains"].reduce((sum, gain) => sum + gain, 0);
  return {
    occasion,
    terms,
    habits: habits(occasion),
    part: parties.map(({ seats }) => seats / total),
    quota,
    scales: [scale(occasion, "leftRight"), scale(occasion, "proEurope")],
    last,
    earlier: sets.filter((set) => set > 0 && set !== last).at(-1) ?? 0,
    known: new Set(sets.filter((set) => set > 0)),
    tenure: before === undefined ? 0 : (day - sinceOf(full, before)) / YEAR,
    afterElection,
    lost: afterElection && change < -LOSS,
    elapsed: afterElection ? 0 : Math.min(1, (day - began) / TERM),
    caretaker: past.at(-1)?.caretaker === true,
    first,
    second,
  };
}

function check({ parties, total }: Occasion): void {
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
}

/** A set of parties as a number: bit i is set if party i of the occasion is in it. */
export function bitsOf(occasion: Occasion, names: ReadonlySet<string>): number {
  return occasion.parties.reduce((sum, { id }, i) => sum + (names.has(id) ? 2 ** i : 0), 0);
}

function scale({ parties }: Occasion, dimension: "leftRight" | "proEurope"): readonly number[] {
  const known = parties.filter((party) => party[dimension] !== undefined);
  const seats = known.reduce((sum, party) => sum + party.seats, 0);
  const mean =
    known.reduce((sum, party) => sum + (party[dimension] ?? 0) * party.seats, 0) / Math.max(1, seats);
  return parties.map((party) => party[dimension] ?? mean);
}

/** The day since which the parties of a government have governed, whoever led them. */
function sinceOf(full: readonly PastCabinet[], { parties }: PastCabinet): number {
  const other = full.findLastIndex(
    (cabinet) => cabinet.parties.size !== parties.size || [...parties].some((id) => !cabinet.parties.has(id)),
  );
  return full[other + 1].start;
}
