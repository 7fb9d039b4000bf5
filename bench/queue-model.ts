import { seeded } from "../src/base/index.ts";
import { heap } from "../src/measure/network/frustration/heap.ts";

/** A run on a cluster, as the model has it. Times are in seconds. */
export interface QueueModel {
  readonly pieces: number;
  /** Threads of all workers together, each of one piece at a time. */
  readonly threads: number;
  /** Mean time of a piece on its thread, and its standard deviation as a part of it. */
  readonly piece: number;
  readonly spread: number;
  /** What a piece costs the server of the queue, which does one thing at a time. */
  readonly queue: number;
  /** What a piece costs the process that asks: to send it, and to take its rows in. One at a time, too. */
  readonly asker: number;
  /** Threads die, each once in so long on average, and are back after so long. Infinity: never. */
  readonly lives: number;
  readonly back: number;
  /** After so long the piece of a dead thread is given to another. */
  readonly lease: number;
  /** Pieces that the asker has under way beyond the first whose rows are still to come. */
  readonly ahead: number;
  readonly seed: string;
}

export interface QueueRun {
  /** Seconds until the last row is there. */
  readonly makespan: number;
  /** Parts of the time in which threads compute what counts, and in which the queue and the asker are busy. */
  readonly threadsBusy: number;
  readonly queueBusy: number;
  readonly askerBusy: number;
  /** Pieces that were begun again. */
  readonly again: number;
}

const FINISHED = 0;
const LEFT = 1;
const BACK = 2;
const SENT = 3;

/**
 * Plays a run of a cluster, event by event: pieces are sent in order, taken by idle threads, finished or left behind by
 * threads that die, and their rows taken in; no piece is sent that lies more than `ahead` beyond the first that is missing.
 *
 * Queue and asker serve in the order in which they are asked. Times of pieces are log-normal, lives exponential.
 */
export function queueRun(model: QueueModel): QueueRun {
  const { pieces, threads, piece, spread, lives, back, lease, ahead } = model;
  const luck = seeded(model.seed);
  const [times, deaths] = [luck.fork("pieces"), luck.fork("lives")];
  const wide = Math.sqrt(Math.log(1 + spread * spread));
  const drawn = (): number => piece * Math.exp(wide * times.normal() - (wide * wide) / 2);

  const events = heap();
  const codes: number[] = [];
  const free: number[] = [];
  const plan = (at: number, kind: number, thread: number, what: number): void => {
    const slot = free.pop() ?? codes.length / 3;
    codes[3 * slot] = kind;
    codes[3 * slot + 1] = thread;
    codes[3 * slot + 2] = what;
    events.push(at, slot);
  };
  const done = new Uint8Array(pieces);
  const waiting: number[] = [];
  let waitingFrom = 0;
  const idle: number[] = Array.from({ length: threads }, (_, thread) => thread);
  let [now, sent, first, finished, again] = [0, 0, 0, 0, 0];
  let [queueFree, askerFree, queueBusy, askerBusy, useful] = [0, 0, 0, 0, 0];

  /** The queue's next free moment after it has done a part of what a piece costs it. */
  const queued = (from: number, part: number): number => {
    const cost = part * model.queue;
    queueFree = Math.max(queueFree, from) + cost;
    queueBusy += cost;
    return queueFree;
  };
  const asked = (from: number, part: number): number => {
    const cost = part * model.asker;
    askerFree = Math.max(askerFree, from) + cost;
    askerBusy += cost;
    return askerFree;
  };
  const send = (): void => {
    while (sent < pieces && sent < first + ahead) plan(queued(asked(now, 0.5), 1 / 3), SENT, 0, sent++);
  };
  const begin = (): void => {
    while (idle.length > 0 && waitingFrom < waiting.length) {
      const thread = idle.pop() as number;
      const what = waiting[waitingFrom++];
      const from = queued(now, 1 / 3);
      const long = drawn();
      const life = lives === Number.POSITIVE_INFINITY ? lives : -lives * Math.log(1 - deaths.uniform());
      if (life < long) {
        plan(from + life + lease, LEFT, thread, what);
        plan(from + life + back, BACK, thread, what);
      } else {
        useful += long;
        plan(from + long, FINISHED, thread, what);
      }
    }
    if (waitingFrom > 4096 && 2 * waitingFrom > waiting.length) {
      waiting.splice(0, waitingFrom);
      waitingFrom = 0;
    }
  };

  send();
  while (finished < pieces && events.size() > 0) {
    now = events.least();
    const slot = events.pop();
    const [kind, thread, what] = [codes[3 * slot], codes[3 * slot + 1], codes[3 * slot + 2]];
    free.push(slot);
    if (kind === SENT) waiting.push(what);
    else if (kind === BACK) idle.push(thread);
    else if (kind === LEFT) {
      again += 1;
      waiting.push(what);
    } else {
      idle.push(thread);
      asked(queued(now, 1 / 3), 0.5);
      done[what] = 1;
      finished += 1;
      while (first < pieces && done[first] === 1) first += 1;
      send();
    }
    begin();
  }
  const makespan = Math.max(now, queueFree, askerFree);
  return {
    makespan,
    threadsBusy: useful / (makespan * threads),
    queueBusy: queueBusy / makespan,
    askerBusy: askerBusy / makespan,
    again,
  };
}
