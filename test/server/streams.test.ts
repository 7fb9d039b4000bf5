// Many windows follow one run: each hears how far it is, in order, and each hears its end.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunState } from "../../src/desk/index.ts";
import { listening, openStore, type Store } from "../../src/server/index.ts";
import { smallFolder, TOKEN } from "./small-workbench.ts";

const STREAMS = 50;
const headers = { authorization: `Bearer ${TOKEN}` };
let small: Awaited<ReturnType<typeof smallFolder>>;
let store: Store;
let open: Awaited<ReturnType<typeof listening>>;
let base = "";

beforeAll(async () => {
  small = await smallFolder();
  store = await openStore(":memory:");
  const { folder } = small;
  const at = { address: "127.0.0.1", port: 0, names: ["127.0.0.1"] };
  open = await listening({ folder, store, version: "test", token: TOKEN, ...at });
  base = open.origin;
});
afterAll(async () => {
  await open.app.close();
  await store.destroy();
  small.remove();
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
