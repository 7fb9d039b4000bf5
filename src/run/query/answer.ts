/** What stands in a row. */
export type Value = string | number | boolean | null;

/** What is asked of tables: a question in SQL, or rows, columns and groups by name; of none, what tables there are. */
export interface QueryAsked {
  readonly sql?: string | undefined;
  /** Of which table; needed where there are several and none is named rows. */
  readonly table?: string | undefined;
  readonly columns?: readonly string[] | undefined;
  /** Conditions such as `calm > 0.5`; all must hold. */
  readonly where?: readonly string[] | undefined;
  readonly group?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Rows that answer a question. */
export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Whether there are more than are given. */
  readonly more: boolean;
  /** Whether it was told to stop before the end. */
  readonly stopped: boolean;
}

/** Rows of an answer at most: a longer one is no answer that a person reads. */
export const MOST_ROWS = 1_000_000;
