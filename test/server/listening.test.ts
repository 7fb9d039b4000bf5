// A workbench that cannot start says why, and leaves nothing behind that goes on.
import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { openStore, type Store } from "../../src/run/index.ts";
import { type Listening, listening } from "../../src/server/index.ts";
import { smallFolder } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let store: Store;
let taken: Server;
let port: number;

const at = "2024-05-01T00:00:00Z";
const waiting = {
  key: "b".repeat(32),
  folder: "",
  verb: "play",
  options: JSON.stringify({ runs: 100_000, workers: 1 }),
  state: "waiting" as const,
  asked_at: at,
  ended_at: null,
  code: null,
  text: null,
  json: null,
};
/** An edit that was cut off, and cannot be put back: a folder stands where its file is to be. */
const cutOff = { folder: "", at, file: "memo.md", before: "A memo.\n", after: null, undone: 2, act: "act" };

const start = (more: Partial<Listening> = {}) =>
  listening({
    folder: small.folder,
    store,
    version: "test",
    token: "a-token",
    address: "127.0.0.1",
    port,
    names: ["127.0.0.1"],
    ...more,
  });
const watchers = (): number =>
  process.getActiveResourcesInfo().filter((name) => name.startsWith("FSEvent")).length;

beforeEach(async () => {
  small = await smallFolder();
  mkdirSync(join(small.folder, "out"));
  store = await openStore(join(small.folder, "out", "workbench.sqlite"));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  port = (taken.address() as { port: number }).port;
});
afterEach(async () => {
  await store.destroy();
  await new Promise((resolve) => taken.close(resolve));
  small.remove();
});

describe("a workbench that cannot start", () => {
  it("says of a port that is taken that it cannot listen there", async () => {
    await expect(start()).rejects.toMatchObject({
      code: "server/listen",
      message: expect.stringMatching(
        new RegExp(`^The workbench cannot listen on 127\\.0\\.0\\.1, port ${port}: .*in use`),
      ),
    });
  });

  it("says of anything else what it is", async () => {
    await store.insertInto("edits").values(cutOff).execute();
    mkdirSync(join(small.folder, "memo.md"));
    await expect(start({ port: 0 })).rejects.toMatchObject({
      code: "file/write",
      message: expect.stringMatching(/^"memo\.md" is a folder/),
    });
  });

  it("watches no folder any more", async () => {
    const before = watchers();
    const { app } = await start({ port: 0 });
    expect(watchers()).toBeGreaterThan(before);
    await app.close();
    await expect.poll(watchers).toBe(before);
    await expect(start()).rejects.toThrow();
    await expect.poll(watchers).toBe(before);
    await expect(start({ port: 0, pages: join(small.folder, "case.yaml") })).rejects.toThrow(/directory/);
    await expect.poll(watchers).toBe(before);
    await store.insertInto("edits").values(cutOff).execute();
    mkdirSync(join(small.folder, "memo.md"));
    await expect(start({ port: 0 })).rejects.toThrow(/is a folder/);
    await expect.poll(watchers).toBe(before);
  });

  it("leaves a run that it took up to the next one", async () => {
    await store.insertInto("runs").values(waiting).execute();
    await expect(start()).rejects.toThrow();
    expect(await store.selectFrom("runs").select("state").execute()).toEqual([{ state: "waiting" }]);
  });

  it("ends the command with the same words", async () => {
    const command = (...words: string[]) =>
      new Promise<string>((resolve) => {
        const all = [join(root, "src/server/main.ts"), small.folder, ...words];
        execFile(process.execPath, all, { timeout: 30_000 }, (_error, _said, stderr) => resolve(stderr));
      });
    expect(await command("--port", String(port))).toMatch(
      /^tawazun: The workbench cannot listen on .*in use/,
    );
    await store.insertInto("edits").values(cutOff).execute();
    mkdirSync(join(small.folder, "memo.md"));
    expect(await command()).toMatch(/^tawazun: "memo\.md" is a folder/);
  });
});
