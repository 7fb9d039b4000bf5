import type { MeasureFacts } from "../../base/index.ts";
import { powerIndices } from "./power-indices.ts";
import { unionIndices } from "./union-indices.ts";

const ASSUMES = "It knows seats and the votes needed, and nothing of who would join whom.";

/** What a reader must know of each power index, for voters on their own and in unions. */
export const indexMeasures: readonly MeasureFacts[] = [
  ...powerIndices.map(({ id, name, says, formula, sumsToOne, dummiesGet, sources }) => ({
    ...{ id, name, says, formula, sources },
    range: `0 to 1, shown as per cent; ${sumsToOne ? "all voters together have 1" : "voters together need not have 1"}. ${dummiesGet === undefined ? "Who is never needed has 0." : `Who is never needed may have more than 0: ${dummiesGet}.`}`,
    sure: `Counted, without chance: exact for the sizes of assemblies, within a bound that is given for very many voters. ${ASSUMES}`,
    page: "docs/reference/power-indices.md",
  })),
  ...unionIndices.map(({ id, name, says, formula, sumsToOne, sources }) => ({
    ...{ id, name, says, formula, sources },
    range: `0 to 1, shown as per cent; ${sumsToOne ? "all voters together have 1" : "voters together need not have 1"}. Who is never needed has 0.`,
    sure: `Counted exactly, without chance. It takes the unions as given and as firm. ${ASSUMES}`,
    page: "docs/reference/power-indices.md",
  })),
];
