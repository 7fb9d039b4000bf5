// rooms.json says who may import whom; from it come the checker's rules, the picture and the package's exports.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Each room and the rooms that it may import, in the order in which data flows. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** The rooms as rooms.json has them. */
export function readRooms(root: string): Rooms {
  return JSON.parse(readFileSync(join(root, "rooms.json"), "utf8"));
}

/** The rooms that can be entered: those with an index.ts. */
export function openRooms(root: string): readonly string[] {
  return Object.keys(readRooms(root)).filter((room) => existsSync(join(root, "src", room, "index.ts")));
}

/** What package.json must export: each open room, and the package's own description. */
export function exportsOf(root: string): Readonly<Record<string, unknown>> {
  const rooms = openRooms(root).map((room) => {
    const at = `./dist/${room}/index`;
    return [`./${room}`, { types: `${at}.d.ts`, default: `${at}.js` }];
  });
  return { ...Object.fromEntries(rooms), "./package.json": "./package.json" };
}
