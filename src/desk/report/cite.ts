import type { Case, CaseSource } from "../../case/index.ts";
import type { Cell, Citation } from "../../show/index.ts";

/** What any datum of a case carries of where it is from. */
export interface Sourced {
  readonly source?: string | readonly string[] | undefined;
  readonly evidence?: string | readonly string[] | undefined;
}

/** Ids as a list, whether one, several or none are written. */
export function idsOf(ids: string | readonly string[] | undefined): readonly string[] {
  if (ids === undefined) return [];
  return typeof ids === "string" ? [ids] : ids;
}

/** The sources of a datum, or that which the case names for all. */
export function sourceIdsOf(source: Case, datum: Sourced): readonly string[] {
  const own = idsOf(datum.source);
  return own.length > 0 ? own : idsOf(source.head.default_source);
}

/** Whether somebody published it: judgements and general knowledge have neither publisher nor address. */
export function isPublished(source: CaseSource): boolean {
  return source.publisher !== undefined || source.url !== undefined;
}

function address(source: CaseSource): string | undefined {
  return source.url !== undefined && /^https?:\/\/\S+$/i.test(source.url) ? source.url : undefined;
}

/** A source of the case as a reader sees it: title, publisher, date. */
function citationOf(source: CaseSource): Citation {
  const made = [source.publisher, source.date].filter((part) => part !== undefined).join(", ");
  const url = address(source);
  return {
    text: made === "" ? source.title : `${source.title}. ${made}`,
    ...(url === undefined ? {} : { url }),
  };
}

/**
 * The sources of some data of a case, those that carry most of them first.
 *
 * @param most more than these are only counted.
 */
export function citationsOf(source: Case, data: Iterable<Sourced>, most = 8): Citation[] {
  const times = new Map<string, number>();
  for (const datum of data) {
    for (const id of sourceIdsOf(source, datum)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  const cited = source.sources.filter((one) => times.has(one.id));
  cited.sort((a, b) => (times.get(b.id) ?? 0) - (times.get(a.id) ?? 0));
  const left = cited.length - most;
  return [
    ...cited.slice(0, most).map(citationOf),
    ...(left > 0 ? [{ text: `and ${left} more of the sources that the case names` }] : []),
  ];
}

function dated(publisher: string, date: string | undefined): string {
  return date === undefined ? publisher : `${publisher}, ${date}`;
}

/** The sources of one datum as a cell: publishers, or what an unpublished one is called, leading to the first that has an address. */
export function sourceCell(source: Case, datum: Sourced): Cell {
  const ids = sourceIdsOf(source, datum);
  const cited = ids.flatMap((id) => source.sources.filter((one) => one.id === id));
  if (cited.length === 0) return undefined;
  const text = cited
    .map((one) => (one.publisher === undefined ? one.id.replace(/-/g, " ") : dated(one.publisher, one.date)))
    .join("; ");
  const to = cited.map(address).find((url) => url !== undefined);
  return to === undefined ? text : { text, to };
}
