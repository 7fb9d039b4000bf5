import { banzhafAbsoluteIndex, banzhafIndex } from "./banzhaf.ts";
import { powerToInitiateIndex, powerToPreventIndex } from "./coleman.ts";
import { deeganPackelIndex } from "./deegan-packel.ts";
import { johnstonIndex } from "./johnston.ts";
import { inclusivenessIndex } from "./konig-brauninger.ts";
import { nevisonIndex } from "./nevison.ts";
import type { PowerIndex } from "./power-index.ts";
import { publicGoodIndex } from "./public-good.ts";
import { publicHelpIndex } from "./public-help.ts";
import { raeIndex } from "./rae.ts";
import { shapleyShubikIndex } from "./shapley-shubik.ts";

/** The catalogue of power indices: what the command line, the server and the pages offer. */
export const powerIndices: readonly PowerIndex[] = [
  shapleyShubikIndex,
  banzhafIndex,
  banzhafAbsoluteIndex,
  powerToPreventIndex,
  powerToInitiateIndex,
  deeganPackelIndex,
  publicGoodIndex,
  johnstonIndex,
  raeIndex,
  inclusivenessIndex,
  nevisonIndex,
  publicHelpIndex,
];
