import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { openStore, type Store, workbench } from "../../src/server/index.ts";
import { startPostgres, type TestPostgres, whyNoPostgres } from "../services/postgres.ts";

const TOKEN = "for-tests-only";
const HOST = "127.0.0.1:4321";
const headers = { host: HOST, authorization: `Bearer ${TOKEN}` };

const lacking = whyNoPostgres();
if (lacking !== undefined)
  process.stderr.write(`The tests of a store that workbenches share are left out. ${lacking}\n`);

describe.skipIf(lacking !== undefined)(
  "two workbenches on one PostgreSQL, each with its folder of the case",
  () => {
    const base = mkdtempSync(join(tmpdir(), "tawazun-shared-"));
    const folders = ["ann", "bob"].map((name) => join(base, name));
    let server: TestPostgres;
    let stores: readonly Store[];
    let apps: readonly Awaited<ReturnType<typeof workbench>>[];

    beforeAll(async () => {
      server = await startPostgres();
      const files = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
      await writeFiles(folders[0], files);
      cpSync(folders[0], folders[1], { recursive: true });
      stores = await Promise.all([0, 1].map(() => openStore(server.url)));
      apps = await Promise.all(
        folders.map((folder, k) =>
          workbench({
            folder,
            store: stores[k],
            scope: folder,
            version: "test",
            guard: { token: TOKEN, hosts: () => [HOST] },
          }),
        ),
      );
    });
    afterAll(async () => {
      for (const app of apps) await app.close();
      for (const store of stores) await store.destroy();
      await server.end();
      rmSync(base, { recursive: true, force: true });
    });

    async function get(k: number, url: string) {
      const answer = await apps[k].inject({ method: "GET", url, headers });
      return answer.json();
    }
    const ask = (k: number) =>
      apps[k].inject({ method: "POST", url: "/api/ask/measure", headers, payload: { options: {} } });

    it("find each other's answers, and each lists its own", async () => {
      const asked = (await ask(0)).json() as { key: string; state: string };
      for (let tries = 0; tries < 100; tries++) {
        if ((await get(0, `/api/runs/${asked.key}`)).state === "done") break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect((await ask(1)).json()).toMatchObject({ key: asked.key, state: "done" });
      expect(await get(0, "/api/runs")).toHaveLength(1);
      expect(await get(1, "/api/runs")).toHaveLength(0);
    });

    it("take back their own edits alone", async () => {
      const file = "case.yaml";
      const before = readFileSync(join(folders[0], file), "utf8");
      const { hash } = await get(0, `/api/files/${file}`);
      const edited = await apps[0].inject({
        method: "PUT",
        url: `/api/files/${file}`,
        headers,
        payload: { text: before.replace("Mine", "Ours"), restsOn: hash },
      });
      expect(edited.statusCode).toBe(200);
      const undo = (k: number) => apps[k].inject({ method: "POST", url: "/api/undo", headers });
      expect((await undo(1)).statusCode).toBe(409);
      expect(readFileSync(join(folders[0], file), "utf8")).toContain("Ours");
      expect((await undo(0)).statusCode).toBe(200);
      expect(readFileSync(join(folders[0], file), "utf8")).toBe(before);
    });
  },
);
