import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import type { Sitting } from "../../src/desk/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { openStore, type Store, workbench } from "../../src/server/index.ts";

const HOST = "127.0.0.1:4712";
const TOKEN = "the-token-of-this-test";
const headers = { host: HOST, authorization: `Bearer ${TOKEN}` };
const folder = mkdtempSync(join(tmpdir(), "tawazun-seats-"));
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  await writeFiles(
    folder,
    newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" }),
  );
  store = await openStore(":memory:");
  app = await workbench({ folder, store, version: "test", guard: { token: TOKEN, hosts: () => [HOST] } });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await store.destroy();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = Sitting & { readonly id: number; readonly code?: string };
const get = async <T>(url: string): Promise<T> => (await app.inject({ url, headers })).json<T>();
const post = async (url: string, payload: object): Promise<Answer> =>
  (await app.inject({ method: "POST", url, payload, headers })).json<Answer>();

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
    const packed = await app.inject({ url: "/api/export/case.zip", headers });
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
    writeFileSync(join(folder, "forecasts.jsonl"), "{}\n");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await get<{ hash: string }>("/api/case")).hash).toBe(hash);
    rmSync(join(folder, "forecasts.jsonl"));
  });

  it("says of a run that nobody asked for that it is not known, and begins nothing", async () => {
    const asked = await app.inject({
      method: "POST",
      url: "/api/known/report",
      payload: { options: { runs: 3 } },
      headers,
    });
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
