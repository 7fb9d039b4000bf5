/** How much a finding weighs: an error stops the work, a warning does not, a note only informs. */
export type Severity = "error" | "warning" | "note";

/** Where in a file: line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A remark on a text from outside: what was given, what would be right.
 * Findings are data; nothing that reads outside text throws.
 */
export interface Finding {
  /** Stable, for programs: `family/what`, such as `case/reference`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** One or two sentences for an analyst: what, and what to do. */
  readonly message: string;
  /** What stood there, as printed text. */
  readonly given?: string;
  /** What would be right, or the near miss. */
  readonly expected?: string;
}
