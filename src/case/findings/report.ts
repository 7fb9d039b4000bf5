import { didYouMean, type Finding, nearest, type Place } from "../../base/index.ts";
import { type Code, kinds } from "./codes.ts";

/** What stood there and what would be right, where a finding can say so. */
interface Details {
  readonly given?: string;
  readonly expected?: string;
}

/** Where findings are gathered while a case is read. */
export interface Report {
  (code: Code, place: Place, message: string, details?: Details): void;
  /** ` Did you mean "x"?`, for the first hundred misses: searching for more would take too long. */
  suggestion(given: string, candidates: Iterable<string>): { readonly words: string; readonly id?: string };
  /** All findings by file, line and column. */
  findings(): readonly Finding[];
}

const MOST_SUGGESTIONS = 100;

/** An empty report. */
export function newReport(): Report {
  const findings: Finding[] = [];
  let suggestions = 0;
  const report = (code: Code, place: Place, message: string, details: Details = {}): void => {
    findings.push({ code, severity: kinds[code].severity, place, message, ...details });
  };
  return Object.assign(report, {
    suggestion(given: string, candidates: Iterable<string>) {
      suggestions += 1;
      if (suggestions > MOST_SUGGESTIONS || given.length > 200) return { words: "" };
      const all = [...candidates];
      return { words: didYouMean(given, all), id: nearest(given, all) };
    },
    findings: () => findings.slice().sort(byPlace),
  });
}

function byPlace(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/** A value as it is shown in a message: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
