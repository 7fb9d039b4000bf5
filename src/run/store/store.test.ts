import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres, type TestPostgres, whyNoPostgres } from "../../../test/services/postgres.ts";
import { withDisk } from "../../../test/services/small-disk.ts";
import { openStore, type Store } from "./index.ts";

const run = promisify(execFile);
const base = mkdtempSync(join(tmpdir(), "tawazun-store-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const edit = (n: number, folder = "") => ({
  folder,
  at: `2024-05-01T00:00:${String(n % 60).padStart(2, "0")}Z`,
  file: "actors.yaml",
  before: null,
  after: `نص ${n} "quoted"\n`,
  undone: 0,
  act: "",
});
const asked = (key: string) => ({
  key,
  folder: "",
  verb: "judge",
  options: "{}",
  state: "waiting" as const,
  asked_at: "2024-05-01T00:00:00Z",
  ended_at: null,
  code: null,
  text: null,
  json: null,
});

/** Writes by so many processes at once, each through a store of its own. */
async function writeFrom(processes: number, each: number, place: string): Promise<void> {
  const module = JSON.stringify(new URL("./index.ts", import.meta.url).href);
  const script = `import { openStore } from ${module};
    const store = await openStore(process.env.PLACE);
    for (let n = 0; n < ${each}; n++) {
      const values = { folder: process.env.WHO, at: "t", file: "f", before: null, after: String(n), undone: 0 };
      await store.insertInto("edits").values(values).execute();
    }
    await store.destroy();`;
  await Promise.all(
    Array.from({ length: processes }, (_, who) =>
      run(process.execPath, ["--input-type=module", "-e", script], {
        env: { ...process.env, PLACE: place, WHO: `p${who}` },
      }),
    ),
  );
}

/** What holds of a store, whatever stands below it. */
function laws(place: () => string): void {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(place());
  });
  afterAll(() => store.destroy());

  it("numbers edits in their order, and gives back what was put in, letter by letter", async () => {
    const put: { readonly id: number }[] = [];
    for (const n of [1, 2, 3])
      put.push(
        await store.insertInto("edits").values(edit(n, "a")).returning("id").executeTakeFirstOrThrow(),
      );
    const rows = await store
      .selectFrom("edits")
      .selectAll()
      .where("folder", "=", "a")
      .orderBy("id")
      .execute();
    expect(rows).toEqual([1, 2, 3].map((n, k) => ({ id: put[k].id, ...edit(n, "a") })));
    expect(rows.every(({ id, undone }) => Number.isInteger(id) && undone === 0)).toBe(true);
  });

  it("keeps one run of a key, and counts in numbers", async () => {
    await store.insertInto("runs").values(asked("k")).execute();
    const again = { ...asked("k"), state: "done" as const, code: 0, json: "{}" };
    await store
      .insertInto("runs")
      .values(again)
      .onConflict((at) => at.column("key").doUpdateSet(again))
      .execute();
    await store
      .insertInto("runs")
      .values(asked("k"))
      .onConflict((at) => at.column("key").doNothing())
      .execute();
    expect(await store.selectFrom("runs").selectAll().execute()).toEqual([again]);
    const { n } = await store
      .selectFrom("runs")
      .select(({ fn }) => fn.countAll().as("n"))
      .executeTakeFirstOrThrow();
    expect(n).toBe(1);
  });

  it("can be opened again, and by another at the same time", async () => {
    const other = await openStore(place());
    await other.insertInto("runs").values(asked("other")).execute();
    await other.destroy();
    expect(await store.selectFrom("runs").select("key").where("key", "=", "other").execute()).toHaveLength(1);
  });

  it("loses nothing when two processes write two hundred rows each", async () => {
    await writeFrom(2, 200, place());
    for (const who of ["p0", "p1"]) {
      const rows = await store
        .selectFrom("edits")
        .select("after")
        .where("folder", "=", who)
        .orderBy("id")
        .execute();
      expect(rows.map(({ after }) => after)).toEqual(Array.from({ length: 200 }, (_, n) => String(n)));
    }
  });
}

