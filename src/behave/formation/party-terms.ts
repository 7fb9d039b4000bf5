import { log } from "../../base/index.ts";
import type { Occasion } from "./occasion.ts";
import { experience, spells } from "./past.ts";

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
export function partyTerms(occasion: Occasion): PartyTerms {
  const { parties, total } = occasion;
  const n = parties.length;
  const part = parties.map(({ seats }) => seats / total);
  const [first, second, third] = bySize(occasion);
  const only = (place: number | undefined, value = 1): number[] =>
    parties.map((_, i) => (i === place ? value : 0));
  const median = parties[medianOf(occasion)].leftRight;
  const last = spells(occasion).at(-1)?.cabinet;
  const change = parties.map(({ id }, i) =>
    last === undefined ? 0 : part[i] - (last.seats.get(id) ?? 0) / last.total,
  );
  const governed = parties.map(({ id }) => last?.parties.has(id) === true);
  const recent = experience(occasion, 5);
  const long = experience(occasion, 20);
  const led = ({ led, governed, opposed }: typeof long): number[] =>
    parties.map((_, i) => (led[i] + 0.1) / (governed[i] + opposed[i] + DOUBT));
  const familiar = ({ together, apart }: typeof long): Float64Array =>
    together.map((years, k) => (k % (n + 1) === 0 ? 0 : years / (years + apart[k] + DOUBT)));
  const strangers = ({ together, apart }: typeof long): Float64Array =>
    together.map((years, k) => (k % (n + 1) !== 0 && years < 0.05 && apart[k] > 2 ? 1 : 0));
  return {
    own: {
      "small-parties": part.map((own) => (own < 0.05 ? 1 : 0)),
      "tiny-parties": part.map((own) => (own < 0.02 ? 1 : 0)),
      "log-seats": part.map((own) => log(own)),
      largest: only(first),
      "largest-lead": only(first, part[first] - (second === undefined ? 0 : part[second])),
      third: only(third),
      "from-median": parties.map(({ leftRight }) => Math.abs(leftRight - median) / 10),
      communist: parties.map(({ family }) => (family === "communist" ? 1 : 0)),
      "christian-democrat": parties.map(({ family }) => (family === "christian-democrat" ? 1 : 0)),
      "governed-gains": change.map((gain, i) => (governed[i] ? gain : 0)),
      "opposition-gains": change.map((gain, i) => (governed[i] ? 0 : gain)),
      "led-5": led(recent),
      "led-20": led(long),
      "never-governed": parties.map((_, i) => (long.governed[i] === 0 && long.opposed[i] >= 3 ? 1 : 0)),
    },
    within: {
      "familiar-5": familiar(recent),
      "familiar-20": familiar(long),
      "strangers-5": strangers(recent),
      "strangers-20": strangers(long),
    },
    across: { "parted-5": familiar(recent) },
  };
}
