import type { SeatGame, Sitting } from "../../desk/index.ts";

/** A game of seats as the server sends it. */
export interface SeatAnswer extends Sitting {
  readonly id: number;
  readonly game: SeatGame;
}

/** The seats that can be taken, and the games so far. */
export interface SeatList {
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  readonly games: readonly {
    readonly id: number;
    readonly at: string;
    /** The case was edited since: its turns would be others. */
    readonly moved: boolean;
    readonly game: SeatGame;
  }[];
}
