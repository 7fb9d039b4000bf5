// A workbench on the small case that `tawazun new` makes, for tests that ask its server.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { newCase } from "../../src/case/index.ts";
import type { RunState } from "../../src/desk/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { type AppOptions, openStore, workbench } from "../../src/server/index.ts";

export const HOST = "127.0.0.1:4712";
export const TOKEN = "the-token-of-this-test";
export const headers = { host: HOST, authorization: `Bearer ${TOKEN}` };

/** Makes the small case in a folder of its own, which goes with what stands beside it. */
export async function smallFolder(): Promise<{ readonly folder: string; remove(): void }> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "tawazun-small-")));
  const folder = join(base, "small");
  const dates = { asOf: "2020-03-01", horizon: "2021-02-28" };
  await writeFiles(folder, newCase({ id: "small", title: "A small case", ...dates }));
  return { folder, remove: () => rmSync(base, { recursive: true, force: true }) };
}

export interface SmallWorkbench {
  readonly folder: string;
  readonly app: FastifyInstance;
  /** What is answered at an address. */
  get<T>(url: string): Promise<T>;
  /** Sends something; with the whole answer. */
  send(
    method: "POST" | "PUT" | "DELETE",
    url: string,
    payload?: object,
    more?: object,
  ): Promise<LightMyRequestResponse>;
  /** Waits until a run is as it is wanted. */
  until(key: string, wanted: (state: RunState) => boolean): Promise<RunState>;
  /** Ends the server and lets go of its store; the folder stays. */
  close(): Promise<void>;
}

/** Opens a workbench on a folder. */
export async function openSmall(
  folder: string,
  { file = ":memory:", ...more }: Partial<AppOptions> & { readonly file?: string } = {},
): Promise<SmallWorkbench> {
  const store = await openStore(file);
  const guard = { token: TOKEN, hosts: () => [HOST] };
  const app = await workbench({ folder, store, version: "test", guard, ...more });
  await app.ready();
  const get = async <T>(url: string): Promise<T> => (await app.inject({ url, headers })).json<T>();
  return {
    folder,
    app,
    get,
    send: (method, url, payload = {}, other = {}) =>
      app.inject({ method, url, payload, headers: { ...headers, ...other } }),
    async until(key, wanted) {
      for (let i = 0; i < 2400; i++) {
        const state = await get<RunState>(`/api/runs/${key}`);
        if (wanted(state)) return state;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`the run ${key} did not get there`);
    },
    async close() {
      await app.close();
      await store.destroy();
    },
  };
}
