/** A party with seats when a government is to be formed. */
export interface SeatedParty {
  readonly id: string;
  readonly seats: number;
  /** Left 0 … right 10. */
  readonly leftRight: number;
  /** Liberty 0 … authority 10; absent: unknown. */
  readonly libertyAuthority?: number | undefined;
  /** Against 0 … for 10 European integration; absent: unknown. */
  readonly proEurope?: number | undefined;
  /** What kind of party it is. */
  readonly family: PartyFamily;
}

/** The families that the model knows apart. */
export type PartyFamily = "communist" | "christian-democrat" | "other";

/** A government of the past: what the formation of the next one can have learned from. */
export interface PastCabinet {
  /** When it began, in days. */
  readonly start: number;
  /** The parliament it rested on. */
  readonly parliament: string;
  readonly caretaker: boolean;
  /** Seats in all, and of each party that had any. */
  readonly total: number;
  readonly seats: ReadonlyMap<string, number>;
  /** Parties in it. */
  readonly parties: ReadonlySet<string>;
  /** Party of the head of government, if known. */
  readonly head?: string | undefined;
}

/** A government is to be formed: who has seats now, and who has governed until now. */
export interface Occasion {
  /** The day, counted as in `dayOf`. */
  readonly day: number;
  readonly parliament: string;
  /** Seats in all. */
  readonly total: number;
  /** At most {@link MOST_PARTIES}, none with a majority alone. */
  readonly parties: readonly SeatedParty[];
  /** The country's governments before, oldest first. */
  readonly past: readonly PastCabinet[];
}

/** Beyond so many parties the potential governments, 2ⁿ − 1, are too many to look at. */
export const MOST_PARTIES = 16;

/** Days of a year, for ages and half-lives. */
export const YEAR = 365.25;
