import type { Source } from "../../base/index.ts";

/** Where each measure of space is from, by the name of its function. */
export const spaceSources = {
  weightedMean: [{ ref: "black1958" }],
  weightedMedian: [{ ref: "black1958", at: "ch. 4" }],
  lineCore: [
    { ref: "black1958", at: "ch. 4" },
    { ref: "tsebelis2002", at: "ch. 2" },
  ],
  lineWinset: [{ ref: "tsebelis2002", at: "ch. 1" }],
  planeCore: [{ ref: "plott1967", at: "pp. 787–806" }, { ref: "davis1972" }],
  yolk: [
    { ref: "ferejohn1984" },
    { ref: "mckelvey1986", at: "pp. 283–314" },
    { ref: "miller1989", at: "pp. 379–406" },
  ],
  vetoWinset: [{ ref: "tsebelis2002", at: "ch. 1" }],
  planeVetoWinset: [{ ref: "tsebelis2002", at: "ch. 1" }],
  polarisation: [{ ref: "esteban1994", at: "theorem 1" }],
} as const satisfies { readonly [measure: string]: readonly Source[] };
