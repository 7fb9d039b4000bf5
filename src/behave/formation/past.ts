import { log } from "../../base/index.ts";
import { fading } from "./fading.ts";
import { type Occasion, type PastCabinet, YEAR } from "./occasion.ts";

/** Who governed how long, and with whom: years that fade with a half-life. */
export interface Experience {
  /** Years in government and out of it while in parliament, party by party. */
  readonly governed: Float64Array;
  readonly opposed: Float64Array;
  /** Years as the party of the head of government. */
  readonly led: Float64Array;
  /** n × n: years together in government, and with one in and the other out. */
  readonly together: Float64Array;
  readonly apart: Float64Array;
}

/** Governments that were no caretakers, each with the day on which the next of them began. */
export function spells({
  past,
  day,
}: Occasion): readonly { readonly cabinet: PastCabinet; readonly end: number }[] {
  const full = past.filter(({ caretaker }) => !caretaker);
  return full.map((cabinet, i) => ({ cabinet, end: full[i + 1]?.start ?? day }));
}

/** Experience of the parties of an occasion, with a half-life in years. */
export function experience(occasion: Occasion, halfLife: number): Experience {
  const { parties, day } = occasion;
  const n = parties.length;
  const found: Experience = {
    governed: new Float64Array(n),
    opposed: new Float64Array(n),
    led: new Float64Array(n),
    together: new Float64Array(n * n),
    apart: new Float64Array(n * n),
  };
  for (const { cabinet, end } of spells(occasion)) {
    // A government of a few days still was one: it counts as a twentieth of a year.
    const years = Math.max(0.05, (end - cabinet.start) / YEAR) * fading((day - end) / YEAR, halfLife);
    const stance = parties.map(({ id }) =>
      cabinet.parties.has(id) ? "in" : (cabinet.seats.get(id) ?? 0) > 0 ? "out" : "absent",
    );
    for (let i = 0; i < n; i++) {
      if (stance[i] === "in") found.governed[i] += years;
      else if (stance[i] === "out") found.opposed[i] += years;
      if (parties[i].id === cabinet.head) found.led[i] += years;
      for (let j = 0; j < n; j++) {
        if (stance[i] === "in" && stance[j] === "in") found.together[i * n + j] += years;
        else if (stance[i] !== stance[j] && stance[i] !== "absent" && stance[j] !== "absent")
          found.apart[i * n + j] += years;
      }
    }
  }
  return found;
}

/** What a country's governments without a majority party have been like, recent ones counting more. */
export interface Habits {
  /** Log odds beside those of all countries; 0 where nothing is known. */
  readonly minority: number;
  readonly single: number;
  readonly surplus: number;
  /** Mean number of parties in government. */
  readonly parties: number;
}

/** Frequencies over many countries, toward which few governments of one country are drawn: two governments' worth. */
const USUAL = { minority: 0.38, single: 0.2, surplus: 0.25, parties: 2.5 };
const PRIOR = 2;
const HALF_LIFE = 25;
/** Governments before the day on which the war ended in Europe are left out, 8 May 1945 in days. */
const AFTER_THE_WAR = -9004;

/** The habits of the country of an occasion. */
export function habits(occasion: Occasion): Habits {
  let all = 0;
  let minority = 0;
  let single = 0;
  let surplus = 0;
  let count = 0;
  for (const { cabinet } of spells(occasion)) {
    const seats = [...cabinet.seats.values()];
    if (cabinet.start < AFTER_THE_WAR || seats.some((own) => 2 * own > cabinet.total)) continue;
    const held = [...cabinet.seats].filter(([party, own]) => own > 0 && cabinet.parties.has(party));
    if (held.length === 0) continue;
    const weight = fading((occasion.day - cabinet.start) / YEAR, HALF_LIFE);
    const sum = held.reduce((total, [, own]) => total + own, 0);
    const least = held.reduce((low, [, own]) => Math.min(low, own), sum);
    const wins = 2 * sum > cabinet.total;
    all += weight;
    count += weight * held.length;
    if (!wins) minority += weight;
    if (held.length === 1) single += weight;
    if (wins && 2 * (sum - least) > cabinet.total) surplus += weight;
  }
  const odds = (seen: number, usual: number): number =>
    log((seen + PRIOR * usual) / (all - seen + PRIOR * (1 - usual))) - log(usual / (1 - usual));
  return {
    minority: odds(minority, USUAL.minority),
    single: odds(single, USUAL.single),
    surplus: odds(surplus, USUAL.surplus),
    parties: (count + PRIOR * USUAL.parties) / (all + PRIOR),
  };
}
