import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkRooms } from "../scripts/room-rules.ts";
import { exportsOf, readRooms } from "../scripts/rooms.ts";
import { root } from "../scripts/root.ts";

const sources = (folder: string): string[] => globSync("src/**/*.ts", { cwd: folder }).sort();

describe("the rooms of this house", () => {
  it("keep to rooms.json, and every source file was read to know it", async () => {
    const { read, broken } = await checkRooms(root);
    expect(broken).toEqual([]);
    expect([...read].sort()).toEqual(sources(root));
    expect(read.length).toBeGreaterThan(20);
  });

  it("import only what stands before them, but for the laws in testing", () => {
    const rooms = Object.entries(readRooms(root));
    const names = rooms.map(([room]) => room);
    for (const [room, allowed] of rooms) {
      for (const other of allowed) expect(names.indexOf(other)).toBeLessThan(names.indexOf(room));
    }
  });

  it("are the package's exports, each by its door", () => {
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(exports, "run: npm run generate").toEqual(exportsOf(root));
  });
});

// What each rule forbids, planted in a copy: a file, its text, and the rule that must be broken.
const planted: readonly [what: string, file: string, text: string, rule: string][] = [
  ["an import to the right", "src/base/planted.ts", 'import "../simulate/index.ts";', "left"],
  ["a type from the right", "src/base/planted.ts", 'import type {} from "../show/index.ts";', "left"],
  ["a room that knows a door", "src/desk/planted.ts", 'import "../cli/index.ts";', "left"],
  ["a door that knows another", "src/server/planted.ts", 'import "../cli/index.ts";', "left"],
  ["a test that looks right", "src/measure/planted.test.ts", 'import "../show/index.ts";', "left"],
  ["a room entered by its window", "src/measure/planted.ts", 'import "../base/exp.ts";', "door"],
  ["a room that reads files", "src/case/planted.ts", 'import "node:fs";', "node"],
  ["a room that reads files, later", "src/case/planted.ts", 'await import("fs");', "node"],
  ["a folder that is no room", "src/attic/planted.ts", 'import "../base/index.ts";', "known"],
  ["a development tool in a room", "src/base/planted.ts", 'import "fast-check";', "published"],
  ["a file that is not there", "src/base/planted.ts", 'import "./nowhere.ts";', "found"],
  [
    "two files that need each other",
    "src/base/planted.ts",
    'import { b } from "./planted-b.ts"; export const a = b;',
    "circle",
  ],
];

describe("the check of the rooms", () => {
  const copy = mkdtempSync(join(tmpdir(), "rooms-"));

  beforeAll(() => {
    for (const part of ["src", "rooms.json", "references.json", "package.json", "tsconfig.json"]) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const room of Object.keys(readRooms(root))) {
      mkdirSync(join(copy, "src", room), { recursive: true });
      writeFileSync(join(copy, "src", room, "index.ts"), "export {};\n", { flag: "a" });
    }
    writeFileSync(
      join(copy, "src/base/planted-b.ts"),
      'import { a } from "./planted.ts"; export const b = () => a;\n',
    );
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(planted)("catches %s", async (_what, file, text, rule) => {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${text}\n`);
    const { broken } = await checkRooms(copy);
    rmSync(join(copy, file));
    const caught = broken.filter((line) => line.includes("planted"));
    expect(caught.join("\n")).toContain(`(${rule})`);
  });

  it("lets a test beside its file read files and hold the room to the laws in testing", async () => {
    const file = "src/measure/planted.test.ts";
    writeFileSync(join(copy, file), 'import "node:fs"; import "../testing/index.ts"; import "fast-check";\n');
    const { broken } = await checkRooms(copy);
    rmSync(join(copy, file));
    expect(broken.filter((line) => line.startsWith(`${file} →`))).toEqual([]);
  });
});
