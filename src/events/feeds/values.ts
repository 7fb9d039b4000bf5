import { readDate } from "../../base/index.ts";
import { cameo } from "../cameo.ts";
import { eventType, isEventType } from "../event-type.ts";

/** A type as the log names it, and how intense its events are if nobody says. */
export interface TypeMeaning {
  readonly type: string;
  readonly intensity: number;
}

/** A day from `2012-01-10`, `20120110`, `10 January 2012` or the date before a time; nothing otherwise. */
export function dayFrom(text: string): number | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits !== null) return readDate(`${digits[1]}-${digits[2]}-${digits[3]}`)?.first;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text);
  if (iso !== null) return readDate(iso[0])?.first;
  const words = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})$/.exec(text);
  if (words === null) return undefined;
  const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(words[2].toLowerCase());
  if (month < 0 || month % 3 !== 0) return undefined;
  return readDate(`${words[3]}-${String(month / 3 + 1).padStart(2, "0")}-${words[1].padStart(2, "0")}`)
    ?.first;
}

/** Type and intensity of a CAMEO code; a public statement, which PLOVER leaves out, keeps its code. */
export function typeOfCameo(code: string): TypeMeaning | undefined {
  const meaning = cameo(code);
  if (meaning === undefined) return undefined;
  return { type: meaning.type?.id ?? `CAMEO-${code.slice(0, 3)}`, intensity: meaning.intensity };
}

/** Older names of PLOVER's types. */
const OLDER: ReadonlyMap<string, string> = new Map([
  ["DEMAND", "REQUEST"],
  ["DISAPPROVE", "ACCUSE"],
  ["INVESTIGATE", "ACCUSE"],
  ["FIGHT", "ASSAULT"],
]);

/** Type and intensity of a PLOVER name; older names are known too. */
export function typeOfPlover(name: string): TypeMeaning | undefined {
  const id = OLDER.get(name.toUpperCase()) ?? name.toUpperCase();
  if (!isEventType(id)) return undefined;
  return { type: id, intensity: eventType(id).intensity };
}

/** A number from −10 to 10, or nothing. */
export function intensityFrom(text: string): number | undefined {
  if (text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= -10 && value <= 10 ? value : undefined;
}
