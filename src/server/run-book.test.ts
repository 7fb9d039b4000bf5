import { join } from "node:path";
import { expect, it } from "vitest";
import { withDisk } from "../../test/services/small-disk.ts";
import { openStore } from "../run/index.ts";
import { runBook } from "./run-book.ts";

const asked = (key: string) => ({
  key,
  verb: "report",
  options: "{}",
  state: "waiting" as const,
  asked_at: key,
  ended_at: null,
  code: null,
  text: null,
  json: null,
});

it("on a full disk what a run found is answered all the same, said once, and written when there is room", async (test) => {
  const ran = await withDisk("size=256k", async (disk, remount) => {
    const store = await openStore(join(disk, "store.sqlite"));
    const said: string[] = [];
    const book = runBook(store, "", (line) => said.push(line));
    await book.put(asked("1"));
    const json = JSON.stringify("x".repeat(300_000));
    await book.set("1", { state: "done", code: 0, json });
    await book.set("1", { ended_at: "later" });
    expect(said).toEqual([
      expect.stringMatching(/no room left on the disk.* What runs find is kept until the workbench ends\.$/),
    ]);
    expect(await book.row("1")).toMatchObject({ state: "done", json, ended_at: "later" });
    expect((await book.list())[0].state).toBe("done");
    // who comes after a crash finds it waiting, and does it again
    expect(await runBook(store, "", () => undefined).left()).toMatchObject([{ key: "1", state: "waiting" }]);
    remount("size=4m");
    await book.put(asked("2"));
    await book.set("2", { state: "running" });
    expect(await runBook(store, "", () => undefined).row("1")).toMatchObject({ state: "done", json });
    await store.destroy();
  });
  if (!ran) test.skip("a small disk cannot be mounted by this user");
});

it("workbenches on one store find each other's answers, and take up only their own runs", async () => {
  const store = await openStore(":memory:");
  const [one, other] = ["one", "other"].map((scope) => runBook(store, scope, () => undefined));
  await one.put(asked("1"));
  await one.set("1", { state: "done", code: 0, json: '{"report":1}' });
  await other.put(asked("2"));
  expect(await other.row("1")).toMatchObject({ state: "done" });
  expect([await one.left(), (await other.left()).map(({ key }) => key)]).toEqual([[], ["2"]]);
  expect([await one.reports(), await other.reports()]).toEqual([['{"report":1}'], []]);
  expect((await other.list()).map(({ key }) => key)).toEqual(["2"]);
  await store.destroy();
});
