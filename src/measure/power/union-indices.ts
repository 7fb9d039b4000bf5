import { banzhafOwenIndex } from "./banzhaf-owen.ts";
import { owenIndex } from "./owen.ts";
import { symmetricCoalitionalBanzhafIndex } from "./symmetric-coalitional-banzhaf.ts";
import type { UnionIndex } from "./unions.ts";

/** The catalogue of power indices for games with a-priori unions. */
export const unionIndices: readonly UnionIndex[] = [
  owenIndex,
  banzhafOwenIndex,
  symmetricCoalitionalBanzhafIndex,
];
