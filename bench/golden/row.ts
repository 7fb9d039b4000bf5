/** One table that was checked: where it stands, and how near the figures came. */
export interface GoldenRow {
  /** The file, relative to the folder of tables. */
  readonly file: string;
  /** Which table of the file: a game, a year, a network. */
  readonly table: string;
  readonly passed: boolean;
  /** How many figures were compared. */
  readonly compared: number;
  /** The largest difference met, in the unit of the table. */
  readonly worst?: number;
  /** What was asked: `4 decimals`, `exact`, `5e-4`. */
  readonly digits?: string;
  readonly note?: string;
}

/** What a file of `bench/golden` exports: where its tables lie, and how they are checked. */
export interface GoldenFamily {
  /** Relative to the project's folder. */
  readonly defaultDirectory: string;
  readonly golden: (directory: string) => Promise<readonly GoldenRow[]>;
}
