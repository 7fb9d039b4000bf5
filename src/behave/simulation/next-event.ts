import { log, type PlacedStream, TawazunError } from "../../base/index.ts";
import type { Stage } from "../stage.ts";
import { agreements } from "./agreement.ts";
import { drawn, receiverWeights, typeWeights } from "./receiver.ts";
import { urn } from "./urn.ts";
import type { Parts } from "./world.ts";

/** An event in the making; filled in by the draws. */
export interface NextEvent {
  time: number;
  sender: number;
  receiver: number;
  type: number;
}

/** How a draw ended: with an event, at the end of time, or with nobody who could act. */
type Outcome = "event" | "until" | "still";

/** What luck is for: one place a purpose, so that draws for one do not shift those for another. */
const WAIT = 0;
const WHO = 1;
const TOWARD = 2;
const TYPE = 3;

/** Draws without a partner after which nobody is taken to have one. */
const MOST_TRIES = 10_000;

/** Draws one event after another from the parts of a simulation. */
export function eventDraws(
  now: Stage,
  { who, toward, pair, type }: Parts,
  luck: PlacedStream,
  run: number,
): {
  /** Brings the world up to a time. */
  move(time: number, through: boolean): void;
  /** The next event after the last one. */
  timed(e: number, event: NextEvent, until: number): Outcome;
  /** The event at a time that is given. */
  untimed(e: number, event: NextEvent, time: number): Outcome;
} {
  const { n } = now;
  const unit = pair === undefined ? "sender" : "pair";
  const actor = who ?? (pair?.model.kind === "coordination" ? undefined : pair);
  const none = new Float64Array(0);
  const units = urn(now, actor?.terms ?? [], unit, actor?.coefficients ?? none);
  const toReceiver = receiverWeights(now, toward?.terms ?? [], toward?.coefficients ?? none);
  const kind = type === undefined ? undefined : typeWeights(type.terms, type.kinds, type.coefficients);
  const shortest = Math.min(
    ...(actor?.terms ?? []).map((term) => (term.moving ? (term.halfLife ?? 1) : Number.POSITIVE_INFINITY)),
  );
  let pace = 0;

  function move(time: number, through: boolean): void {
    now.advance(time, through);
    units.note();
  }

  /** Receiver and type for a unit that acts; false if it finds nobody. */
  function completed(e: number, attempt: number, unitDrawn: number, event: NextEvent): boolean {
    if (pair === undefined) {
      event.sender = unitDrawn;
      luck.at(run, e, attempt, TOWARD);
      const total = toReceiver.weigh(unitDrawn, -1, event.time);
      if (total === 0) return false;
      event.receiver = drawn(toReceiver.weights, luck.uniform() * total);
    } else {
      event.sender = Math.floor(unitDrawn / n);
      event.receiver = unitDrawn - event.sender * n;
    }
    if (kind !== undefined) {
      luck.at(run, e, attempt, TYPE);
      const total = kind.weigh(event.sender, event.receiver, event.time);
      event.type = drawn(kind.weights, luck.uniform() * total);
    }
    return true;
  }

  /** A unit drawn by weight at a time; −1 where its weight has fallen too far below its bound. */
  function unitOf(e: number, attempt: number, total: number, time: number): number {
    luck.at(run, e, attempt, WHO);
    const u = units.draw(luck.uniform() * total);
    if (!units.moving) return u;
    return luck.uniform() * units.weights[u] < units.weight(u, time) ? u : -1;
  }

  return {
    move,
    timed(e, event, until) {
      let attempt = 0;
      let misses = 0;
      for (;;) {
        const change = now.upcoming();
        let end = Math.min(change, until);
        if (units.moving) {
          end = Math.min(end, event.time + Math.min(shortest / 4, pace > 0 ? 3 / pace : shortest / 4));
        }
        const total = units.renew(event.time, Number.isFinite(end) ? end : event.time);
        if (!(total < 1e300)) runsAway(event.time);
        pace = total;
        for (;;) {
          luck.at(run, e, attempt, WAIT);
          const time = total > 0 ? event.time - log(1 - luck.uniform()) / total : Number.POSITIVE_INFINITY;
          if (!(time <= end) || time === Number.POSITIVE_INFINITY) break;
          event.time = time;
          now.advance(time);
          const u = unitOf(e, attempt, total, time);
          if (u >= 0 && completed(e, attempt, u, event)) return "event";
          attempt += 1;
          misses += u >= 0 ? 1 : 0;
          if (misses > MOST_TRIES) return "still";
        }
        attempt += 1;
        if (end === Number.POSITIVE_INFINITY) return "still";
        event.time = end;
        if (end >= until) return "until";
        move(end, end === change);
      }
    },
    untimed(e, event, time) {
      event.time = time;
      move(time, false);
      if (pair?.model.kind === "coordination") return agreement(e, event);
      const total = units.renew(time, time);
      if (!(total < 1e300)) runsAway(time);
      if (total === 0) return "still";
      for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
        const u = unitOf(e, attempt, total, time);
        if (u >= 0 && completed(e, attempt, u, event)) return "event";
      }
      return "still";
    },
  };

  function agreement(e: number, event: NextEvent): Outcome {
    const chances = new Float64Array(n * n);
    const part = pair as NonNullable<typeof pair>;
    const total = agreements(now, part.terms, part.coefficients, event.time, chances);
    if (!(total > 0)) return "still";
    luck.at(run, e, 0, WHO);
    completed(e, 0, drawn(chances, luck.uniform() * total), event);
    return "event";
  }
}

/** Refuses a process whose pace has no bound. */
export function runsAway(time: number): never {
  throw new TawazunError(
    "simulate/runaway",
    `At time ${time} events come faster and faster without end: each makes the next ones likelier by more than time takes away. Give a number of events, or take a transform such as muchness of the statistics of past events.`,
  );
}
