// A sweep in the workbench: listed with its size, played with progress, stopped, gone on with, taken away.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CaseExperiments, RunState } from "../../src/desk/index.ts";
import { headers, openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

const ties = `name: Ties
repetitions: 30
months: 2
variables:
  - { name: tie, set: { relation: { from: vale, to: ridge } }, values: [-0.5, 0, 0.5] }
record:
  outcomes:
    - { name: calm, measure: { stability: { to: 2020-04 } } }
    - { name: accused, rule: { occurs: { move: accuse }, by: 2020-04-30 } }
`;

interface Swept {
  readonly futures: number;
  readonly before: number;
  readonly spent?: boolean;
  readonly seconds?: number;
  readonly points: readonly { readonly futures: number; readonly outcomes: object }[];
  readonly parts: readonly { readonly kind: string; readonly rows?: readonly object[] }[];
}

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;

const put = (name: string, text: string, { folder } = small): void => {
  mkdirSync(join(folder, "experiments"), { recursive: true });
  writeFileSync(join(folder, "experiments", `${name}.yaml`), text);
};
const ask = async (options: object, anew = false, at = open): Promise<RunState> =>
  (
    await at.send("POST", "/api/ask/sweep", { options: { workers: 1, contents: true, ...options }, anew })
  ).json<RunState>();
const ended = (key: string, at = open): Promise<RunState> =>
  at.until(key, ({ state }) => state !== "waiting" && state !== "running");
const found = (state: RunState): Swept => state.outcome?.json as Swept;

/** The points of an experiment that is played from its beginning to its end, where nothing was played before. */
async function inOneGo(name: string, text: string): Promise<Swept["points"]> {
  const fresh = await smallFolder();
  put(name, text, fresh);
  const other = await openSmall(fresh.folder);
  try {
    const done = await ended((await ask({ experiment: name }, false, other)).key, other);
    expect(done.state).toBe("done");
    expect(found(done).before).toBe(0);
    return found(done).points;
  } finally {
    await other.close();
    fresh.remove();
  }
}

beforeEach(async () => {
  small = await smallFolder();
  put("ties", ties);
  open = await openSmall(small.folder);
});
afterEach(async () => {
  await open.close();
  small.remove();
});

describe("the experiments of a case", () => {
  it("are listed with their sizes, and with what is wrong with them", async () => {
    put("far", ties.replace("months: 2", "months: 600").replace("Ties", "Far"));
    put("broken", "name: Broken\nrepetitions: many\n");
    const { experiments, findings } = await open.get<CaseExperiments>("/api/experiments");
    expect(experiments.map(({ id }) => id)).toEqual(["far", "ties"]);
    expect(experiments[1]).toEqual({
      id: "ties",
      name: "Ties",
      variables: ["tie"],
      scenarios: ["as-is"],
      recorded: expect.arrayContaining(["calm", "accused"]),
      points: 3,
      repetitions: 30,
      months: 2,
      futures: 90,
      findings: [],
    });
    expect(experiments[0].futures).toBeUndefined();
    expect(experiments[0].findings[0].message).toContain("beyond the case's horizon");
    expect(findings.map(({ place }) => place.file)).toEqual(["experiments/broken.yaml"]);
  });
});

describe("a sweep in the workbench", () => {
  it("says how long it takes, plays, and gives tables and pictures", async () => {
    const planned = await ended((await ask({ experiment: "ties", plan: true })).key);
    expect(found(planned)).toMatchObject({ futures: 90, before: 0 });
    expect(found(planned).seconds).toBeGreaterThan(0);
    const done = await ended((await ask({ experiment: "ties" })).key);
    expect(done.state).toBe("done");
    expect(found(done)).toMatchObject({ futures: 90, before: 0 });
    expect(found(done).points.map(({ futures }) => futures)).toEqual([30, 30, 30]);
    const kinds = found(done).parts.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "picture").length).toBe(kinds.length - 1);
    expect(found(done).parts.at(-1)).toMatchObject({ kind: "table", rows: [{}, {}, {}] });
    // Asked once more, it is found; anew, it is read from what was kept.
    expect((await ask({ experiment: "ties" })).state).toBe("done");
    const again = await ended((await ask({ experiment: "ties" }, true)).key);
    expect(found(again)).toMatchObject({ futures: 90, before: 90 });
    expect(found(again).points).toEqual(found(done).points);
  });

  it("is stopped with what is done kept, and goes on from there with the same means", async () => {
    const long = ties.replace("repetitions: 30", "repetitions: 600");
    put("long", long);
    const asked = await ask({ experiment: "long" });
    await open.until(asked.key, ({ progress }) => (progress?.done ?? 0) > 0);
    expect((await open.send("DELETE", `/api/runs/${asked.key}`)).json()).toEqual({ stopped: true });
    const stopped = await ended(asked.key);
    expect(stopped.state).toBe("stopped");
    const { futures } = found(stopped);
    expect(futures).toBeGreaterThan(0);
    expect(futures).toBeLessThan(1800);
    expect(found(stopped).parts.length).toBeGreaterThan(0);
    const plan = await ended((await ask({ experiment: "long", plan: true })).key);
    expect(found(plan).before).toBeGreaterThanOrEqual(futures);
    const goneOn = await ended((await ask({ experiment: "long" }, true)).key);
    expect(found(goneOn)).toMatchObject({ futures: 1800, before: found(plan).before });
    expect(found(goneOn).points).toEqual(await inOneGo("long", long));
  });

  it("goes on where an earlier one ended, and finds what one in one go finds", async () => {
    const first = await ended((await ask({ experiment: "ties" })).key);
    const longer = ties.replace("repetitions: 30", "repetitions: 50");
    put("ties", longer);
    let more = await ask({ experiment: "ties" });
    for (let i = 0; i < 200 && more.key === first.key; i++) {
      // The watcher tells a little later that a file is another.
      await new Promise((resolve) => setTimeout(resolve, 25));
      more = await ask({ experiment: "ties" });
    }
    const done = await ended(more.key);
    expect(found(done)).toMatchObject({ futures: 150 });
    expect(found(done).before).toBeGreaterThan(0);
    expect(found(done).points).toEqual(await inOneGo("ties", longer));
  });

  it("is taken away: means and points as tables, and all rows in a zip", async () => {
    const { key } = await ended((await ask({ experiment: "ties" })).key);
    const take = (file: string) => open.app.inject({ url: `/api/export/sweep/${key}/${file}`, headers });
    const summary = (await take("summary.csv")).payload.split("\n");
    expect(summary[0]).toMatch(/^point,tie,scenario,futures,/);
    expect(summary.filter((line) => line !== "")).toHaveLength(4);
    expect((await take("design.csv")).payload.trim().split("\n")).toHaveLength(4);
    const files = unzipSync(new Uint8Array((await take("all.zip")).rawPayload));
    expect(Object.keys(files).filter((file) => file.endsWith(".parquet")).length).toBeGreaterThan(2);
    expect(strFromU8(files["summary.csv"])).toBe((await take("summary.csv")).payload);
    expect((await take("timing.json")).statusCode).toBe(400);
    const none = "0".repeat(32);
    const nothing = await open.app.inject({ url: `/api/export/sweep/${none}/all.zip`, headers });
    expect(nothing.statusCode).toBe(404);
  });

  it("refuses an experiment that is not there, and a file outside the case", async () => {
    const missing = await ended((await ask({ experiment: "tides" })).key);
    expect([missing.state, missing.outcome?.text]).toEqual([
      "failed",
      expect.stringContaining('no experiment "tides"'),
    ]);
    const away = await ended((await ask({ experiment: "../../elsewhere.yaml" })).key);
    expect([away.state, away.outcome?.text]).toEqual(["failed", expect.stringContaining("outside the case")]);
    const nameless = await open.send("POST", "/api/ask/sweep", { options: {} });
    expect([nameless.statusCode, nameless.json().message]).toEqual([
      400,
      expect.stringContaining("experiment"),
    ]);
  });
});