describe("a store in a file", () => {
  laws(() => join(base, "deep", "store.sqlite"));

  it("can be made by several processes at the same moment", async () => {
    const place = join(base, "fresh.sqlite");
    await writeFrom(4, 5, place);
    const store = await openStore(place);
    expect(await store.selectFrom("edits").select("id").execute()).toHaveLength(20);
    await store.destroy();
  });

  it("of an earlier version gets the columns that it lacks, and keeps its rows", async () => {
    const place = join(base, "old.sqlite");
    const old = new DatabaseSync(place);
    old.exec(
      `create table edits (id integer primary key autoincrement, at text not null, file text not null, before text, after text, undone integer not null default 0);
       insert into edits (at, file, before) values ('t', 'actors.yaml', 'was');`,
    );
    old.close();
    const store = await openStore(place);
    expect(await store.selectFrom("edits").selectAll().execute()).toMatchObject([
      { folder: "", file: "actors.yaml", before: "was", act: "" },
    ]);
    await store.destroy();
  });

  it("says that the disk is full, keeps what was written, and goes on once there is room", async (test) => {
    const ran = await withDisk("size=256k", async (disk) => {
      const store = await openStore(join(disk, "store.sqlite"));
      await store.insertInto("edits").values(edit(1)).execute();
      const large = { ...edit(2), after: "x".repeat(400_000) };
      await expect(store.insertInto("edits").values(large).execute()).rejects.toMatchObject({
        code: "store/full",
        message: expect.stringMatching(/no room left on the disk\. What was written before is kept\.$/),
      });
      expect(await store.selectFrom("edits").select("after").execute()).toEqual([{ after: edit(1).after }]);
      await store.insertInto("edits").values(edit(3)).execute();
      expect(await store.selectFrom("edits").select("id").execute()).toHaveLength(2);
      await store.destroy();
    });
    if (!ran) test.skip("a small disk cannot be mounted by this user");
  });

  it("says that it is read-only", async (test) => {
    const ran = await withDisk("size=1m", async (disk, remount) => {
      const place = join(disk, "store.sqlite");
      const store = await openStore(place);
      await store.insertInto("edits").values(edit(1)).execute();
      await store.destroy();
      remount("ro");
      await expect(openStore(place)).rejects.toMatchObject({
        code: "store/read-only",
        message: `The store "${place}" cannot be written: it is read-only for you.`,
      });
      expect(readdirSync(disk)).toEqual(["store.sqlite"]);
    });
    if (!ran) test.skip("a read-only disk cannot be mounted by this user");
  });

  it("is refused in words where a file is none, or a folder or another database is named", async () => {
    const place = join(base, "text.sqlite");
    writeFileSync(place, "This is no database, however long it may be. ".repeat(100));
    await expect(openStore(place)).rejects.toMatchObject({ code: "store/damaged" });
    await expect(openStore(join(place, "deep", "a.sqlite"))).rejects.toMatchObject({ code: "store/place" });
    await expect(openStore("mysql://ann:secret@host/db")).rejects.toMatchObject({
      code: "store/address",
      message: expect.not.stringContaining("secret"),
    });
  });
});

const lacking = whyNoPostgres();
if (lacking !== undefined)
  process.stderr.write(`The tests of a store in PostgreSQL are left out. ${lacking}\n`);

describe.skipIf(lacking !== undefined)("a store in PostgreSQL", () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.end());

  laws(() => server.url);

  it("says what is wrong with its address, and never the password", async () => {
    const wrong = server.url.replace(encodeURIComponent(server.password), "another%21word");
    const nowhere = server.url.replace(/\/postgres$/, "/nothing");
    const nobody = server.url.replace(`:${server.port}`, ":9");
    for (const [url, code] of [
      [wrong, "store/password"],
      [nowhere, "store/database"],
      [nobody, "store/unreachable"],
    ]) {
      const error = (await openStore(url).catch((refused) => refused)) as Error & { code: string };
      expect(error.code).toBe(code);
      for (const secret of [
        server.password,
        encodeURIComponent(server.password),
        "another!word",
        "another%21word",
      ])
        expect(`${error.message} ${error.stack}`).not.toContain(secret);
      expect(error.message).toContain("tester@127.0.0.1");
    }
  });

  it("says that it is gone when it is killed, loses nothing, and goes on when it is back", async () => {
    const store = await openStore(server.url);
    const count = async () => (await store.selectFrom("edits").select("id").execute()).length;
    await store.insertInto("edits").values(edit(1, "kill")).execute();
    const before = await count();
    await server.kill();
    const refused = await store
      .insertInto("edits")
      .values(edit(2, "kill"))
      .execute()
      .catch((error) => error);
    expect(refused).toMatchObject({ code: "store/unreachable" });
    await server.start();
    // the first questions may still meet a connection that was cut
    for (let tries = 0; tries < 10; tries++) {
      const done = await store
        .insertInto("edits")
        .values(edit(3, "kill"))
        .execute()
        .then(
          () => true,
          () => false,
        );
      if (done) break;
    }
    expect(await count()).toBe(before + 1);
    await store.destroy();
  });
});
