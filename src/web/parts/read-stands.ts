import { dayOf, mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { eventType } from "../../events/index.ts";
import type { Stand } from "../../measure/index.ts";
import { namesOf } from "./names.ts";
import { speakerOf } from "./read-evidence.ts";

/** A stand with what it rests on. */
export interface StandSaid extends Stand {
  /** When it was taken; absent where the case does not say. */
  readonly day: number | undefined;
  /** Ids of the statements that say so. */
  readonly statements: readonly string[];
}

/** Whose stand it is: whoever acts or feels so in the data, or whoever says so in the text. */
export type StandOf = "actor" | "speaker";

/** Half way along the scale of an issue: beyond it one is for what stands at 100. */
const MIDDLE = 50;

/**
 * Who stands where on whom and what: friendly or hostile toward another by its ties and deeds, for or against on
 * issues by its positions.
 *
 * @param worded whether only data count that statements support.
 */
export function standsOf(source: Case, of: StandOf, worded: boolean): readonly StandSaid[] {
  const names = namesOf(source);
  const statements = new Map(source.statements.map((one) => [one.id, one]));
  const rows: StandSaid[] = [];
  const put = (
    actor: string,
    about: string,
    value: number,
    date: string | undefined,
    evidence: string | readonly string[] | undefined,
  ): void => {
    const said = [evidence ?? []].flat().filter((id) => statements.has(id));
    if (value === 0 || (said.length === 0 && (worded || of === "speaker"))) return;
    const row = {
      about,
      sign: value > 0 ? (1 as const) : (-1 as const),
      day: date === undefined ? undefined : dayOf(date),
    };
    if (of === "actor") rows.push({ ...row, who: names(actor), statements: said });
    else
      for (const id of said) {
        const statement = statements.get(id);
        if (statement !== undefined)
          rows.push({ ...row, who: speakerOf(source, statement), statements: [id] });
      }
  };
  for (const { from, to, value, since, evidence, mutual } of source.relations) {
    put(from, names(to), mode(value), since, evidence);
    if (mutual === true && of === "actor") put(to, names(from), mode(value), since, evidence);
  }
  for (const { by, of: whom, type, intensity, date, evidence } of source.events) {
    const value = intensity === undefined ? (eventType(type)?.intensity ?? 0) : mode(intensity);
    if (whom !== undefined) put(by, names(whom), value, date, evidence);
  }
  for (const { actor, issue, position, evidence } of source.stakes)
    put(actor, names(issue), mode(position) - MIDDLE, undefined, evidence);
  return rows;
}

/** Those of a window of days; what has no day is in every window. */
export function within(
  rows: readonly StandSaid[],
  first: number | undefined,
  last: number | undefined,
): readonly StandSaid[] {
  return rows.filter(
    ({ day }) =>
      day === undefined || ((first === undefined || day >= first) && (last === undefined || day <= last)),
  );
}
