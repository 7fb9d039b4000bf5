// What an analyst is told when a case on disk is wrong: the new case, with one thing broken in it.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newCase, readCase } from "../../src/case/index.ts";
import { readFolder } from "../../src/run/folder.ts";
import { writeFiles } from "../../src/run/write-files.ts";

let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "tawazun-bad-"));
  await writeFiles(
    directory,
    newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
  );
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Replaces words of a file that are there, and says on which line they stand first. */
function replace(file: string, words: string, by: string): number {
  const path = join(directory, file);
  const text = readFileSync(path, "utf8");
  const [before, ...rest] = text.split(words);
  if (rest.length === 0) throw new Error(`${file} does not hold ${words}`);
  writeFileSync(path, text.replaceAll(words, by));
  return before.split("\n").length;
}

/** All findings as a person sees them, and whether there is a case. */
async function check(folder = directory) {
  const read = await readFolder(folder);
  const { world, findings } = read.folder === undefined ? { findings: [] } : readCase(read.folder);
  const lines = [...read.findings, ...findings].map(
    ({ severity, place, message }) =>
      `${place.file.replace(directory, "…")}${place.line === undefined ? "" : `:${place.line}:${place.column}`}: ${severity}: ${message}`,
  );
  return { lines, usable: world !== undefined };
}

describe("a case on disk", () => {
  it("that is as it was made has no findings", async () => {
    expect(await check()).toEqual({ lines: [], usable: true });
  });

  it("that is not there, or is empty, is said to be so", async () => {
    expect((await check(join(directory, "nowhere"))).lines).toEqual([
      `…/nowhere: error: There is no folder "${directory}/nowhere" that can be read: it does not exist.`,
    ]);
    const empty = mkdtempSync(join(directory, "empty-"));
    expect((await check(empty)).lines).toEqual([
      ": error: There is no case here: the folder holds no YAML file at its top; it is empty.",
    ]);
  });

  it.each<[string, () => number, readonly string[]]>([
    [
      "a file that is not YAML",
      () => {
        writeFileSync(join(directory, "issues.yaml"), "These are not issues at all.\n");
        return 1;
      },
      ["issues.yaml:1:1: error: A file of a case holds sections, such as `actors:` with a list under it."],
    ],
    [
      "a tab in the indentation",
      () => replace("actors.yaml", "    kind: person\n    aliases", "\tkind: person\n    aliases"),
      ["actors.yaml:@:1: error: This line is indented with a tab. Indent with spaces."],
    ],
    [
      "a byte order mark",
      () => replace("case.yaml", "# yaml-language", "\uFEFF# yaml-language"),
      [
        "case.yaml:1:1: note: The file begins with a byte order mark. It is read without; nothing needs to be done.",
      ],
    ],
    [
      "lines that end as on Windows",
      () => {
        for (const file of [
          "case.yaml",
          "actors.yaml",
          "issues.yaml",
          "record.yaml",
          "stakes.csv",
          "documents/briefing.md",
        ]) {
          replace(file, "\n", "\r\n");
        }
        return 0;
      },
      [],
    ],
    [
      "two actors with one name",
      () => replace("actors.yaml", "name: Tomas Ridge", "name: Anna Vale"),
      [
        'actors.yaml:@:24: error: The actor "ridge" has the name "Anna Vale", as the actor "vale" (line 4 of actors.yaml) has. Add what tells them apart.',
      ],
    ],
    [
      "a relation to nobody",
      () => replace("actors.yaml", "from: vale, to: moss", "from: vale, to: mos"),
      [
        'actors.yaml:@:23: error: In the relation from vale to mos, "to" names "mos"; there is no such actor. Did you mean "moss"?',
      ],
    ],
    [
      "a range upside down",
      () => replace("stakes.csv", "50|60|75", "75|60|50"),
      [
        'stakes.csv:@:15: error: In the stake of moss on autonomy, "position" is [75,60,50]; a range is written [low, mode, high], and rises.',
      ],
    ],
    [
      "a date that does not exist",
      () => replace("case.yaml", "2024-05-01 #", "2024-04-31 #"),
      [
        'case.yaml:@:10: error: In the case, "as_of" is "2024-04-31"; a date is written 2012-01-10, 2012-01 or 2012, and must exist.',
      ],
    ],
    [
      "seats that do not add up",
      () => {
        replace("actors.yaml", "amount: 35", "amount: 53");
        return replace("case.yaml", "seats: 100", "seats: 100");
      },
      [
        'case.yaml:@:12: error: The arena "parliament" has 100 seats, but the holdings of seats add up to 118.',
      ],
    ],
    [
      "a quote that is not in the document",
      () => {
        replace("documents/briefing.md", "with seven deputies", "with eight deputies");
        return replace("record.yaml", "quote: Ida Moss", "quote: Ida Moss");
      },
      [
        'record.yaml:@:12: error: The quote of the statement "moss-leaves" does not stand in "briefing". The nearest line is 7: "On 2024-03-02 Ida Moss left the Harvest List with eight deputies and founded Ne…".',
      ],
    ],
  ])("with %s", async (_, breakIt, lines) => {
    const line = breakIt();
    expect((await check()).lines).toEqual(lines.map((text) => text.replace(":@:", `:${line}:`)));
  });

  it("with a file of 50 MB is read without it, at once", async () => {
    writeFileSync(join(directory, "more.yaml"), "");
    truncateSync(join(directory, "more.yaml"), 50_000_000);
    const began = performance.now();
    expect((await check()).lines).toEqual([
      "more.yaml: error: This file has 50 MB; at most 8 MB are read. Split it, or move long tables into CSV files.",
    ]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
