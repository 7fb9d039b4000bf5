import { shapleyShubik } from "../../measure/index.ts";
import type { Occasion } from "./occasion.ts";
import { type Experience, experience, spells } from "./past.ts";

/** What each party, and each pair, brings to a government, whoever else is in it. */
export interface PartyTerms {
  /** term → value per party. */
  readonly own: { readonly [term: string]: readonly number[] };
  /** term → n × n, symmetric: counted once for each pair within. */
  readonly within: { readonly [term: string]: Float64Array };
  /** n × n: counted for each pair of which one is in and the other out. */
  readonly across: { readonly [term: string]: Float64Array };
}

/** Years that are taken for granted, lest one year be proof. */
const DOUBT = 1;
/** A party is extreme that stands so far from the middle of left and right. */
const EXTREME = 2.5;

/** Place of the median party on left and right, by seats. */
function medianOf({ parties }: Occasion): number {
  const order = parties.map((_, i) => i).sort((a, b) => parties[a].leftRight - parties[b].leftRight || a - b);
  const all = parties.reduce((sum, { seats }) => sum + seats, 0);
  let sum = 0;
  for (const i of order) {
    sum += parties[i].seats;
    if (2 * sum >= all) return i;
  }
  return order[order.length - 1];
}

/** Places of the parties, largest first. */
export function bySize({ parties }: Occasion): readonly number[] {
  return parties.map((_, i) => i).sort((a, b) => parties[b].seats - parties[a].seats || a - b);
}

/** The terms that are sums over parties or over pairs. */
export function partyTerms(occasion: Occasion, quota: number): PartyTerms {
  const { parties, total } = occasion;
  const part = parties.map(({ seats }) => seats / total);
  const third = bySize(occasion)[2];
  const median = parties[medianOf(occasion)].leftRight;
  const last = spells(occasion).at(-1)?.cabinet;
  const recent = experience(occasion, 5);
  const long = experience(occasion, 20);
  const outside = (years: number): readonly boolean[] =>
    parties.map((_, i) => long.governed[i] === 0 && long.opposed[i] >= years);
  const never = outside(3);
  const extreme = parties.map(({ leftRight }) => Math.abs(leftRight - 5) > EXTREME);
  const all = parties.reduce((sum, { seats }) => sum + seats, 0);
  const power = all >= quota ? shapleyShubik({ quota, weights: parties.map(({ seats }) => seats) }) : part;
  return {
    own: {
      "tiny-parties": part.map((own) => (own < 0.02 ? 1 : 0)),
      "root-seats": part.map((own) => Math.sqrt(own)),
      third: parties.map((_, i) => (i === third ? 1 : 0)),
      power,
      "power-beyond-seats": power.map((own, i) => own - part[i]),
      "from-median": parties.map(({ leftRight }) => Math.abs(leftRight - median) / 10),
      "christian-democrat": parties.map(({ family }) => (family === "christian-democrat" ? 1 : 0)),
      "governed-gains": parties.map(({ id }, i) =>
        last?.parties.has(id) === true ? part[i] - (last.seats.get(id) ?? 0) / last.total : 0,
      ),
      "led-5": led(recent),
      "led-20": led(long),
      "never-governed": never.map((outsider) => (outsider ? 1 : 0)),
      "never-governed-seats": never.map((outsider, i) => (outsider ? part[i] : 0)),
      "outsiders-extreme": outside(1).map((outsider, i) => (outsider && extreme[i] ? 1 : 0)),
    },
    within: { "strangers-5": strangers(recent, parties.length) },
    across: { "parted-5": familiar(recent, parties.length) },
  };
}

/** The part of its years in which each party led. */
function led({ led, governed, opposed }: Experience): readonly number[] {
  return Array.from(led, (years, i) => (years + 0.1) / (governed[i] + opposed[i] + DOUBT));
}

function familiar({ together, apart }: Experience, n: number): Float64Array {
  return together.map((years, k) => (k % (n + 1) === 0 ? 0 : years / (years + apart[k] + DOUBT)));
}

function strangers({ together, apart }: Experience, n: number): Float64Array {
  return together.map((years, k) => (k % (n + 1) !== 0 && years < 0.05 && apart[k] > 2 ? 1 : 0));
}
