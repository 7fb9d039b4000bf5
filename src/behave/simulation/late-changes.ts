import type { TieSource } from "../plan.ts";
import type { LateChanges } from "../stage.ts";
import type { FedNetwork } from "./feeds.ts";

/** Changes in order of time, first come first gone: columns that grow. */
interface Queue {
  readonly source: number;
  readonly replace: boolean;
  readonly sign: 1 | -1;
  /** Added to the time of an event. */
  readonly delay: number;
  readonly feed: FedNetwork;
  time: Float64Array;
  i: Int32Array;
  j: Int32Array;
  first: number;
  last: number;
}

/** The changes of ties that simulated events bring: at once, and when they leave a window. */
export interface Echoes extends LateChanges {
  event(time: number, i: number, j: number, type: number): void;
}

/** Nothing to come. */
export function echoes(
  sources: readonly TieSource[],
  feeds: readonly FedNetwork[],
  replaces: (network: string) => boolean,
): Echoes {
  const queues: Queue[] = [];
  const add = (source: number, feed: FedNetwork, delay: number, sign: 1 | -1): void => {
    queues.push({
      source,
      feed,
      delay,
      sign,
      replace: replaces(feed.network),
      time: new Float64Array(64),
      i: new Int32Array(64),
      j: new Int32Array(64),
      first: 0,
      last: 0,
    });
  };
  sources.forEach(({ network, window }, s) => {
    for (const feed of feeds) {
      if (feed.network !== network) continue;
      add(s, feed, 0, 1);
      if (window !== undefined) add(s, feed, window, -1);
    }
  });
  let due = Number.POSITIVE_INFINITY;
  let which = -1;
  const look = (): void => {
    due = Number.POSITIVE_INFINITY;
    for (let q = 0; q < queues.length; q++) {
      const { first, last, time } = queues[q];
      if (first < last && time[first] < due) {
        due = time[first];
        which = q;
      }
    }
  };
  return {
    next: () => due,
    take(change) {
      const queue = queues[which];
      const k = queue.first++;
      const value = queue.sign === 1 ? queue.feed.value : queue.replace ? 0 : -queue.feed.value;
      const [time, i, j] = [queue.time[k], queue.i[k], queue.j[k]];
      look();
      change(queue.source, time, i, j, value, queue.replace);
    },
    event(time, i, j, type) {
      for (const queue of queues) {
        if (queue.feed.types !== undefined && !queue.feed.types.includes(type)) continue;
        if (queue.last === queue.time.length) makeRoom(queue);
        queue.time[queue.last] = time + queue.delay;
        queue.i[queue.last] = i;
        queue.j[queue.last] = j;
        queue.last += 1;
      }
      look();
    },
  };
}

/** Moves what is left to the front, into columns twice as long if need be. */
function makeRoom(queue: Queue): void {
  const left = queue.last - queue.first;
  const size = Math.max(64, 2 * left);
  const moved = <A extends Float64Array | Int32Array>(made: A, from: A): A => {
    for (let k = 0; k < left; k++) made[k] = from[queue.first + k];
    return made;
  };
  queue.time = moved(new Float64Array(size), queue.time);
  queue.i = moved(new Int32Array(size), queue.i);
  queue.j = moved(new Int32Array(size), queue.j);
  queue.first = 0;
  queue.last = left;
}
