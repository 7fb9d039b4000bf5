// CAMEO names of event types begin with telling words; the longest beginning decides the code.
const BEGINNINGS: { readonly [code: string]: string } = {
  "010": "make statement",
  "011": "decline comment",
  "012": "make pessimistic comment",
  "013": "make optimistic comment",
  "014": "consider policy option",
  "015": "acknowledge or claim responsibility",
  "016": "deny responsibility|reject accusation",
  "017": "engage in symbolic act",
  "018": "make empathetic comment",
  "019": "express accord",
  "020": "appeal|make an appeal",
  "030": "express intent",
  "036": "express intent to meet",
  "040": "consult",
  "041": "discuss by telephone",
  "042": "make a visit",
  "043": "host a visit",
  "044": "meet at a",
  "045": "mediate|engage in mediation",
  "046": "engage in negotiation",
  "050": "engage in diplomatic cooperation",
  "051": "praise or endorse",
  "052": "defend verbally",
  "053": "rally support",
  "054": "grant diplomatic recognition",
  "055": "apologize",
  "056": "forgive",
  "057": "sign formal agreement",
  "060": "engage in material cooperation",
  "061": "cooperate economically",
  "062": "cooperate militarily",
  "063": "engage in judicial cooperation",
  "064": "share intelligence",
  "070": "provide aid",
  "071": "provide economic aid",
  "072": "provide military aid",
  "073": "provide humanitarian aid",
  "074": "provide military protection",
  "075": "grant asylum",
  "080": "yield|accede",
  "081": "ease administrative",
  "0811": "ease restrictions",
  "0812": "ease ban",
  "0813": "ease curfew",
  "0814": "ease state of emergency",
  "082": "ease political dissent|ease popular dissent",
  "084": "return, release",
  "085": "ease economic sanctions",
  "086": "allow international involvement|receive",
  "0871": "declare truce",
  "0872": "ease military blockade",
  "0873": "demobilize",
  "0874": "retreat or surrender",
  "090": "investigate",
  "100": "demand",
  "110": "disapprove",
  "111": "criticize or denounce",
  "112": "accuse",
  "113": "rally opposition",
  "114": "complain officially",
  "115": "bring lawsuit",
  "116": "find guilty",
  "120": "reject|refuse|decline to",
  "128": "defy norms",
  "129": "veto",
  "130": "threaten",
  "1384": "threaten with military force",
  "139": "give ultimatum",
  "140": "engage in political dissent",
  "141": "demonstrate",
  "142": "conduct hunger strike",
  "143": "conduct strike",
  "144": "obstruct passage",
  "145": "protest violently|engage in violent protest",
  "150": "demonstrate military|exhibit",
  "151": "increase police alert",
  "152": "increase military alert",
  "153": "mobilize or increase police",
  "154": "mobilize",
  "160": "reduce relations",
  "161": "reduce or break diplomatic relations",
  "162": "reduce or stop",
  "163": "impose embargo",
  "164": "halt negotiations",
  "165": "halt mediation",
  "166": "expel or withdraw",
  "170": "coerce",
  "171": "seize or damage|confiscate",
  "1712": "destroy property",
  "172": "impose administrative|impose restrictions",
  "1722": "ban political",
  "1723": "impose curfew",
  "1724": "impose state of emergency",
  "173": "arrest",
  "174": "expel or deport",
  "175": "use tactics of violent repression|use violent repression",
  "180": "use unconventional violence",
  "181": "abduct",
  "182": "physically assault",
  "1821": "sexually assault",
  "1822": "torture",
  "1823": "kill by",
  "183": "conduct suicide",
  "1831": "carry out suicide",
  "1832": "carry out car",
  "1833": "carry out roadside",
  "184": "use as human shield",
  "185": "attempt to assassinate",
  "186": "assassinate",
  "190": "use conventional military force|use military force",
  "191": "impose blockade",
  "192": "occupy territory",
  "193": "fight with small arms",
  "194": "fight with artillery",
  "195": "employ aerial",
  "196": "violate ceasefire",
  "200": "use unconventional mass violence",
  "201": "engage in mass expulsion",
  "202": "engage in mass killing",
  "203": "engage in ethnic cleansing",
  "204": "use weapons of mass|use chemical|detonate nuclear",
};

const beginnings: readonly (readonly [beginning: string, code: string])[] = Object.entries(BEGINNINGS)
  .flatMap(([code, list]) => list.split("|").map((beginning): [string, string] => [beginning, code]))
  .sort((a, b) => b[0].length - a[0].length);

/**
 * The CAMEO code that the name of an event type stands for, at least to its root.
 *
 * @param name as ICEWS and the benchmarks made of it write it: case and underscores do not matter.
 * @returns nothing if no name begins so.
 * @example
 * ```ts
 * import { cameoOfName } from "tawazun/events";
 * cameoOfName("Impose_embargo,_boycott,_or_sanctions"); //=> "163"
 * cameoOfName("Make a cake"); //=> undefined
 * ```
 */
export function cameoOfName(name: string): string | undefined {
  const plain = name.replaceAll("_", " ").trim().toLowerCase();
  return beginnings.find(([beginning]) => plain.startsWith(beginning))?.[1];
}

/**
 * How the name of a CAMEO code begins; that of its root where it is told apart by no beginning of its own.
 *
 * @returns nothing for what is not a CAMEO code.
 * @example
 * ```ts
 * import { cameoName } from "tawazun/events";
 * cameoName("163"); //=> "impose embargo"
 * cameoName("1044"); //=> "demand"
 * ```
 */
export function cameoName(code: string): string | undefined {
  for (const key of [code, code.slice(0, 3), `${code.slice(0, 2)}0`]) {
    const names = BEGINNINGS[key];
    if (names !== undefined) return names.split("|")[0];
  }
  return undefined;
}
