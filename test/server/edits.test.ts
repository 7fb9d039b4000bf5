import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EditDone } from "../../src/desk/index.ts";
import { openStore } from "../../src/run/index.ts";
import { openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
let before: { readonly [file: string]: string };

const text = (file: string): string => readFileSync(join(small.folder, file), "utf8");
const restsOn = async (file: string): Promise<string> =>
  (await open.get<{ hash: string }>(`/api/files/${encodeURIComponent(file)}`)).hash;

/** A remark in the head of the case, and a new text of it: two files at once. */
async function both(remark = "# a remark\n") {
  const changes = [
    { file: "case.yaml", text: `${before["case.yaml"]}${remark}`, restsOn: await restsOn("case.yaml") },
    { file: "documents/memo.md", text: "A memo.\n" },
  ];
  return open.send("POST", "/api/edits", { changes });
}

beforeEach(async () => {
  small = await smallFolder();
  open = await openSmall(small.folder);
  before = { "case.yaml": text("case.yaml"), "actors.yaml": text("actors.yaml") };
});
afterEach(async () => {
  await open.close();
  small.remove();
});

describe("several files written at once", () => {
  it("are one edit: undone at once, and done again at once", async () => {
    expect((await both()).statusCode).toBe(200);
    expect(text("case.yaml")).toBe(`${before["case.yaml"]}# a remark\n`);
    const edits = await open.get<EditDone[]>("/api/edits");
    expect(edits.map(({ file }) => file).sort()).toEqual(["case.yaml", "documents/memo.md"]);
    expect(new Set(edits.map(({ act }) => act)).size).toBe(1);
    const undone = await open.send("POST", "/api/undo");
    expect(undone.json<{ files: string[] }>().files.sort()).toEqual(["case.yaml", "documents/memo.md"]);
    expect(text("case.yaml")).toBe(before["case.yaml"]);
    expect(() => text("documents/memo.md")).toThrow();
    expect((await open.send("POST", "/api/undo")).statusCode).toBe(409);
    expect((await open.send("POST", "/api/redo")).statusCode).toBe(200);
    expect([text("case.yaml"), text("documents/memo.md")]).toEqual([
      `${before["case.yaml"]}# a remark\n`,
      "A memo.\n",
    ]);
  });

  it("may rest on each other, whatever their order", async () => {
    const actors = before["actors.yaml"];
    const named = actors.replace("actors:\n", "actors:\n  - { id: lake, name: Lake Party, kind: party }\n");
    const relation = "relations:\n  - { from: lake, to: vale, value: 0.5, source: own-judgement }\n";
    const source = /^ {2}- \{? ?id: ([a-z-]+)/m.exec(before["case.yaml"])?.[1] ?? "";
    const changes = [
      { file: "ties.yaml", text: relation.replace("own-judgement", source) },
      { file: "actors.yaml", text: named, restsOn: await restsOn("actors.yaml") },
    ];
    const answer = await open.send("POST", "/api/edits", { changes });
    expect([answer.statusCode, answer.json()]).toEqual([200, expect.anything()]);
  });

  it("are none of them written where one is refused", async () => {
    writeFileSync(join(small.folder, "actors.yaml"), `${before["actors.yaml"]}# theirs\n`);
    const changes = [
      { file: "documents/memo.md", text: "A memo.\n" },
      { file: "actors.yaml", text: "actors: []\n", restsOn: "0000000000000000" },
    ];
    expect((await open.send("POST", "/api/edits", { changes })).statusCode).toBe(409);
    changes[1] = { file: "actors.yaml", text: "actors: []\n", restsOn: await restsOn("actors.yaml") };
    const answer = await open.send("POST", "/api/edits", { changes });
    expect([answer.statusCode, answer.json().code]).toEqual([422, "server/findings"]);
    const twice = [changes[0], changes[0]];
    expect((await open.send("POST", "/api/edits", { changes: twice })).statusCode).toBe(400);
    const away = [changes[0], { file: "../elsewhere.md", text: "x" }];
    expect((await open.send("POST", "/api/edits", { changes: away })).statusCode).toBe(400);
    expect(() => text("documents/memo.md")).toThrow();
    expect(await open.get("/api/edits")).toEqual([]);
  });

  it("are not taken back where one of them was changed by others since", async () => {
    await both();
    writeFileSync(join(small.folder, "documents/memo.md"), "Another memo.\n");
    const answer = await open.send("POST", "/api/undo");
    expect([answer.statusCode, answer.json().message]).toEqual([
      409,
      expect.stringContaining("documents/memo.md was changed meanwhile"),
    ]);
    expect(text("case.yaml")).toBe(`${before["case.yaml"]}# a remark\n`);
  });

  it("are none of them written where one cannot be taken away, which is said in words", async () => {
    mkdirSync(join(small.folder, "documents/memo.md"), { recursive: true });
    const changes = [
      { file: "case.yaml", text: `${before["case.yaml"]}# a remark\n`, restsOn: await restsOn("case.yaml") },
      { file: "documents/memo.md" },
    ];
    const answer = await open.send("POST", "/api/edits", { changes });
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      {
        code: "file/write",
        message:
          '"documents/memo.md" cannot be taken away: it is a folder. What was written before it is put back.',
      },
    ]);
    expect(text("case.yaml")).toBe(before["case.yaml"]);
    expect(await open.get("/api/edits")).toEqual([]);
  });

  it("are put back by the next server where one was killed in their midst", async () => {
    await open.close();
    const file = join(small.folder, "out", "workbench.sqlite");
    const store = await openStore(file);
    const row = { folder: "", at: "2024-05-01T00:00:00Z", undone: 2, act: "an act" };
    const half = `${before["case.yaml"]}# half of it\n`;
    await store
      .insertInto("edits")
      .values([
        { ...row, file: "case.yaml", before: before["case.yaml"], after: half },
        { ...row, file: "actors.yaml", before: before["actors.yaml"], after: "actors: []\n" },
        { ...row, file: "documents/memo.md", before: null, after: "A memo.\n" },
      ])
      .execute();
    await store.destroy();
    // So far it had come: one file has its new text, one its old, one is there that was not.
    writeFileSync(join(small.folder, "case.yaml"), half);
    writeFileSync(join(small.folder, "documents/memo.md"), "A memo.\n");
    open = await openSmall(small.folder, { file });
    expect([text("case.yaml"), text("actors.yaml")]).toEqual([before["case.yaml"], before["actors.yaml"]]);
    expect(() => text("documents/memo.md")).toThrow();
    expect(await open.get("/api/edits")).toEqual([]);
  });
});

