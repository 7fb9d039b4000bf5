import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sitting } from "../../src/desk/index.ts";
import { headers, openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;

beforeAll(async () => {
  small = await smallFolder();
  open = await openSmall(small.folder);
});
afterAll(async () => {
  await open.close();
  small.remove();
});

type Answer = Sitting & { readonly id: number; readonly code?: string };
const get = <T>(url: string): Promise<T> => open.get<T>(url);
const post = async (url: string, payload: object): Promise<Answer> =>
  (await open.send("POST", url, payload)).json<Answer>();

async function begun(months = 6): Promise<Answer> {
  const { seats } = await get<{ seats: { id: string }[] }>("/api/seats");
  return post("/api/seats", { as: [seats[0].id], months, seed: "seat" });
}

describe("a seat in the workbench", () => {
  it("asks at the actor's turn, tells what came of the choice, and ends", async () => {
    let now = await begun();
    expect(now.next?.options.length).toBeGreaterThan(0);
    const likelihood = now.next?.options.reduce((sum, option) => sum + option.probability, 0);
    expect(likelihood).toBeCloseTo(1, 9);
    const first = now.next;
    now = await post(`/api/seats/${now.id}/choose`, { turn: 0, option: first?.options[0].option });
    expect(now.turns).toHaveLength(1);
    expect(now.turns[0]).toMatchObject({ date: first?.date, engine: { text: first?.options[0].text } });
    for (let turn = 1; now.next !== undefined; turn++)
      now = await post(`/api/seats/${now.id}/choose`, { turn, option: -1 });
    expect(now.end?.shares[0].share).toBeGreaterThan(0);
    expect(await get<Answer>(`/api/seats/${now.id}`)).toEqual(now);
  });

  it("plays the same future for the same choices, and takes a turn back", async () => {
    const [one, other] = [await begun(), await begun()];
    expect(other.next).toEqual(one.next);
    const option = one.next?.options[0].option;
    const after = await post(`/api/seats/${one.id}/choose`, { turn: 0, option });
    expect(after.next).not.toEqual(one.next);
    expect((await post(`/api/seats/${one.id}/back`, { turn: 0 })).next).toEqual(one.next);
  });

  it("refuses a turn that was chosen in another window, a choice that is not there, a game that is not", async () => {
    const { id } = await begun();
    expect(await post(`/api/seats/${id}/choose`, { turn: 3, option: 0 })).toMatchObject({
      code: "server/conflict",
    });
    expect(await post(`/api/seats/${id}/choose`, { turn: 0, option: 99_999 })).toMatchObject({
      code: "seat/choice",
    });
    expect(await get("/api/seats/999")).toMatchObject({ code: "server/file" });
    expect(await post("/api/seats", { as: ["nobody-at-all"] })).toMatchObject({ code: "seat/actor" });
  });
});

describe("what can be taken away", () => {
  it("packs the files of the case as they are", async () => {
    const packed = await open.app.inject({ url: "/api/export/case.zip", headers });
    expect(packed.headers["content-type"]).toBe("application/zip");
    const files = unzipSync(new Uint8Array(packed.rawPayload));
    const list = await get<{ file: string }[]>("/api/files");
    expect(Object.keys(files).sort()).toEqual(list.map(({ file }) => file).sort());
    const { text } = await get<{ text: string }>("/api/files/case.yaml");
    expect(new TextDecoder().decode(files["case.yaml"])).toBe(text);
  });

  it("says that there is no such report", async () => {
    const key = "0".repeat(32);
    expect(await get(`/api/export/report/${key}/html`)).toMatchObject({ code: "server/file" });
  });
});

describe("what was foretold and what can be changed", () => {
  it("has an empty register, and no report of an earlier case", async () => {
    expect(await get("/api/register")).toMatchObject({ entries: [], faults: [] });
    expect(await get("/api/reports/before")).toEqual({ report: null });
  });

  it("does not take a registered forecast for an edit of the case", async () => {
    const { hash } = await get<{ hash: string }>("/api/case");
    writeFileSync(join(small.folder, "forecasts.jsonl"), "{}\n");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await get<{ hash: string }>("/api/case")).hash).toBe(hash);
    rmSync(join(small.folder, "forecasts.jsonl"));
  });

  it("says of a run that nobody asked for that it is not known, and begins nothing", async () => {
    const asked = await open.send("POST", "/api/known/report", { options: { runs: 3 } });
    expect(asked.json()).toEqual({ run: null });
    expect(await get("/api/runs")).toEqual([]);
  });

  it("names moves, and each uncertain input with a range around its likeliest value", async () => {
    const { moves, inputs } = await get<{
      moves: object[];
      inputs: { low: number; likeliest: number; high: number }[];
    }>("/api/changes");
    expect(moves.length).toBeGreaterThan(20);
    for (const { low, likeliest, high } of inputs) {
      expect(low).toBeLessThanOrEqual(likeliest);
      expect(likeliest).toBeLessThanOrEqual(high);
    }
  });
});
