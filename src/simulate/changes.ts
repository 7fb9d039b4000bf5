/**
 * What a move, or the passing of time, may change: the only way into {@link State}.
 *
 * A move's effects are written once against this and used three ways: carried out, weighed by an
 * actor before it chooses, and recorded. All arguments are indices; amounts are differences unless
 * the name says "set".
 */
export interface Changes {
  /** Seats pass from one party to another; whole numbers. */
  seats(from: number, to: number, count: number): void;
  /** A party takes its seats to another list, or stands alone (−1). */
  list(actor: number, list: number): void;
  /** An organisation is from now on one that broke away from another, or from none (−1). */
  origin(actor: number, parent: number): void;
  /** A party enters or leaves the government. */
  government(actor: number, inside: boolean): void;
  /** An amount of a resource kind such as "street"; the holding never falls below 0. */
  holding(actor: number, kind: string, amount: number): void;
  /** A post goes to a holder, or falls vacant (−1). */
  holder(post: number, actor: number, acting: boolean): void;
  status(actor: number, status: number): void;
  relation(from: number, to: number, amount: number): void;
  /** A standing fact between two actors, see `flag`. */
  flag(from: number, to: number, bit: number, on: boolean): void;
  sponsorship(from: number, to: number, amount: number): void;
  grievance(actor: number, amount: number): void;
  /** A stated position moves. */
  position(actor: number, issue: number, amount: number): void;
  /** The status quo of an issue is set. */
  statusQuo(issue: number, value: number): void;
  boycott(actor: number, arena: number, on: boolean): void;
  /** Members of the actor's party who have signed against the head of government: set. */
  pledged(actor: number, members: number): void;
  /** An actor is asked to sign against the head of government. */
  asked(actor: number): void;
  /** A motion is tabled on a day, or disposed of (−1). */
  motion(day: number): void;
  warrant(actor: number, on: boolean): void;
  convicted(actor: number): void;
  passes(stage: number, on: boolean): void;
  territory(territory: number, holder: number): void;
  /** Political pressure toward violence. */
  pressure(amount: number): void;
  /** The assembly is elected anew. */
  election(arena: number): void;
  /** The head of government has fallen: a new one is found. */
  formation(): void;
}
