import type { EventRecord } from "../event-log.ts";
import type { Fault, FeedEvent } from "./feed.ts";
import type { TypeMeaning } from "./values.ts";

/** The text in a column of the row, without blanks around it; empty where there is no such column. */
export type Cell = (column: string) => string;

/** One thing that a row tells, and the columns that it takes to know it: their names in lower case. */
export interface Part<T> {
  readonly columns: readonly string[];
  of(cell: Cell): T;
}

/** Who is named, and the codes of country and sector that it falls under. */
export interface Named {
  readonly name: string;
  readonly codes?: readonly string[];
}

/** A table of events: what its columns mean. Each part may say that it is at fault. */
export interface TableForm {
  /** Columns that the header must have; `a|b` is either. */
  readonly wanted: readonly string[];
  readonly day: Part<number | Fault>;
  readonly source: Part<Named | Fault>;
  readonly target: Part<Named | undefined>;
  readonly type: Part<TypeMeaning | Fault>;
  /** Where it gives nothing, the type's intensity holds. */
  readonly intensity?: Part<number | undefined | Fault>;
  readonly rest?: Part<Pick<EventRecord, "front" | "certainty"> | Fault>;
}

/** A fault, and the columns to look at. */
export interface RowFault extends Fault {
  readonly columns: readonly string[];
}

/** The event that a row of a table tells. */
export function eventOf(form: TableForm, cell: Cell): FeedEvent | RowFault {
  const time = form.day.of(cell);
  if (typeof time === "object") return { ...time, columns: form.day.columns };
  const source = form.source.of(cell);
  if ("problem" in source) return { ...source, columns: form.source.columns };
  const type = form.type.of(cell);
  if ("problem" in type) return { ...type, columns: form.type.columns };
  const intensity = form.intensity?.of(cell) ?? type.intensity;
  if (typeof intensity === "object") return { ...intensity, columns: form.intensity?.columns ?? [] };
  const rest = form.rest?.of(cell);
  if (rest !== undefined && "problem" in rest) return { ...rest, columns: form.rest?.columns ?? [] };
  const target = form.target.of(cell);
  return {
    time,
    source: source.name,
    sourceCodes: source.codes,
    type: type.type,
    intensity,
    ...(target === undefined ? {} : { target: target.name, targetCodes: target.codes }),
    ...rest,
  };
}

/** Every column that the form looks at. */
export function columnsOf(form: TableForm): readonly string[] {
  const parts = [form.day, form.source, form.target, form.type, form.intensity, form.rest];
  return [...new Set(parts.flatMap((part) => part?.columns ?? []))];
}

/** Which of the wanted columns a header lacks. */
export function lacking(form: TableForm, header: ReadonlySet<string>): readonly string[] {
  return form.wanted.filter((wanted) => !wanted.split("|").some((name) => header.has(name)));
}

/** The part's text in the first of its columns that holds any. */
export function firstOf(cell: Cell, columns: readonly string[]): string {
  for (const column of columns) {
    const text = cell(column);
    if (text !== "") return text;
  }
  return "";
}
