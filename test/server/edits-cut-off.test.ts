// Edits over a folder that ends in the midst of writing: it refuses, or the server is killed.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TawazunError } from "../../src/base/index.ts";
import { newCase } from "../../src/case/index.ts";
import { openStore, type Store } from "../../src/run/index.ts";
import { caseEdits, type EditedFolder, type Edits } from "../../src/server/edits.ts";

const bytes = new TextEncoder();
const hashOf = (content: Uint8Array): string => new TextDecoder().decode(content);
const small = newCase({ id: "small", title: "Small", asOf: "2024-05-01", horizon: "2025-04-30" });

let store: Store;
let disk: Map<string, string>;

/** The folder in memory; `end` comes instead of the file that has this place in what is written at once. */
function folderWith(at = Number.POSITIVE_INFINITY, end?: () => Promise<void>): EditedFolder {
  let written = 0;
  return {
    hashOf,
    forget: () => undefined,
    read: async () =>
      new Map([...small, ...[...disk].map(([file, text]) => [file, bytes.encode(text)] as const)]),
    async put(files) {
      for (const [file, text] of files) {
        if (written++ === at) await end?.();
        if (text === undefined) disk.delete(file);
        else disk.set(file, text);
      }
    },
  };
}
const refuse = () => Promise.reject(new TawazunError("file/write", "It cannot be written."));

/** Takes a step until as many files are written, and no further: as where the server is killed there. */
const killedAfter = (files: number, step: (edits: Edits) => Promise<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const never = new Promise<void>(() => undefined);
    const end = () => {
      resolve(files);
      return never;
    };
    step(over(folderWith(files, end))).catch(reject);
  });
const over = (folder: EditedFolder): Edits => caseEdits(folder, store, () => "2024-05-01T00:00:00Z", "");
const listed = async () => (await over(folderWith()).list()).map(({ file, undone }) => [file, undone]);

/** One file is changed, one comes, one goes. */
const OLD = { "documents/a.md": "a\n", "documents/c.md": "c\n" };
const NEW = { "documents/a.md": "another a\n", "documents/b.md": "b\n" };
const make = (edits: Edits): Promise<unknown> =>
  edits.make([
    { file: "documents/a.md", text: "another a\n", restsOn: "a\n" },
    { file: "documents/b.md", text: "b\n" },
    { file: "documents/c.md", restsOn: "c\n" },
  ]);
const undo = (edits: Edits): Promise<unknown> => edits.turn("undo");
const redo = (edits: Edits): Promise<unknown> => edits.turn("redo");

const STEPS = [
  { name: "an edit", before: [], step: make, from: OLD, to: NEW },
  { name: "an undo", before: [make], step: undo, from: NEW, to: OLD },
  { name: "a redo", before: [make, undo], step: redo, from: OLD, to: NEW },
];
const CUT = STEPS.flatMap((one) => [0, 1, 2].map((files) => ({ ...one, files })));

const asItStands = (): object => Object.fromEntries([...disk].sort(([a], [b]) => (a < b ? -1 : 1)));

beforeEach(async () => {
  store = await openStore(":memory:");
  disk = new Map(Object.entries(OLD));
});
afterEach(() => store.destroy());

describe("all of the files or none", () => {
  it.each(CUT)("hold what $name writes where it is refused after $files of three", async (one) => {
    for (const step of one.before) await step(over(folderWith()));
    const rows = await listed();
    await expect(one.step(over(folderWith(one.files, refuse)))).rejects.toMatchObject({
      code: "file/write",
      message: one.files === 0 ? "It cannot be written." : expect.stringMatching(/ is put back\.$/),
    });
    expect(asItStands()).toEqual(one.from);
    expect(await listed()).toEqual(rows);
    await one.step(over(folderWith()));
    expect(asItStands()).toEqual(one.to);
  });

  it.each(CUT)("hold what $name writes where the server is killed after $files of three", async (one) => {
    for (const step of one.before) await step(over(folderWith()));
    const rows = await listed();
    await killedAfter(one.files, one.step);
    await over(folderWith()).recover();
    expect(asItStands()).toEqual(one.from);
    expect(await listed()).toEqual(rows);
    await one.step(over(folderWith()));
    expect(asItStands()).toEqual(one.to);
  });

  it("hold, once the workbench is opened again, where putting back is refused as well", async () => {
    const full = folderWith(1, refuse);
    const broken: EditedFolder = {
      ...full,
      async put(files) {
        if (disk.get("documents/a.md") === "another a\n") await refuse();
        await full.put(files);
      },
    };
    await expect(make(over(broken))).rejects.toMatchObject({
      code: "file/write",
      message: expect.stringMatching(/could not be put back; .* next opened\.$/),
    });
    expect(asItStands()).not.toEqual(OLD);
    await over(folderWith()).recover();
    expect(asItStands()).toEqual(OLD);
    expect(await listed()).toEqual([]);
  });
});

it("what somebody else wrote after the server was killed is left as it is", async () => {
  await make(over(folderWith()));
  await killedAfter(1, undo);
  disk.set("documents/a.md", "theirs\n");
  await over(folderWith()).recover();
  expect(asItStands()).toEqual({ ...NEW, "documents/a.md": "theirs\n" });
});
