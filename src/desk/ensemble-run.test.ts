import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import { TawazunError } from "../base/index.ts";
import { type Executor, inProcess, saveEnsemble } from "../forecast/index.ts";
import { type Scenario, worldOf } from "../simulate/index.ts";
import { playEnsemble } from "./ensemble-run.ts";
import type { Lent } from "./verb.ts";

const source = troubledCase();
const world = worldOf(source);
const scenario: Scenario = { seed: "disk", months: 1, policy: "random", interventions: [] };
const RUNS = 4150;

/** A desk whose disk is a map; it can be full, and the user can stop it. */
function deskWith(disk: Map<string, string>, given: { full?: boolean; signal?: AbortSignal } = {}): Lent {
  return {
    version: "test",
    signal: given.signal,
    canWrite: async () => undefined,
    readText: async (path: string) => {
      const text = disk.get(path);
      if (text === undefined) throw new TawazunError("file/unreadable", "There is none.");
      return text;
    },
    writeFiles: async (path: string, files: ReadonlyMap<string, Uint8Array>) => {
      if (given.full) throw new TawazunError("file/full", "There is no room left on the disk.");
      for (const [name, bytes] of files) disk.set(`${path}/${name}`, new TextDecoder().decode(bytes));
    },
  } as unknown as Lent;
}

const play = (lent: Lent, executor: Executor, folder?: string) =>
  playEnsemble(lent, source, world, scenario, executor, { runs: RUNS, folder });

/** Stops after so many futures. */
function stoppedAfter(runs: number): { readonly executor: Executor; readonly signal: AbortSignal } {
  const stop = new AbortController();
  const inner = inProcess();
  const executor: Executor = {
    ...inner,
    stream: (of, shards, take, watch) =>
      inner.stream(of, shards, take, {
        ...watch,
        onRuns: (done) => {
          if (done >= runs) stop.abort();
        },
      }),
  };
  return { executor, signal: stop.signal };
}

const whole = await play(deskWith(new Map()), inProcess());

describe("an ensemble that is kept in a folder", () => {
  it("comes to the same, byte for byte, when it is stopped and taken up again", async () => {
    const disk = new Map<string, string>();
    const { executor, signal } = stoppedAfter(700);
    const first = await play(deskWith(disk, { signal }), executor, "kept");
    expect(first.stopped).toBe(true);
    expect(first.ensemble.runs).toBe(700);
    const second = await play(deskWith(disk), inProcess(), "kept");
    expect(second.before).toBe(700);
    expect(saveEnsemble(second.ensemble, {})).toBe(saveEnsemble(whole.ensemble, {}));
    expect((await play(deskWith(disk), inProcess(), "kept")).before).toBe(RUNS);
  });

  it("ends on a full disk with what was played, and goes on from what was written before", async () => {
    const disk = new Map<string, string>();
    const { executor, signal } = stoppedAfter(100);
    await play(deskWith(disk, { signal }), executor, "kept");
    const full = await play(deskWith(disk, { full: true }), inProcess(), "kept");
    expect(full.trouble?.code).toBe("file/full");
    expect(full.ensemble.runs).toBeGreaterThanOrEqual(4000);
    const after = await play(deskWith(disk), inProcess(), "kept");
    expect(after.before).toBe(100);
    expect(saveEnsemble(after.ensemble, {})).toBe(saveEnsemble(whole.ensemble, {}));
  });

  it("is not taken up with another seed", async () => {
    const disk = new Map<string, string>();
    await play(deskWith(disk), inProcess(), "kept");
    const other = playEnsemble(deskWith(disk), source, world, { ...scenario, seed: "other" }, inProcess(), {
      runs: RUNS,
      folder: "kept",
    });
    await expect(other).rejects.toMatchObject({ code: "ensemble/other" });
  });
});
