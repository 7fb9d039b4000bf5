import { cite, mode, type Quantity } from "../../base/index.ts";
import {
  type BehaviourDefault,
  behaviourDefaults,
  defaultNames,
  type Factor,
  inWords,
} from "../../behave/index.ts";
import { capital, number, type Part, plural, range, table } from "../../show/index.ts";

const FACTORS: { readonly [name in Factor]: string } = {
  rate: "How soon an actor acts",
  choice: "Toward whom it acts",
  type: "Whether the act is hostile",
};

/** The default coefficients of one factor, in words. */
export function defaultCoefficients(factor: Factor): Part {
  return table(
    `${FACTORS[factor]}: ${plural(defaultNames(factor).length, "coefficient")}`,
    [
      { key: "words", name: "In words", wide: true },
      { key: "coefficient", name: "Coefficient", measure: "play-default" },
      { key: "halfLife", name: "Half-life", unit: "days", measure: "half-life" },
      { key: "chosen", name: "How it was chosen", wide: true },
      { key: "from", name: "Sign from" },
    ],
    defaultNames(factor).map((name) => {
      const entry: BehaviourDefault = behaviourDefaults[name];
      return {
        words: capital(inWords(name)),
        coefficient: quantityText(entry.coefficient),
        halfLife: entry.halfLife === undefined ? undefined : quantityText(entry.halfLife),
        chosen: entry.chosen,
        from:
          entry.sources.length === 0
            ? "ours"
            : entry.sources.map((source) => author(cite(source))).join("; "),
      };
    }),
    {
      note: "A coefficient is the most that its statistic can do to the log odds; the range is drawn anew for each set of 50 futures. In play one half-life holds for all: see the parameters.",
    },
  );
}

/** "−1.2 (−1.8 to −0.6)" for a range, the number alone for a number. */
export function quantityText(quantity: Quantity): string {
  const say = (value: number): string => number(value, Number.isInteger(value) ? 0 : decimals(value));
  if (typeof quantity === "number") return say(quantity);
  return `${say(mode(quantity))} (${range(say(quantity[0]), say(quantity[2]))})`;
}

function decimals(value: number): number {
  return Math.round(value * 10) === value * 10 ? 1 : Math.round(value * 100) === value * 100 ? 2 : 3;
}

/** "Lerner et al. 2013" from a line of the bibliography. */
export function author(line: string): string {
  const year = /\b(1[89]|20)\d\d\b/.exec(line);
  if (year === null) return line;
  const authors = line.slice(0, year.index).match(/\p{Lu}[\p{L}'’-]+(?=,)/gu) ?? [];
  const first = authors[0] ?? line.slice(0, year.index).trim();
  return `${first}${authors.length === 2 ? ` & ${authors[1]}` : authors.length > 2 ? " et al." : ""} ${year[0]}`;
}
