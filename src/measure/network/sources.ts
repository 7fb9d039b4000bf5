import type { Source } from "../../base/index.ts";

/**
 * Where the measures of signed networks are from, by measure; those that return a result name theirs in it.
 *
 * @example
 * ```ts
 * import { networkSources } from "tawazun/measure";
 * networkSources.pnCentrality[0].ref; //=> "everett2014"
 * ```
 */
export const networkSources = {
  balance: [{ ref: "heider1946" }],
  triads: [{ ref: "holland1976" }, { ref: "batagelj2001" }],
  brokers: [{ ref: "gould1989" }],
  pnCentrality: [{ ref: "everett2014" }],
  statusCentrality: [{ ref: "katz1953" }, { ref: "bonacich2004" }],
  triadDynamics: [{ ref: "antal2005" }],
  spectrum: [{ ref: "bowdler1968" }, { ref: "lanczos1950" }, { ref: "druskin1989" }, { ref: "hestenes1952" }],
  sharedStands: [{ ref: "leifeld2017" }],
  frustrationProof: [
    { ref: "tarjan1972" },
    { ref: "mcmurchie1995" },
    { ref: "dechter1999" },
    { ref: "bodlaender2010" },
  ],
} as const satisfies { readonly [measure: string]: readonly Source[] };
