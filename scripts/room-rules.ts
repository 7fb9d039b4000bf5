// The rules of rooms.json, put to dependency-cruiser.
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { type Rooms, readRooms } from "./rooms.ts";

const TEST = "\\.test\\.ts$";
const TOUCH_NODE = ["run", "cli", "server"];

/** Where a room may reach: itself and what rooms.json allows. */
function reachOf(room: string, allowed: readonly string[]): IForbiddenRuleType[] {
  const beyond = (extra: readonly string[]) => ({
    path: "^src/",
    pathNot: `^src/(${[room, ...allowed, ...extra].join("|")})/`,
  });
  const comment = `${room} may import ${allowed.length === 0 ? "no room" : allowed.join(", ")}`;
  return [
    { name: "left", comment, from: { path: `^src/${room}/`, pathNot: TEST }, to: beyond([]) },
    // Tests hold their room to the laws of its family.
    { name: "left", comment, from: { path: `^src/${room}/.*${TEST}` }, to: beyond(["testing"]) },
  ];
}

/** dependency-cruiser's rules: imports point left, a room is entered by its door, Node stays outside. */
function roomRules(rooms: Rooms): IForbiddenRuleType[] {
  return [
    ...Object.entries(rooms).flatMap(([room, allowed]) => reachOf(room, allowed)),
    {
      name: "known",
      comment: "every folder of src is a room of rooms.json",
      from: { path: "^src/[^/]+/", pathNot: `^src/(${Object.keys(rooms).join("|")})/` },
      to: {},
    },
    {
      name: "door",
      comment: "a room is entered by its index.ts",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "node",
      comment: `only ${TOUCH_NODE.join(", ")} and tests touch Node`,
      from: { path: "^src/", pathNot: [`^src/(${TOUCH_NODE.join("|")})/`, TEST] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "published",
      comment: "what is published imports no development dependency; pages carry theirs in them",
      from: { path: "^src/", pathNot: ["^src/web/", TEST] },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "circle",
      comment: "two files that need each other when they run are one",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "found", comment: "what is imported exists", from: {}, to: { couldNotResolve: true } },
  ];
}

/**
 * Reads every file under src and holds its imports to the rules.
 *
 * @param folder holds src and rooms.json; the packages are found from there.
 * @returns the files that were read, and each import that breaks a rule, in words.
 */
export async function checkRooms(
  folder: string,
): Promise<{ readonly read: readonly string[]; readonly broken: readonly string[] }> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: roomRules(readRooms(folder)) },
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      outputType: "json",
    },
    { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
  );
  const result: ICruiseResult = typeof output === "string" ? JSON.parse(output) : output;
  const read = result.modules
    .map((module) => module.source)
    .filter((source) => /^src\/.*\.tsx?$/.test(source));
  const broken = result.summary.violations.map(
    ({ from, to, rule, comment }) => `${from} → ${to}: ${comment ?? rule.name} (${rule.name})`,
  );
  return { read, broken };
}
