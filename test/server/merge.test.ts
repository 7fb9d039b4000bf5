import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ChangedFile, type MergeFound, verbs } from "../../src/desk/index.ts";
import { readFolder, writeFiles } from "../../src/run/index.ts";
import { openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

const DOUBLE = `actors:
  - { id: ana-valle, name: Ana Valle, kind: person } # again
relations:
  - { from: moss, to: ana-valle, value: 0.1, source: invented }
`;

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
const text = (file: string): string => readFileSync(join(small.folder, file), "utf8");
const merge = verbs.find(({ id }) => id === "merge");
const run = (places: readonly string[], write: boolean) =>
  merge?.run(
    { readFolder, writeFiles } as unknown as Parameters<typeof merge.run>[0],
    [small.folder, ...places],
    {
      write,
    },
  );

beforeEach(async () => {
  small = await smallFolder();
  writeFileSync(join(small.folder, "double.yaml"), DOUBLE);
  open = await openSmall(small.folder);
});
afterEach(async () => {
  await open.close();
  small.remove();
});

it("shows what would change with the hash each file rests on, and writes nothing", async () => {
  const found = (await open.send("POST", "/api/merge", { keep: "vale", gone: "ana-valle" })).json<
    Omit<MergeFound, "files"> & { readonly files: readonly (ChangedFile & { readonly restsOn: string })[] }
  >();
  expect(found.data).toEqual([
    {
      section: "relations",
      file: "double.yaml",
      what: "the relation from moss to ana-valle",
      becomes: "moved",
    },
  ]);
  expect(found.findings).toEqual([]);
  expect(text("double.yaml")).toBe(DOUBLE);
  const changes = found.files.map(({ file, after, restsOn }) => ({ file, text: after, restsOn }));
  const before = found.files.map(({ file }) => text(file));
  expect((await open.send("POST", "/api/edits", { changes })).statusCode).toBe(200);
  expect(text("double.yaml")).not.toContain("ana-valle,");
  expect((await open.send("POST", "/api/undo")).statusCode).toBe(200);
  expect(found.files.map(({ file }) => text(file))).toEqual(before);
  // Shown before somebody else wrote, it is not written after.
  writeFileSync(join(small.folder, "double.yaml"), `${DOUBLE}# theirs\n`);
  expect((await open.send("POST", "/api/edits", { changes })).statusCode).toBe(409);
});

describe("a merge that is more than a browser may write", () => {
  const command = "tawazun merge . vale ana-valle --write";
  const ask = () => open.send("POST", "/api/merge", { keep: "vale", gone: "ana-valle" });
  const remark = (bytes: number): string => `# ${"x".repeat(bytes)}\n`;

  it("is not shown, with the file that is too large and the command that writes it", async () => {
    writeFileSync(join(small.folder, "double.yaml"), `${DOUBLE}${remark(2_100_000)}`);
    await open.close();
    open = await openSmall(small.folder);
    const answer = await ask();
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toEqual({
      code: "server/too-large",
      message: `"double.yaml" would have 2.1 MB, and a text that is written from a browser holds at most 2.0 MB. Make one actor of the two on the command line, in the case's folder: ${command}`,
    });
    expect((await run(["vale", "ana-valle"], true))?.text).toMatch(/Written: .*double\.yaml/);
  });

  it("is not shown where all its files together are too large for one request", async () => {
    // These five, the file of the second actor, and that of the first, which gets its names.
    for (const name of ["a", "b", "c", "d", "e"]) {
      const actor = `actors:\n  - { id: ${name}, name: ${name}, kind: person }\n`;
      const relation = `relations:\n  - { from: ${name}, to: ana-valle, value: 0.1, source: invented }\n`;
      writeFileSync(join(small.folder, `${name}.yaml`), `${actor}${relation}${remark(1_900_000)}`);
    }
    await open.close();
    open = await openSmall(small.folder);
    const answer = await ask();
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toEqual({
      code: "server/too-large",
      message: `The 7 files that change hold more than the 8 MB that a browser may write at once. Make one actor of the two on the command line, in the case's folder: ${command}`,
    });
  });
});

it("refuses an actor that is not there, with the near miss, and one and the same", async () => {
  const near = await open.send("POST", "/api/merge", { keep: "vale", gone: "ana-vale" });
  expect([near.statusCode, near.json().message]).toEqual([
    400,
    expect.stringMatching(/no actor "ana-vale".*ana-valle/),
  ]);
  expect((await open.send("POST", "/api/merge", { keep: "vale", gone: "vale" })).json()).toMatchObject({
    code: "merge/same",
  });
});

it("is a command that says what it would do, and does it when it is asked to", async () => {
  const said = await run(["vale", "ana-valle"], false);
  expect([said?.code, said?.text]).toEqual([
    0,
    expect.stringContaining("Nothing was written. --write does it."),
  ]);
  expect(text("double.yaml")).toBe(DOUBLE);
  expect((await run(["vale", "ana-valle"], true))?.text).toMatch(/Written: .*double\.yaml/);
  expect(text("double.yaml")).not.toContain("id: ana-valle");
  // A pact of the two alone would have one party: the case would not read.
  writeFileSync(
    join(small.folder, "double.yaml"),
    `${DOUBLE}pacts:\n  - { id: own, name: Own, date: 2020-01-15, parties: [ana-valle, moss], source: invented }\n`,
  );
  const refused = await run(["moss", "ana-valle"], true);
  expect([refused?.code, refused?.text]).toEqual([1, expect.stringContaining("nothing was written")]);
  expect(text("double.yaml")).toContain("[ana-valle, moss]");
});
