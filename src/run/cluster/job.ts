import { createHash } from "node:crypto";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { Shard } from "../../forecast/index.ts";

/** Runs of one scenario that travel as one job; a shard of more is a job by itself. */
const MOST_RUNS = 50;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What a job of ours looks like. What a scenario and a plan may say is checked where they are played. */
const shape = z.strictObject({
  version: z.string().min(1).max(64),
  case: hex,
  scenario: z.looseObject({
    seed: z.string().max(1000),
    months: z.number().int().min(1).max(1200),
    policy: z.string().max(200),
    interventions: z.array(z.looseObject({})).max(10_000),
  }),
  plan: z.strictObject({
    questions: z.array(z.string()).max(10_000),
    outcomes: z.array(z.looseObject({})).max(10_000),
    detail: z.boolean(),
    deeds: z.boolean().optional(),
  }),
  ranges: z
    .array(z.tuple([whole, whole]).refine(([from, to]) => to > from && to - from <= 1_000_000))
    .min(1)
    .max(1000),
});

/** A piece of work for a worker anywhere: a pure function of what it says, and named by it. */
export interface ClusterJob {
  /** SHA-256 of `text`: what it is called in the queue, and its rows on the shelf. */
  readonly id: string;
  /** The work that it is part of: the same case, engine, seed and plan, whatever the changes. */
  readonly run: string;
  /** All that its rows follow from: case, engine, scenario with its seed, plan, which runs. */
  readonly text: string;
  readonly case: string;
  readonly shards: readonly Shard[];
}

/** A case as it travels. */
export interface ShippedCase {
  readonly hash: string;
  readonly bytes: Buffer;
}

/** SHA-256 in hexadecimal digits. */
export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A case as bytes, called by their hash: by what is played, and not by the files from which it was read. */
export function shipped(source: Case): ShippedCase {
  const bytes = Buffer.from(JSON.stringify(source));
  return { hash: digest(bytes), bytes };
}

/**
 * The case that some bytes are.
 *
 * @throws {TawazunError} `cluster/case` if they are not those of the hash.
 */
export function unshipped(hash: string, bytes: Uint8Array): Case {
  if (digest(bytes) === hash) return JSON.parse(Buffer.from(bytes).toString("utf8")) as Case;
  throw new TawazunError(
    "cluster/case",
    `The case ${hash.slice(0, 12)} arrived with other bytes than its hash says, and is not played.`,
  );
}

/** Shards as jobs, in their order: neighbours of the same scenario and plan travel together. */
export function jobsOf(version: string, source: string, shards: readonly Shard[]): readonly ClusterJob[] {
  const jobs: ClusterJob[] = [];
  let together: Shard[] = [];
  let like = "";
  const close = (): void => {
    const [first] = together;
    if (first === undefined) return;
    const { scenario, plan } = first;
    const ranges = together.map(({ from, to }) => [from, to]);
    const text = JSON.stringify({ version, case: source, scenario, plan, ranges });
    jobs.push({ id: digest(text), run: runOf(version, source, first), text, case: source, shards: together });
    together = [];
  };
  for (const shard of shards) {
    const own = JSON.stringify([shard.scenario, shard.plan]);
    const runs = together.reduce((sum, { from, to }) => sum + to - from, shard.to - shard.from);
    if (own !== like || runs > MOST_RUNS) close();
    together.push(shard);
    like = own;
  }
  close();
  return jobs;
}

/**
 * A job as it came out of the queue.
 *
 * @throws {TawazunError} `cluster/job` if it is not one of ours, or not what its id says.
 */
export function readJob(id: string, data: unknown): ClusterJob & { readonly version: string } {
  const text = (data as { readonly text?: unknown } | null)?.text;
  const refuse = (why: string): TawazunError =>
    new TawazunError("cluster/job", `The job ${id.slice(0, 12)} is refused: ${why}.`);
  if (typeof text !== "string") throw refuse("it is none of Tawazun's");
  if (digest(text) !== id) throw refuse("it is not the work that its name says");
  let parsed: ReturnType<typeof shape.safeParse>;
  try {
    parsed = shape.safeParse(JSON.parse(text));
  } catch {
    throw refuse("it cannot be read");
  }
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw refuse(`it has not the shape of Tawazun's (${path.join(".")}: ${message})`);
  }
  const { version, case: source, scenario, plan, ranges } = parsed.data;
  const shards = ranges.map(([from, to]) => ({ scenario, plan, from, to }) as unknown as Shard);
  return { id, run: runOf(version, source, shards[0]), text, case: source, shards, version };
}

function runOf(version: string, source: string, { scenario, plan }: Shard): string {
  const { interventions: _, ...rest } = scenario;
  return digest(JSON.stringify([version, source, rest, plan])).slice(0, 12);
}
