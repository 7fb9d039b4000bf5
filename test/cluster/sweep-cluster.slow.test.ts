import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Lent } from "../../src/desk/verb.ts";
import { sweep } from "../../src/desk/verbs/sweep.ts";
import type { Executor } from "../../src/forecast/index.ts";
import * as lent from "../../src/run/index.ts";
import { begin, type Running, tawazun } from "../cli-run.ts";
import { newCaseAt } from "./new-case-at.ts";
import { heard, kinds, poisoned, startWorker, type TestServer, until, type WorkerProcess } from "./work.ts";

// servers and processes come up slowly on a machine that does much else
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const experiment = `name: Many
repetitions: 10
months: 2
variables:
  - { name: tie, set: { relation: { from: vale, to: ridge } }, range: [-1, 1], steps: 200 }
record:
  outcomes:
    - { name: calm, measure: { stability: { to: 2024-06 } } }
`;

const base = mkdtempSync(join(tmpdir(), "tawazun-cluster-"));
const place = join(base, "case");

/** Every file that a sweep left, but for how long it took. */
function files(folder: string): ReadonlyMap<string, string> {
  const names = globSync("**/*.*", { cwd: folder }).sort();
  const kept = names.filter((name) => !name.endsWith("timing.json"));
  return new Map(kept.map((name) => [name, readFileSync(join(folder, name), "base64")]));
}

const pieces = (folder: string): number => globSync("**/shards/**/*.*", { cwd: folder }).length;

describe.each(kinds)("a sweep on a cluster over $kind", ({ kind, start, missing }) => {
  describe.skipIf(missing !== undefined)("with a server of its own", () => {
    const alone = join(base, "alone");
    const out = join(base, kind);
    let server: TestServer;
    let worker: WorkerProcess;

    const words = (folder: string): readonly string[] => ["sweep", place, "many", "--out", folder];
    const onCluster = (): Running => begin([...words(out), "--cluster", server.url]);
    const ended = async (running: Running) => {
      const how = await running.ended;
      heard.push(how.out, how.err);
      return how;
    };

    beforeAll(async () => {
      server = await start();
      if (pieces(alone) > 0) return;
      await newCaseAt(place);
      mkdirSync(join(place, "experiments"));
      writeFileSync(join(place, "experiments/many.yaml"), experiment);
    });
    // one that stands still would hold up all that follow
    afterEach(() => void worker?.process.kill("SIGCONT"));
    afterAll(async () => {
      worker?.process.kill("SIGKILL");
      await server?.end();
    });

    it("killed, interrupted and cancelled goes on each time, to the bytes of one machine", async () => {
      if (pieces(alone) === 0) expect((await tawazun([...words(alone), "--workers", "1"])).code).toBe(0);
      worker = await startWorker(server.url, 1, 5);
      const stand = (): void => void worker.process.kill("SIGSTOP");
      const go = (): void => void worker.process.kill("SIGCONT");
      const killed = onCluster();
      await until(() => pieces(out) >= 10);
      // the worker stands still while others end, or it would be done before they are there again
      stand();
      killed.process.kill("SIGKILL");
      await ended(killed);
      if (kind === "postgres") {
        go();
        expect((await ended(onCluster())).code).toBe(0);
        expect(files(out)).toEqual(files(alone));
        return;
      }

      const interrupted = onCluster();
      await interrupted.shows(/are there/);
      go();
      await until(() => pieces(out) >= 50);
      stand();
      interrupted.process.kill("SIGINT");
      expect(await ended(interrupted)).toMatchObject({
        code: 130,
        out: expect.stringContaining("the same command goes on"),
        err: expect.stringContaining("what is done is kept"),
      });

      const cancelled = onCluster();
      await cancelled.shows(/are there/);
      go();
      await until(() => pieces(out) >= 90);
      stand();
      const { workers, runs } = await lent.clusterStatus(server.url, "0.1.0");
      expect(workers).toMatchObject([{ threads: 1, failed: 0 }]);
      // those that were killed count as there for some seconds yet
      const [{ askers }] = runs;
      expect(runs).toMatchObject([{ failed: 0 }]);
      expect(new Set(askers.map(({ name }) => name))).toEqual(new Set([`sweep ${place} many`]));
      await lent.cancelRun(server.url, "0.1.0", runs[0].run);
      expect(await ended(cancelled)).toMatchObject({
        code: 130,
        err: expect.stringContaining("was cancelled from the queue"),
      });
      expect(pieces(out)).toBeLessThan(200);
      go();

      expect((await ended(onCluster())).code).toBe(0);
      expect(files(out)).toEqual(files(alone));
      expect(pieces(out)).toBe(200);
    });

    it("with a poisoned piece completes the rest, names it, and says so by its exit code", async () => {
      const cluster = await lent.openCluster(server.url, { version: "0.1.0" });
      const [bad] = [poisoned("bad")];
      let calls = 0;
      const executor: Executor = {
        ...cluster,
        workers: 4,
        // the fourth piece asked for, each time it is asked for
        carryOut: (source, shards, watch) =>
          cluster.carryOut(source, shards[0]?.from === 0 && isFourth(shards[0]) ? [bad] : shards, watch),
      };
      let fourth = "";
      function isFourth({ scenario }: { readonly scenario: unknown }): boolean {
        const own = JSON.stringify(scenario);
        if (++calls === 4) fourth = own;
        return own === fourth;
      }
      const with_ = { ...lent, executor: () => executor, version: "0.1.0" } as unknown as Lent;
      const small = join(base, "small.yaml");
      writeFileSync(small, experiment.replace("200", "8"));
      const folder = join(base, `poisoned-${kind}`);
      const how = await sweep.run(with_, [place, small], sweep.options.parse({ out: folder }));
      expect(how.code).toBe(1);
      expect(how.json).toMatchObject({
        futures: 70,
        failed: [
          { point: expect.any(Number), scenario: "as-is", message: expect.stringContaining("no-such-move") },
        ],
      });
      expect(how.text).toMatch(/point \d, as-is, futures 0 to 9: .*no-such-move/);
      await cluster.close();
    });

    it("says no password, and refuses in words what does not answer", async () => {
      const { password } = server;
      const nobody = server.url.replace(`:${server.port}`, ":9");
      const ends = [await tawazun(["queue", "--cluster", nobody])];
      expect(ends[0].code).toBe(2);
      expect(ends[0].err).toMatch(
        /127\.0\.0\.1:9.* does not answer: .*ECONNREFUSED.* \[cluster\/unreachable\]/,
      );
      const status = tawazun(["queue", "--cluster", server.url]);
      ends.push(await status);
      expect(ends[1]).toMatchObject({ code: 0, out: expect.stringContaining("Failed for good:") });
      for (const { out: said, err } of ends) heard.push(said, err);
      for (const secret of [password, encodeURIComponent(password)]) {
        expect(heard.filter((text) => text.includes(secret))).toEqual([]);
      }
    });
  });
});

afterAll(() => rmSync(base, { recursive: true, force: true }));
