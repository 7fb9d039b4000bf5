import { didYouMean, type Source, TawazunError } from "../base/index.ts";

/** Which way an event type points: cooperation, conflict, or neither by itself. */
export type EventSign = "cooperative" | "conflictual";

/** A kind of political event in the PLOVER ontology. */
export interface EventType {
  /** The PLOVER name, in capitals: stable, used in case files. */
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly sign: EventSign;
  /** Words or deeds: with `sign`, the four classes that conflict research aggregates to. */
  readonly manner: "verbal" | "material";
  /**
   * Mean Goldstein intensity, −10…+10: the mean over the CAMEO codes of three digits that are mapped
   * to the type, two decimals.
   */
  readonly intensity: number;
  /** CAMEO codes mapped in; the longest prefix of a code decides, see {@link cameo}. */
  readonly cameo: readonly string[];
  /** PLOVER's modes: how it was done. */
  readonly modes: readonly string[];
}

/**
 * The sixteen event types of PLOVER, as data.
 *
 * @remarks Two departures from PLOVER's own conversion table are ours. CAMEO 163 (impose embargo,
 * boycott or sanctions) is SANCTION here and COERCE there: an analyst who asks for sanctions means these.
 * CAMEO 02 (appeal) is REQUEST here and dropped there. CAMEO 01 (public statement) has no type, as in
 * PLOVER, but for 016 (deny), 018 and 019 (empathise, express accord).
 *
 * @see PLOVER 2021 for types, modes and conversion; Halterman et al. 2023; Goldstein 1992 for intensities.
 */
export const eventTypes: readonly EventType[] = [
  {
    id: "AGREE",
    name: "Agree",
    means: "agree to, offer or promise to cooperate",
    sign: "cooperative",
    manner: "verbal",
    intensity: 5.39,
    cameo: ["03"],
    modes: [],
  },
  {
    id: "CONSULT",
    name: "Consult",
    means: "meet, visit, talk, negotiate or mediate",
    sign: "cooperative",
    manner: "verbal",
    intensity: 3.03,
    cameo: ["04"],
    modes: ["visit", "host", "third-party", "multilateral", "phone"],
  },
  {
    id: "SUPPORT",
    name: "Support",
    means: "praise, defend, recognise or form an alliance",
    sign: "cooperative",
    manner: "verbal",
    intensity: 4.9,
    cameo: ["018", "019", "05"],
    modes: [],
  },
  {
    id: "CONCEDE",
    name: "Concede",
    means: "yield in words or in law: ease a ban, accede to a demand",
    sign: "cooperative",
    manner: "verbal",
    intensity: 5,
    cameo: ["08"],
    modes: [],
  },
  {
    id: "COOPERATE",
    name: "Cooperate",
    means: "work together in deeds: trade, arms, courts, intelligence",
    sign: "cooperative",
    manner: "material",
    intensity: 6.84,
    cameo: ["06"],
    modes: [],
  },
  {
    id: "AID",
    name: "Aid",
    means: "give money, arms, relief, protection or asylum",
    sign: "cooperative",
    manner: "material",
    intensity: 7.6,
    cameo: ["07"],
    modes: [],
  },
  {
    id: "RETREAT",
    name: "Retreat",
    means: "yield in deeds: withdraw, release, return, cease fire, resign",
    sign: "cooperative",
    manner: "material",
    intensity: 8,
    cameo: ["0813", "0814", "084", "085", "086", "087"],
    modes: ["withdraw", "release", "return", "disarm", "ceasefire", "access", "ease", "resign"],
  },
  {
    id: "REQUEST",
    name: "Request or demand",
    means: "ask, appeal for or demand help, change, yielding or a meeting",
    sign: "conflictual",
    manner: "verbal",
    intensity: -1.14,
    cameo: ["02", "10"],
    modes: ["assist", "change", "yield", "meet"],
  },
  {
    id: "ACCUSE",
    name: "Accuse",
    means: "disapprove, accuse, complain, investigate or sue",
    sign: "conflictual",
    manner: "verbal",
    intensity: -2,
    cameo: ["09", "11"],
    modes: ["disapprove", "investigate", "allege"],
  },
  {
    id: "REJECT",
    name: "Reject",
    means: "refuse to help, to change, to yield or to meet",
    sign: "conflictual",
    manner: "verbal",
    intensity: -4.27,
    cameo: ["016", "12"],
    modes: ["assist", "change", "yield", "meet"],
  },
  {
    id: "THREATEN",
    name: "Threaten",
    means: "threaten to break off, to ban, to punish or to attack",
    sign: "conflictual",
    manner: "verbal",
    intensity: -6.14,
    cameo: ["13"],
    modes: ["relations", "restrict", "ban", "arrest", "expel", "territory", "violence"],
  },
  {
    id: "PROTEST",
    name: "Protest",
    means: "demonstrate, strike, boycott, obstruct or riot",
    sign: "conflictual",
    manner: "material",
    intensity: -6.83,
    cameo: ["14"],
    modes: ["demo", "riot", "strike", "hunger", "boycott", "obstruct"],
  },
  {
    id: "SANCTION",
    name: "Sanction",
    means: "reduce relations: embargo, stop aid, withdraw, expel",
    sign: "conflictual",
    manner: "material",
    intensity: -6.01,
    cameo: ["16"],
    modes: ["convict", "expel", "withdraw", "discontinue", "restrict"],
  },
  {
    id: "MOBILIZE",
    name: "Mobilise",
    means: "show or raise military or police power",
    sign: "conflictual",
    manner: "material",
    intensity: -7.2,
    cameo: ["15"],
    modes: ["troops", "weapons", "police", "militia"],
  },
  {
    id: "COERCE",
    name: "Coerce",
    means: "seize, restrict, ban, arrest, deport, blockade or occupy",
    sign: "conflictual",
    manner: "material",
    intensity: -7.17,
    cameo: ["17", "191", "192"],
    modes: ["seize", "confiscate", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport"],
  },
  {
    id: "ASSAULT",
    name: "Assault",
    means: "use force: attack, abduct, torture, assassinate, bomb, fight",
    sign: "conflictual",
    manner: "material",
    intensity: -9.53,
    cameo: ["1712", "175", "18", "19", "20"],
    modes: [
      "abduct",
      "beat",
      "torture",
      "execute",
      "sexual",
      "assassinate",
      "primitive",
      "firearms",
      "explosives",
      "suicide-attack",
      "heavy-weapons",
      "crowd-control",
      "destroy",
    ],
  },
];

/** Where the ontology and its numbers are from. */
export const eventTypeSources: readonly Source[] = [
  { ref: "plover2021" },
  { ref: "halterman2023" },
  { ref: "schrodt2012" },
  { ref: "goldstein1992", at: "Table 1, as extended to CAMEO in GDELT's conversion table" },
];

const byId: ReadonlyMap<string, EventType> = new Map(eventTypes.map((type) => [type.id, type]));

/** Whether there is a PLOVER type of that name. */
export function isEventType(id: string): boolean {
  return byId.has(id);
}

/**
 * The PLOVER type of that name.
 *
 * @throws {TawazunError} `event/type` if there is none; a near miss is suggested.
 * @example
 * ```ts
 * import { eventType } from "tawazun/events";
 * eventType("SANCTION").cameo; //=> ["16"]
 * ```
 */
export function eventType(id: string): EventType {
  const type = byId.get(id);
  if (type === undefined) {
    throw new TawazunError(
      "event/type",
      `There is no event type "${id}".${didYouMean(id, byId.keys())} The sixteen are listed by \`tawazun types\`.`,
    );
  }
  return type;
}
