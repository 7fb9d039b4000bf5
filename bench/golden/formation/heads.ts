// Whose party provides the head of government: what the play's own outline of a formation is fitted on.

import { conditionalLogit } from "../../../src/behave/conditional-logit.ts";
import { climb } from "../../../src/behave/index.ts";
import type { ParlgovFormation } from "./parlgov.ts";

/** A coefficient of the choice of a head, with its standard error. */
export interface HeadCoefficient {
  readonly name: string;
  readonly coefficient: number;
  readonly error: number;
}

/** A multinomial logit over the parties: the log of their part of the seats, and whether the last head was of them. */
export function headsOf(formations: readonly ParlgovFormation[]): {
  readonly coefficients: readonly HeadCoefficient[];
  readonly formations: number;
} {
  const names = ["log of the part of the seats", "party of the last head"];
  const rows: number[] = [];
  const begins = [0];
  for (const { parties, total, past, head } of formations) {
    const chosen = parties.findIndex(({ id }) => id === head);
    if (chosen < 0) continue;
    const last = past.filter(({ caretaker }) => !caretaker).at(-1)?.head;
    const order = [chosen, ...parties.map((_, i) => i).filter((i) => i !== chosen)];
    for (const i of order) rows.push(Math.log(parties[i].seats / total), parties[i].id === last ? 1 : 0);
    begins.push(begins[begins.length - 1] + parties.length);
  }
  const peak = climb(conditionalLogit({ names, rows: Float64Array.from(rows), begins }));
  return {
    coefficients: names.map((name, p) => ({
      name,
      coefficient: peak.coefficients[p],
      error: Math.sqrt(peak.covariance[p * names.length + p]),
    })),
    formations: begins.length - 1,
  };
}
