import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/base/index.ts";
import {
  type Case,
  changedFiles,
  editable,
  type Folder,
  files,
  readCase,
  setDatum,
} from "../../src/case/index.ts";
import { readFolder } from "../../src/run/folder.ts";

const SECTIONS = [
  "actors",
  "blocs",
  "posts",
  "issues",
  "events",
  "statements",
  "claims",
  "questions",
  "outside",
] as const;

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe("the Iraq case, changed by the program", () => {
  it("keeps every byte unchanged, every line but one with a note added, and all when it is taken out", async () => {
    const folder = (await readFolder(join(import.meta.dirname, "../../cases/iraq-2012"))).folder as Folder;
    const world = readCase(folder).world as Case;
    const document = editable(folder);
    for (const [file, bytes] of files(document)) expect(bytes).toBe(folder.get(file));

    const luck = seeded("which to change");
    for (const section of SECTIONS) {
      const items: readonly { readonly id: string; readonly note?: string | undefined }[] = world[section];
      const bare = items.filter(({ note }) => note === undefined);
      const { id } = bare[luck.integer(bare.length)];
      const set = setDatum(document, section, id, ["note"], 'Seen: [again], "today".');
      const [[file, bytes]] = changedFiles(set);
      const { old, now } = touched(textOf(folder.get(file)), textOf(bytes));
      expect([section, id, old.length <= 1, now.length, now[0]]).toEqual([
        section,
        id,
        true,
        1,
        expect.stringContaining("Seen: [again]"),
      ]);
      const back = setDatum(set, section, id, ["note"], undefined);
      expect(textOf(files(back).get(file))).toBe(textOf(folder.get(file)));
    }
  });
});

/** Lines between what two texts have in common at the beginning and the end. */
function touched(before: string, after: string): { readonly old: string[]; readonly now: string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  while (old.length > 0 && now.length > 0 && old[0] === now[0]) {
    old.shift();
    now.shift();
  }
  while (old.length > 0 && now.length > 0 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  return { old, now };
}
