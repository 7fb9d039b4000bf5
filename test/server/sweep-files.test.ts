// What is taken away of a sweep whose files are gone, or are too many for one zip.
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openStore } from "../../src/run/index.ts";
import { headers, openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

const KEY = "a".repeat(32);
const HASH = "0123456789abcdef";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
let place: string;

const take = (file: string) => open.app.inject({ url: `/api/export/sweep/${KEY}/${file}`, headers });

beforeEach(async () => {
  small = await smallFolder();
  place = join(small.folder, "out", "runs", HASH);
  mkdirSync(join(small.folder, "out"));
  const file = join(small.folder, "out", "workbench.sqlite");
  const store = await openStore(file);
  const at = "2024-05-01T00:00:00Z";
  const times = { asked_at: at, ended_at: at };
  const found = { code: 0, text: "", json: JSON.stringify({ hash: HASH }) };
  await store
    .insertInto("runs")
    .values({ key: KEY, folder: "", verb: "sweep", options: "{}", state: "done", ...times, ...found })
    .execute();
  await store.destroy();
  open = await openSmall(small.folder, { file });
});
afterEach(async () => {
  await open.close();
  small.remove();
});

it("is all of its files in a zip, but for those that are being written", async () => {
  mkdirSync(join(place, "rows"), { recursive: true });
  writeFileSync(join(place, "summary.csv"), "point\n");
  writeFileSync(join(place, "rows", "0.parquet"), "PAR1");
  writeFileSync(join(place, "rows", ".1.parquet.part"), "PA");
  const files = unzipSync(new Uint8Array((await take("all.zip")).rawPayload));
  expect(Object.entries(files).map(([file, bytes]) => [file, strFromU8(bytes)])).toEqual(
    expect.arrayContaining([
      ["summary.csv", "point\n"],
      ["rows/0.parquet", "PAR1"],
    ]),
  );
  expect(Object.keys(files)).toHaveLength(2);
});

it.each(["all.zip", "summary.csv", "design.csv", "summary.json"])(
  "is no %s where its folder is gone or empty",
  async (file) => {
    const gone = await take(file);
    expect([gone.statusCode, gone.json().code]).toEqual([404, "server/file"]);
    mkdirSync(place, { recursive: true });
    const empty = await take(file);
    expect([empty.statusCode, empty.json().code]).toEqual([404, "server/file"]);
  },
);

it("is no zip where the files are too large for one, which is seen before any is read", async () => {
  mkdirSync(place, { recursive: true });
  // Holes: 3 GB that take no room, and more than can be read at once.
  writeFileSync(join(place, "rows.parquet"), "");
  truncateSync(join(place, "rows.parquet"), 3_000_000_000);
  const answer = await take("all.zip");
  expect([answer.statusCode, answer.json()]).toEqual([
    413,
    { code: "server/too-large", message: `The sweep holds more than 500 MB. Copy it from ${place}.` },
  ]);
});
