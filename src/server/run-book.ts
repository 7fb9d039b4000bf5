import { TawazunError } from "../base/index.ts";
import type { RunRow, Store } from "../run/index.ts";

/** What a run is written down as when it goes on or ends. */
type Changes = Partial<Omit<RunRow, "key" | "folder">>;

/** The runs of a workbench, as its store has them. */
export interface RunBook {
  /** A run by its key, whoever asked for it first. */
  row(key: string): Promise<RunRow | undefined>;
  /** Writes down a run that is asked for, in place of an earlier one of its key unless `isNew`. */
  put(row: Omit<RunRow, "folder">, isNew?: boolean): Promise<void>;
  /** Writes down how a run goes on. What the store refuses is kept until it takes it, and said. */
  set(key: string, changes: Changes): Promise<void>;
  /** The last runs of this workbench, newest first, without what they found. */
  list(): Promise<readonly Omit<RunRow, "text" | "json">[]>;
  /** What the last reports of this workbench found, newest first. */
  reports(): Promise<readonly string[]>;
  /** Runs of this workbench that were not carried out to their end. */
  left(): Promise<readonly RunRow[]>;
}

/**
 * @param scope names this workbench among those that share the store.
 * @param say tells whoever runs the server that the store refuses.
 */
export function runBook(store: Store, scope: string, say: (line: string) => void): RunBook {
  // What the store did not take: it is answered from here, and written once the store takes it again.
  const held = new Map<string, Changes>();

  async function write(key: string, changes: Changes): Promise<void> {
    await store.updateTable("runs").set(changes).where("key", "=", key).execute();
  }

  return {
    async row(key) {
      const found = await store.selectFrom("runs").selectAll().where("key", "=", key).executeTakeFirst();
      return found === undefined ? undefined : { ...found, ...held.get(key) };
    },
    async put(row, isNew = false) {
      const whole = { ...row, folder: scope };
      await store
        .insertInto("runs")
        .values(whole)
        .onConflict((at) => (isNew ? at.column("key").doNothing() : at.column("key").doUpdateSet(whole)))
        .execute();
      held.delete(row.key);
    },
    async set(key, changes) {
      const all = { ...held.get(key), ...changes };
      try {
        await write(key, all);
        held.delete(key);
        for (const [other, kept] of held) {
          await write(other, kept);
          held.delete(other);
        }
      } catch (error) {
        if (!(error instanceof TawazunError)) throw error;
        if (!held.has(key)) say(`${error.message} What runs find is kept until the workbench ends.`);
        held.set(key, all);
      }
    },
    async list() {
      const rows = await store
        .selectFrom("runs")
        .select(["key", "folder", "verb", "options", "state", "asked_at", "ended_at", "code"])
        .where("folder", "=", scope)
        .orderBy("asked_at", "desc")
        .limit(200)
        .execute();
      return rows.map((one) => ({ ...one, state: held.get(one.key)?.state ?? one.state }));
    },
    async reports() {
      const rows = await store
        .selectFrom("runs")
        .select("json")
        .where("folder", "=", scope)
        .where("verb", "=", "report")
        .where("state", "=", "done")
        .orderBy("ended_at", "desc")
        .limit(10)
        .execute();
      return rows.flatMap(({ json }) => (json === null ? [] : [json]));
    },
    left: () =>
      store
        .selectFrom("runs")
        .selectAll()
        .where("folder", "=", scope)
        .where("state", "in", ["waiting", "running"])
        .execute(),
  };
}
