import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Observations, Shard } from "../../src/forecast/index.ts";
import { addressOf } from "../../src/run/cluster/address.ts";
import { openQueue } from "../../src/run/cluster/queue.ts";
import {
  type Cluster,
  cancelRun,
  clusterStatus,
  joinCluster,
  openCluster,
  threads,
} from "../../src/run/index.ts";
import {
  alone,
  heard,
  kinds,
  poisoned,
  shardsOf,
  source,
  startWorker,
  type TestServer,
  until,
  type WorkerProcess,
} from "./work.ts";

// servers and processes come up slowly on a machine that does much else
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const VERSION = "0.1.0";

describe.each(kinds)("a cluster over $kind", ({ start, missing }) => {
  describe.skipIf(missing !== undefined)("with a server of its own", () => {
    let server: TestServer;
    const workers: WorkerProcess[] = [];
    const clusters: Cluster[] = [];
    let seed = "";

    const hear = (line: string): void => void heard.push(line);
    const open = async (more: { say?: (line: string) => void; onCancelled?: () => void } = {}) => {
      const say = (line: string): void => {
        hear(line);
        more.say?.(line);
      };
      const cluster = await openCluster(server.url, { version: VERSION, name: "a test", ...more, say });
      clusters.push(cluster);
      return cluster;
    };
    const work = async (threads = 1, lease = 3): Promise<WorkerProcess> => {
      const worker = await startWorker(server.url, threads, lease);
      workers.push(worker);
      return worker;
    };
    const carryOut = async (cluster: Cluster, shards: readonly Shard[], onRuns?: (done: number) => void) => {
      const rows: Observations[] = [];
      await cluster.stream(source, shards, (row) => void rows.push(row), { onRuns });
      return rows;
    };
    const status = () => clusterStatus(server.url, VERSION);
    /** Work that nobody has done before: it does not stand on the shelf. */
    const fresh = (count: number, futures?: number): readonly Shard[] => {
      seed = randomUUID();
      return shardsOf(seed, count, futures);
    };

    beforeAll(async () => {
      server = await start();
    });
    afterAll(async () => {
      for (const cluster of clusters) await cluster.close();
      for (const worker of workers) worker.process.kill("SIGKILL");
      await server?.end();
    });

    it("says that no worker is there, or none of the right engine, and waits for one", async () => {
      const lines: string[] = [];
      const cluster = await open({ say: (line) => lines.push(line) });
      const shards = fresh(3);
      const rows = carryOut(cluster, shards);
      const says = (pattern: RegExp): Promise<void> => until(() => lines.some((line) => pattern.test(line)));
      await says(/^No worker is connected/);
      const told: string[] = [];
      const other = await joinCluster(server.url, { version: "0.0.1", threads: 1, say: (l) => told.push(l) });
      await says(/needs engine 0\.1\.0, and those connected .* have 0\.0\.1/);
      await until(() => told.some((line) => /needs engine 0\.1\.0; this worker has 0\.0\.1/.test(line)));
      expect((await status()).runs).toMatchObject([{ waiting: 3, active: 0, failed: 0, version: VERSION }]);
      expect(other.status()).toMatchObject({ done: 0, failed: 0, cluster: "reachable" });
      await other.close();
      const right = await work();
      expect(await rows).toEqual(await alone(shards));
      expect((await right.health()).about).toMatchObject({ version: VERSION, threads: 1, done: 3 });
      hear(told.join("\n"));
    });

    it("gives 400 shards that two ask for once each, though a worker is killed on the way", async () => {
      const second = await work();
      const shards = fresh(400);
      const [one, other] = [await open(), await open()];
      let killed = false;
      const kill = (done: number): void => {
        if (done < 200 || killed) return;
        killed = true;
        second.process.kill("SIGKILL");
      };
      const [rows, again] = await Promise.all([carryOut(one, shards, kill), carryOut(other, shards)]);
      expect(killed).toBe(true);
      const expected = await alone(shards);
      expect(rows).toEqual(expected);
      expect(again).toEqual(expected);
    });

    it("goes on when its server is killed and started again", async () => {
      // so many that they cannot all be done before the server is dead
      const shards = fresh(1000);
      const lines: string[] = [];
      const cluster = await open({ say: (line) => lines.push(line) });
      let killed: Promise<void> | undefined;
      const rows = carryOut(cluster, shards, (done) => {
        if (done >= 100)
          killed ??= server
            .kill()
            .then(() => pause(1_500))
            .then(() => server.start());
      });
      expect(await rows).toEqual(await alone(shards));
      await killed;
      expect(lines.join("\n")).toMatch(/does not answer .*; waiting for it\.[\s\S]*answers again/);
      // the other worker may have done all that was left before this one tried again
      await until(async () => (await workers[0].health()).about.cluster === "reachable");
    });

    it("reports a poisoned shard after four tries, and completes the rest", async () => {
      const cluster = await open();
      const shards = [...fresh(10), poisoned(seed)];
      const ends = await Promise.allSettled(shards.map((shard) => cluster.carryOut(source, [shard])));
      expect(ends.map((end) => end.status)).toEqual([...Array(10).fill("fulfilled"), "rejected"]);
      const expected = await alone(shards.slice(0, 10));
      expect(ends.slice(0, 10).map((end) => end.status === "fulfilled" && end.value[0])).toEqual(expected);
      expect(ends[10]).toMatchObject({
        reason: { code: "cluster/piece", message: expect.stringContaining("no-such-move") },
      });
      const { failures } = await status();
      expect(failures).toMatchObject([{ tries: 4, message: expect.stringContaining("no-such-move") }]);
      // asked for once more by the same process, it is refused at once; by another, it is tried again
      await expect(cluster.carryOut(source, shards.slice(10))).rejects.toThrow("no-such-move");
      await cancelRun(server.url, VERSION, failures[0].run);
      expect((await status()).failures).toEqual([]);
    });

    it("refuses a job of another shape, a job that is not what its name says, and a case it has not", async () => {
      const queue = openQueue(addressOf(server.url), VERSION);
      const text = JSON.stringify({ rm: "-rf" });
      const [shard] = shardsOf("foreign", 1);
      const { from, to, ...rest } = shard;
      const lost = JSON.stringify({ version: VERSION, case: "0".repeat(64), ...rest, ranges: [[from, to]] });
      const { digest } = await import("../../src/run/cluster/job.ts");
      await queue.add("run", { text }, { jobId: digest(text) });
      await queue.add("run", { text: lost }, { jobId: digest("something else") });
      await queue.add("run", { nonsense: 1 } as never, { jobId: "foreign" });
      await queue.add("run", { text: lost }, { jobId: digest(lost), attempts: 2, backoff: 100 });
      await until(async () => (await queue.getFailedCount()) >= 4);
      const { failures } = await status();
      const said = failures.map(({ message, tries }) => `${tries} ${message}`).sort();
      expect(said).toEqual([
        expect.stringMatching(/^1 The job [0-9a-f]{12} is refused: it has not the shape/),
        expect.stringMatching(/^1 The job [0-9a-f]{12} is refused: it is not the work that its name says/),
        expect.stringMatching(/^1 The job foreign is refused: it is none of Tawazun's/),
        expect.stringMatching(/^2 The case 000000000000 is not in the cluster's store/),
      ]);
      await queue.obliterate({ force: true });
      await queue.close();
    });

    it("runs eight seconds under a lease of five once, and a worker told to leave finishes them", async () => {
      for (const worker of workers.splice(0)) {
        worker.process.kill("SIGTERM");
        if (worker.process.signalCode === null) expect(await worker.ended).toBe(0);
      }
      const [long] = fresh(1, await futuresFor(24));
      const [one, other] = [await work(1, 5), await work(1, 5)];
      const began = performance.now();
      const cluster = await open();
      const rows = cluster.carryOut(source, [long]);
      const isBusy = async (worker: WorkerProcess) => (await worker.health()).about.running === 1;
      await until(async () => (await isBusy(one)) || (await isBusy(other)));
      const busy = (await isBusy(one)) ? one : other;
      const idle = busy === one ? other : one;
      busy.process.kill("SIGTERM");
      await busy.says(/Leaving after 1 piece that is begun; nothing new is taken\./);
      expect((await busy.health()).about).toMatchObject({ draining: true, running: 1 });
      const shorter = fresh(3);
      const meanwhile = await carryOut(await open(), shorter);
      expect(busy.process.exitCode).toBe(null);
      expect((await rows)[0].to).toBe(long.to);
      expect(performance.now() - began).toBeGreaterThan(8_000);
      expect(await busy.ended).toBe(0);
      expect((await idle.health()).about).toMatchObject({ done: 3, failed: 0, running: 0 });
      expect(busy.said() + idle.said()).not.toMatch(/failed|left behind|lock/);
      expect(meanwhile).toEqual(await alone(shorter));
    });

    it("says no password, wherever something went wrong", async () => {
      const { password } = server;
      const wrong = server.url.replace(encodeURIComponent(password), "wr0ng%2Fpass");
      const refused = await openCluster(wrong, { version: VERSION }).catch((error) => error);
      expect(refused).toMatchObject({ code: "cluster/unreachable" });
      const nobody = server.url.replace(`:${server.port}`, ":9");
      const away = await joinCluster(nobody, { version: VERSION, threads: 1 }).catch((error) => error);
      expect(away).toMatchObject({ code: "cluster/unreachable" });
      const all = [...heard, inspect(refused), inspect(away), ...workers.map((worker) => worker.said())];
      all.push(JSON.stringify(await status()));
      expect(all.join("").length).toBeGreaterThan(1_000);
      for (const secret of [password, encodeURIComponent(password), "wr0ng/pass", "wr0ng%2Fpass"]) {
        expect(all.filter((text) => text.includes(secret))).toEqual([]);
      }
    });
  });
});

/** How many futures keep a thread busy for so many seconds, once its code is warm. */
async function futuresFor(seconds: number): Promise<number> {
  // enough of them that the code is as warm as it gets: what is left of luck is why more seconds are asked for than needed
  const sample = 4_000;
  // a thread of its own, as a worker has: the code of tests is slower
  const executor = threads(1);
  await executor.carryOut(source, shardsOf("warm", 1, sample));
  const before = process.cpuUsage();
  await executor.carryOut(source, shardsOf("warm", 1, sample));
  const { user, system } = process.cpuUsage(before);
  await executor.close();
  return Math.ceil((sample * seconds * 1e6) / (user + system));
}
