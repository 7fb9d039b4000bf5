// Many windows follow one run: each hears how far it is, in order, and each hears its end.
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import type { RunState } from "../../src/desk/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { openStore, type Store, workbench } from "../../src/server/index.ts";

const TOKEN = "the-token-of-this-test";
const STREAMS = 50;
const folder = mkdtempSync(join(tmpdir(), "tawazun-streams-"));
const headers = { authorization: `Bearer ${TOKEN}` };
let store: Store;
let app: FastifyInstance;
let base = "";

beforeAll(async () => {
  await writeFiles(
    folder,
    newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" }),
  );
  store = await openStore(":memory:");
  let hosts: readonly string[] = [];
  app = await workbench({ folder, store, version: "test", guard: { token: TOKEN, hosts: () => hosts } });
  await app.listen({ port: 0, host: "127.0.0.1" });
  hosts = [`127.0.0.1:${(app.server.address() as AddressInfo).port}`];
  base = `http://${hosts[0]}`;
});
afterAll(async () => {
  await app.close();
  await store.destroy();
  rmSync(folder, { recursive: true, force: true });
});

it(`loses nothing with ${STREAMS} streams of one run at once`, async () => {
  const asked = await fetch(`${base}/api/ask/play`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ options: { runs: 300, months: 6, workers: 1 } }),
  });
  const { key } = (await asked.json()) as RunState;
  const heard = await Promise.all(
    Array.from({ length: STREAMS }, async () => {
      const response = await fetch(`${base}/api/runs/${key}/progress`, {
        headers: { ...headers, accept: "text/event-stream" },
      });
      return (await response.text())
        .split("\n")
        .filter((line) => line.startsWith("data: {"))
        .map((line) => JSON.parse(line.slice("data: ".length)) as RunState);
    }),
  );
  const told = (states: readonly RunState[]): readonly number[] => [
    ...new Set(states.flatMap(({ progress }) => (progress === undefined ? [] : [progress.done]))),
  ];
  const all = told(heard.reduce((most, states) => (states.length > most.length ? states : most)));
  expect(all).toEqual([...all].sort((a, b) => a - b));
  for (const states of heard) {
    // Who came later heard less, but from then on all.
    const mine = told(states);
    expect(mine).toEqual(mine.length === 0 ? [] : all.slice(all.indexOf(mine[0])));
    expect(states.at(-1)?.state).toBe("done");
    expect(states.filter(({ state }) => state === "done")).toHaveLength(1);
  }
});
