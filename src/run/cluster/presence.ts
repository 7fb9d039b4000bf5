import * as z from "zod";
import type { Shelf } from "./shelf.ts";

/** Milliseconds between two signs of life, and after how many without one somebody counts as gone. */
export const BEAT = 2_000;
const GONE = 10_000;

const worker = z.object({
  host: z.string(),
  version: z.string(),
  threads: z.number(),
  running: z.number(),
  done: z.number(),
  failed: z.number(),
  draining: z.boolean(),
});

const asker = z.object({
  host: z.string(),
  version: z.string(),
  run: z.string(),
  case: z.string(),
  /** What it is about, in words. */
  name: z.string(),
  /** Pieces asked for and not there yet. */
  outstanding: z.number(),
  done: z.number(),
  total: z.number(),
});

/** A worker of the cluster, as it says itself. */
export type WorkerPresence = z.infer<typeof worker>;
/** Somebody who waits for the rows of a run: a sweep. */
export type AskerPresence = z.infer<typeof asker>;

const shapes = { workers: worker, askers: asker };

interface Presences {
  readonly workers: WorkerPresence;
  readonly askers: AskerPresence;
}

/** Gives a sign of life. */
export async function beat<Kind extends keyof Presences>(
  shelf: Shelf,
  kind: Kind,
  id: string,
  presence: Presences[Kind],
): Promise<void> {
  const at = await shelf.clock();
  await shelf.set(kind, id, Buffer.from(JSON.stringify({ ...presence, at })));
}

/** Who has given a sign of life lately, by id. Those that have not for long are taken off the shelf. */
export async function present<Kind extends keyof Presences>(
  shelf: Shelf,
  kind: Kind,
): Promise<ReadonlyMap<string, Presences[Kind]>> {
  const now = await shelf.clock();
  const found = new Map<string, Presences[Kind]>();
  const gone: string[] = [];
  for (const [id, bytes] of await shelf.all(kind)) {
    const read = parsed(bytes);
    const shaped = shapes[kind].safeParse(read);
    const at = typeof read?.at === "number" ? read.at : 0;
    if (shaped.success && now - at < GONE) found.set(id, shaped.data as Presences[Kind]);
    else gone.push(id);
  }
  if (gone.length > 0) await shelf.remove(kind, gone);
  return found;
}

function parsed(bytes: Buffer): { readonly at?: unknown } | undefined {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
