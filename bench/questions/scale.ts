// How long do 10⁸ and 10¹⁰ futures take on a cluster, and what gives way first?
//   npm run bench -- scale [FUTURES_A_SECOND_AND_CORE] [--write]
// A model of the queue, played event by event (bench/queue-model.ts), with costs of a piece that `npm run bench -- cluster` measured.
import { type QueueModel, queueRun } from "../queue-model.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

/** CPU seconds that a piece costs, as `cluster` measured them: the server of the queue, and who asks. */
const COSTS = {
  Redis: { queue: 0.0003, asker: 0.0004 },
  PostgreSQL: { queue: 0.0024, asker: 0.0005 },
} as const;
/** One-year futures of cases/iraq-2012 a second on one core, as `futures` measured them. */
const FUTURES = 175;
/** No more pieces are played in the model; longer runs take as much longer as they have more. */
const MOST_PIECES = 200_000;
const HOUR = 3600;

interface Asked {
  readonly futures: number;
  readonly threads: number;
  readonly each: number;
  readonly queue: keyof typeof COSTS;
}

const ASKED: readonly Asked[] = [
  { futures: 1e8, threads: 16, each: 50, queue: "Redis" },
  { futures: 1e8, threads: 128, each: 50, queue: "Redis" },
  { futures: 1e8, threads: 128, each: 50, queue: "PostgreSQL" },
  { futures: 1e8, threads: 128, each: 500, queue: "PostgreSQL" },
  { futures: 1e10, threads: 128, each: 50, queue: "Redis" },
  { futures: 1e10, threads: 1024, each: 50, queue: "Redis" },
  { futures: 1e10, threads: 1024, each: 500, queue: "Redis" },
  { futures: 1e10, threads: 4096, each: 500, queue: "Redis" },
  { futures: 1e10, threads: 4096, each: 5000, queue: "Redis" },
];

/** Hours, and how busy each part is, by futures, threads, futures a piece and kind of queue. */
export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const rate = words[0] === undefined ? FUTURES : Number(words[0]);
  if (!(rate > 0)) throw new Error(`"${words[0]}" is no number of futures a second.`);
  const most = quick ? 5_000 : MOST_PIECES;
  return {
    title: "How long do very many futures take on a cluster?",
    rows: ASKED.map(({ futures, threads, each, queue }) => {
      const pieces = futures / each;
      const model: QueueModel = {
        pieces: Math.min(pieces, most),
        threads,
        piece: each / rate,
        spread: 0.2,
        ...COSTS[queue],
        lives: 240 * HOUR,
        back: 120,
        lease: 15,
        ahead: 4 * Math.max(256, 8 * threads),
        seed: "scale",
      };
      const { makespan, threadsBusy, queueBusy, askerBusy } = queueRun(model);
      const hours = ((makespan / HOUR) * pieces) / model.pieces;
      return {
        futures: futures.toExponential(0).replace("e+", "e"),
        threads,
        "futures a piece": each,
        queue,
        hours,
        "core hours": hours * threads,
        "threads busy": percent(threadsBusy),
        "queue busy": percent(queueBusy),
        "who asks busy": percent(askerBusy),
      };
    }),
    notes: [
      `A model, not a measurement. ${rate} one-year futures of cases/iraq-2012 a second on a core; times of pieces log-normal with a deviation of a fifth; each thread dies once in ten days on average and is back after two minutes; a lease of 15 s. A piece costs the queue ${costs("queue")}, and who asks ${costs("asker")}: CPU measured by “npm run bench -- cluster”.`,
      `Runs of more than ${most} pieces are played with ${most}, and their time taken in proportion.`,
    ],
  };
}

function costs(of: "queue" | "asker"): string {
  return Object.entries(COSTS)
    .map(([name, cost]) => `${(1000 * cost[of]).toFixed(1)} ms (${name})`)
    .join(" or ");
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