describe("an undo", () => {
  it("takes back no more than what was done last", async () => {
    await both();
    await open.send("PUT", "/api/files/case.yaml", {
      text: `${text("case.yaml")}# a second\n`,
      restsOn: await restsOn("case.yaml"),
    });
    expect((await open.send("POST", "/api/undo")).json()).toEqual({ files: ["case.yaml"] });
    expect(text("documents/memo.md")).toBe("A memo.\n");
    expect((await open.send("POST", "/api/undo")).json<{ files: string[] }>().files).toHaveLength(2);
    expect(text("case.yaml")).toBe(before["case.yaml"]);
  });

  it("give back every byte, a mark of their order at the beginning too", async () => {
    const marked = `\ufeff${before["case.yaml"]}`;
    writeFileSync(join(small.folder, "case.yaml"), marked);
    expect((await both()).statusCode).toBe(200);
    expect(text("case.yaml")).not.toBe(marked);
    expect((await open.send("POST", "/api/undo")).statusCode).toBe(200);
    expect(text("case.yaml")).toBe(marked);
  });

  it("has nothing to do again once something else is done", async () => {
    await both();
    await open.send("POST", "/api/undo");
    expect((await both("# another\n")).statusCode).toBe(200);
    expect((await open.send("POST", "/api/redo")).statusCode).toBe(409);
  });

  it("says so where a file that is to come back cannot be written, and holds until it can", async () => {
    const memo = join(small.folder, "documents/memo.md");
    await both();
    const changes = [
      { file: "case.yaml", text: `${before["case.yaml"]}# a second\n`, restsOn: await restsOn("case.yaml") },
      { file: "documents/memo.md", restsOn: await restsOn("documents/memo.md") },
    ];
    expect((await open.send("POST", "/api/edits", { changes })).statusCode).toBe(200);
    mkdirSync(memo);
    const answer = await open.send("POST", "/api/undo");
    expect([answer.statusCode, answer.json()]).toEqual([
      400,
      { code: "file/write", message: expect.stringMatching(/documents\/memo\.md" is a folder/) },
    ]);
    expect(text("case.yaml")).toBe(`${before["case.yaml"]}# a second\n`);
    rmdirSync(memo);
    expect((await open.send("POST", "/api/undo")).statusCode).toBe(200);
    expect([text("case.yaml"), text("documents/memo.md")]).toEqual([
      `${before["case.yaml"]}# a remark\n`,
      "A memo.\n",
    ]);
  });
});
