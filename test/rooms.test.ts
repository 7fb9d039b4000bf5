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

const sources = (folder: string): string[] => globSync("src/**/*.{ts,tsx}", { cwd: folder }).sort();

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
  ["an import to the right", "src/base/right.ts", 'import "../simulate/index.ts";', "left"],
  ["a type from the right", "src/base/right-type.ts", 'import type {} from "../show/index.ts";', "left"],
  ["a room that knows a door", "src/desk/door.ts", 'import "../cli/index.ts";', "left"],
  ["a door that knows another", "src/server/door.ts", 'import "../cli/index.ts";', "left"],
  ["a test that looks right", "src/measure/right.test.ts", 'import "../show/index.ts";', "left"],
  ["a room entered by its window", "src/measure/window.ts", 'import "../base/exp.ts";', "door"],
  ["a room that reads files", "src/case/files.ts", 'import "node:fs";', "node"],
  ["a room that reads files, later", "src/case/files-later.ts", 'await import("fs");', "node"],
  ["a folder that is no room", "src/attic/chest.ts", 'import "../base/index.ts";', "known"],
  ["a development tool in a room", "src/base/tool.ts", 'import "fast-check";', "published"],
  ["a file that is not there", "src/base/lost.ts", 'import "./nowhere.ts";', "found"],
  ["two files that need each other", "src/base/egg.ts", 'import "./hen.ts";', "circle"],
];

const harmless: readonly [what: string, file: string, text: string][] = [
  ["a test that reads files", "src/measure/files.test.ts", 'import "node:fs"; import "fast-check";'],
  ["a test that asks for the laws", "src/measure/laws.test.ts", 'import "../testing/index.ts";'],
  ["two files whose types need each other", "src/base/cock.ts", 'import type {} from "./hen.ts";'],
  ["the file that closes a circle", "src/base/hen.ts", 'import "./egg.ts"; import type {} from "./cock.ts";'],
];

describe("the check of the rooms", () => {
  const copy = mkdtempSync(join(tmpdir(), "rooms-"));
  let broken: readonly string[] = [];
  const caught = (file: string): string => broken.filter((line) => line.startsWith(`${file} →`)).join("\n");

  beforeAll(async () => {
    for (const part of ["src", "rooms.json", "references.json", "package.json"]) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const doors = Object.keys(readRooms(root)).map((room) => [`src/${room}/index.ts`, "export {};"]);
    const files = [...planted, ...harmless].map(([, file, text]) => [file, text]);
    for (const [file, text] of [...doors, ...files]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), `${text}\n`);
    }
    broken = (await checkRooms(copy)).broken;
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(planted)("catches %s", (_what, file, _text, rule) => {
    // A circle is told of once, by either of its files.
    const told = rule === "circle" ? broken.filter((line) => line.includes(file)).join("\n") : caught(file);
    expect(told).toContain(`(${rule})`);
  });

  it.each(harmless.slice(0, -1))("lets pass %s", (_what, file) => {
    expect(caught(file)).toBe("");
  });
});
