import type { Source } from "../base/index.ts";

/** Where each part of the behaviour model is from, for reports that cite their methods. */
export const behaviourSources = {
  rate: [{ ref: "stadtfeld2017" }],
  choice: [{ ref: "stadtfeld2017" }],
  type: [{ ref: "lerner2013" }],
  coordination: [{ ref: "stadtfeld2017b" }],
  "relational events": [{ ref: "butts2008" }],
  "sampled pairs": [{ ref: "lerner2020" }],
  "signed history": [{ ref: "brandes2009" }, { ref: "lerner2013" }],
  "drawn events": [{ ref: "ogata1981" }],
  "goodness of fit": [{ ref: "hunter2008" }],
  outliers: [{ ref: "benjamini1995" }],
  "change points": [{ ref: "hjort2002" }, { ref: "zeileis2007" }],
  "calibration of types": [{ ref: "murphy1977" }, { ref: "wilson1927" }],
  "monthly counts": [{ ref: "hawkes1971" }, { ref: "lewis2012" }],
  "count forecasts": [
    { ref: "czado2009", at: "section 3" },
    { ref: "gneiting2007", at: "equation 21" },
  ],
  "count draws": [
    { ref: "marsaglia2000", at: "section 6 for shapes below 1" },
    { ref: "hormann1993", at: "algorithm PTRS" },
  ],
  "monthly deaths": [{ ref: "sundberg2013" }],
} as const satisfies { readonly [part: string]: readonly Source[] };
