import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkFolder } from "../../src/desk/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
let opened: string[];

beforeEach(async () => {
  small = await smallFolder();
  opened = [];
  open = await openSmall(small.folder, {
    openBeside: async (folder) => {
      opened.push(folder);
      return "http://127.0.0.1:1/login?t=x";
    },
  });
});
afterEach(async () => {
  await open.close();
  small.remove();
});
const make = (payload: object) => open.send("POST", "/api/cases", payload);

it("makes a case beside this one that checks clean, and opens it", async () => {
  const beside = dirname(small.folder);
  expect(await open.get("/api/cases")).toEqual({ beside, own: "small" });
  const options = { title: "The valley", asOf: "2019-05-01", horizon: "2020-12-31" };
  const answer = await make({ name: "valley", options });
  expect(answer.json()).toMatchObject({
    folder: join(beside, "valley"),
    link: "http://127.0.0.1:1/login?t=x",
    files: expect.arrayContaining(["case.yaml"]),
  });
  expect(opened).toEqual([join(beside, "valley")]);
  const { folder = new Map() } = await readFolder(join(beside, "valley"));
  const { source, findings } = checkFolder(folder);
  expect(findings).toEqual([]);
  expect(source?.head).toMatchObject({ id: "valley", title: "The valley", as_of: "2019-05-01" });
});

it("writes over nothing, and nowhere else", async () => {
  mkdirSync(join(dirname(small.folder), "taken"));
  for (const name of ["small", "taken"]) {
    const answer = await make({ name });
    expect([answer.statusCode, answer.json().code]).toEqual([409, "server/exists"]);
  }
  for (const name of ["../away", "a/b", "A", "", ".", "..", "/tmp/x", "x".repeat(81)]) {
    expect((await make({ name })).statusCode, name).toBe(400);
  }
  expect(existsSync(join(dirname(small.folder), "..", "away"))).toBe(false);
  expect(opened).toEqual([]);
});

it("says in words what is wrong with a day, and makes nothing", async () => {
  const late = await make({ name: "late", options: { asOf: "2020-01-01", horizon: "2019-01-01" } });
  expect([late.statusCode, late.json().message]).toEqual([400, expect.stringContaining("must lie after")]);
  const odd = await make({ name: "odd", options: { asOf: "tomorrow" } });
  expect(odd.statusCode).toBe(400);
  expect(existsSync(join(dirname(small.folder), "late"))).toBe(false);
});

it("makes none where others may reach the workbench", async () => {
  await open.close();
  open = await openSmall(small.folder);
  expect(await open.get("/api/cases")).toMatchObject({ beside: null });
  const answer = await make({ name: "valley" });
  expect([answer.statusCode, answer.json().code]).toEqual([403, "server/alone"]);
  expect(existsSync(join(dirname(small.folder), "valley"))).toBe(false);
});
