// Goldstein intensities of CAMEO codes, as in GDELT's conversion table. A longer code that is not listed
// has the value of its longest listed prefix.

const LISTED: { readonly [intensity: string]: string } = {
  "-10": "1823 183 186 19 20",
  "-9.5": "182 191 192 196 201",
  "-9.2": "171",
  "-9": "175 18 1821 1822",
  "-8": "163 184 185",
  "-7.5": "144 145",
  "-7.2": "15",
  "-7": "136 137 138 139 164 166 17",
  "-6.5": "14 165",
  "-6": "13",
  "-5.8": "131 132 133 134 135",
  "-5.6": "162",
  "-5": "10 125 126 127 128 129 172 173 174",
  "-4.4": "130",
  "-4": "12 16",
  "-2": "016 09 11",
  "-0.4": "012",
  "-0.3": "024 025",
  "-0.1": "011",
  "0": "01",
  "0.4": "013",
  "1": "04",
  "1.9": "042",
  "2.5": "044",
  "2.8": "043",
  "3": "02",
  "3.2": "022",
  "3.4": "018 019 021 023 051",
  "3.5": "05",
  "3.8": "053",
  "4": "026 027 028 03",
  "4.5": "032",
  "5": "037 039 045 08",
  "5.2": "031 033",
  "6": "0334 054 06",
  "6.4": "061",
  "7": "034 035 038 046 055 056 064 07 084 085",
  "7.4": "062 063 071 073",
  "8": "057",
  "8.3": "072",
  "8.5": "074",
  "9": "086 087",
  "10": "0874",
};

const intensities: ReadonlyMap<string, number> = new Map(
  Object.entries(LISTED).flatMap(([intensity, codes]) =>
    codes.split(" ").map((code): [string, number] => [code, Number(intensity)]),
  ),
);

/**
 * The Goldstein intensity of a CAMEO code, −10 (most hostile) to +10 (most cooperative).
 *
 * @returns nothing for what is not a CAMEO code.
 * @see Goldstein 1992, Table 1; Leetaru & Schrodt 2013 for the extension to CAMEO.
 * @example
 * ```ts
 * import { goldstein } from "tawazun/events";
 * goldstein("057"); //=> 8
 * goldstein("1831"); //=> -10
 * goldstein("99"); //=> undefined
 * ```
 */
export function goldstein(code: string): number | undefined {
  for (let length = code.length; length >= 2; length--) {
    const intensity = intensities.get(code.slice(0, length));
    if (intensity !== undefined) return intensity;
  }
  return undefined;
}
