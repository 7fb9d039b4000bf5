import { type EventType, eventTypes } from "./event-type.ts";
import { goldstein } from "./goldstein.ts";

/** Modes that a CAMEO code implies; the longest prefix decides. */
const MODES: { readonly [mode: string]: string } = {
  phone: "041",
  visit: "042",
  host: "043",
  "third-party": "044",
  ease: "0813 0814 085",
  release: "0841",
  return: "0842",
  access: "086",
  disarm: "087",
  ceasefire: "0871",
  withdraw: "0872 161 164 165",
  investigate: "09",
  disapprove: "11",
  assist: "021 022 023 101 102 103 121 122",
  change: "024 104 123",
  yield: "025 105 1243 1244 1245 1246 128 129",
  meet: "026 027 028 106 107 108 125 126 127",
  relations: "131 133 134 135 139",
  restrict: "1312 1323 1324 1381 163 172 191",
  ban: "132 1722",
  expel: "136 166",
  violence: "137 138",
  territory: "1382",
  demo: "141",
  hunger: "142",
  boycott: "143",
  obstruct: "144",
  riot: "145",
  police: "151 153",
  troops: "152 154",
  discontinue: "162",
  confiscate: "171 192",
  destroy: "1712",
  curfew: "1723",
  "martial-law": "1724",
  arrest: "173",
  deport: "174",
  abduct: "181 184",
  beat: "182",
  sexual: "1821",
  torture: "1822",
  "suicide-attack": "183",
  explosives: "1832 1833",
  assassinate: "185 186",
  firearms: "193",
  "heavy-weapons": "194 195",
};

/** The last code of three digits under each root, 01 to 20. */
const LAST = [9, 8, 9, 6, 7, 4, 5, 7, 4, 8, 6, 9, 9, 5, 4, 6, 5, 6, 6, 4];

const modes: ReadonlyMap<string, string> = new Map(
  Object.entries(MODES).flatMap(([mode, codes]) =>
    codes.split(" ").map((code): [string, string] => [code, mode]),
  ),
);

const types: ReadonlyMap<string, EventType> = new Map(
  eventTypes.flatMap((type) => type.cameo.map((code): [string, EventType] => [code, type])),
);

function longest<T>(code: string, table: ReadonlyMap<string, T>): T | undefined {
  for (let length = code.length; length >= 2; length--) {
    const found = table.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a CAMEO code means in PLOVER. */
export interface CameoMeaning {
  /** Absent for public statements, which PLOVER leaves out. */
  readonly type?: EventType;
  readonly mode?: string;
  readonly intensity: number;
}

/**
 * The PLOVER type, mode and Goldstein intensity of a CAMEO code of two to four digits.
 *
 * @returns nothing for what is not a CAMEO code.
 * @see PLOVER 2021, CAMEO2PLOVER; our departures are listed at {@link eventTypes}.
 * @example
 * ```ts
 * import { cameo } from "tawazun/events";
 * cameo("163")?.type?.id; //=> "SANCTION"
 * cameo("173")?.mode; //=> "arrest"
 * ```
 */
export function cameo(code: string): CameoMeaning | undefined {
  if (!/^\d{2,4}$/.test(code)) return undefined;
  const intensity = goldstein(code);
  if (intensity === undefined || Number(code[2] ?? 0) > LAST[Number(code.slice(0, 2)) - 1]) return undefined;
  const type = longest(code, types);
  const mode = longest(code, modes);
  return {
    intensity,
    ...(type === undefined ? {} : { type }),
    ...(mode === undefined || type === undefined || !type.modes.includes(mode) ? {} : { mode }),
  };
}
