import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { verbs } from "../../src/desk/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { caseAnswer, caseFile, editEntry, fileEntry, refusal, runState } from "../../src/server/answers.ts";
import { openStore, type Store, workbench } from "../../src/server/index.ts";

const HOST = "127.0.0.1:4712";
const TOKEN = "the-token-of-this-test";
const headers = { host: HOST, authorization: `Bearer ${TOKEN}` };

let folder: string;
let store: Store;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tawazun-writing-"));
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

const put = (file: string, text: string) =>
  app.inject({
    method: "PUT",
    url: `/api/files/${encodeURIComponent(file)}`,
    payload: { text },
    headers,
  });

describe("what a page may put into a case", () => {
  it("is a text of the kinds that a case is read from", async () => {
    expect((await put("documents/memo.md", "A memo.\n")).statusCode).toBe(200);
    expect(readFileSync(join(folder, "documents/memo.md"), "utf8")).toBe("A memo.\n");
  });

  it.each([
    ".git/hooks/pre-commit",
    "documents/.hidden.md",
    "out/workbench.sqlite",
    "out/notes.md",
    "run.sh",
    "page.html",
    "documents/memo",
    "../elsewhere.md",
    "/tmp/elsewhere.md",
    "documents//other.md",
  ])("is never %s", async (file) => {
    const answer = await put(file, "x");
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ message: string }>().message).toContain("cannot be written from here");
    expect(existsSync(join(folder, file))).toBe(false);
  });

  it("is never what is no text", async () => {
    const answer = await put("documents/memo.md", "a\0b");
    expect([answer.statusCode, answer.json().message]).toEqual([400, expect.stringContaining("zero byte")]);
  });

  it("is at most two megabytes, and the refusal says so", async () => {
    expect((await put("documents/large.md", "x".repeat(2_000_000))).statusCode).toBe(200);
    const answer = await put("documents/larger.md", "ه".repeat(1_000_001));
    expect(answer.statusCode).toBe(413);
    expect(answer.json<{ message: string }>().message).toMatch(/has 2\.0 MB; .* at most 2\.0 MB/);
    const huge = await put("documents/huge.md", "x".repeat(9_000_000));
    expect([huge.statusCode, huge.json().message]).toEqual([413, expect.stringContaining("at most 8 MB")]);
    expect(existsSync(join(folder, "documents/huge.md"))).toBe(false);
  });
});

it("gives the whole case with every file's bytes, those that are no text too", async () => {
  const bytes = Uint8Array.from([0x50, 0x41, 0x52, 0x31, 0xff, 0x00, 0xfe]);
  writeFileSync(join(folder, "events.parquet"), bytes);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const zip = await app.inject({ url: "/api/export/case.zip", headers });
  const files = unzipSync(new Uint8Array(zip.rawPayload));
  expect([...files["events.parquet"]]).toEqual([...bytes]);
  expect(new TextDecoder().decode(files["case.yaml"])).toBe(readFileSync(join(folder, "case.yaml"), "utf8"));
});

it("is described by a valid OpenAPI document with the form of every verb that it serves", async () => {
  const document = (await app.inject({ url: "/api/openapi.json", headers })).json();
  const { valid, errors } = await new Validator().validate(document);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const served = (await app.inject({ url: "/api/verbs", headers })).json<
    readonly { readonly id: string }[]
  >();
  expect(served.length).toBeGreaterThan(10);
  for (const { id } of served) {
    const body = document.paths[`/api/ask/${id}`].post.requestBody.content["application/json"].schema;
    const wanted = Object.keys(verbs.find((verb) => verb.id === id)?.options.shape ?? {});
    expect(Object.keys(body.properties.options.properties ?? {}), id).toEqual(wanted);
  }
  const client = readFileSync(join(import.meta.dirname, "../../src/web/client.ts"), "utf8");
  const asked = [...client.matchAll(/readonly "(\/api\/[^"]+)":/g)].map(([, address]) => address);
  expect(asked.length).toBeGreaterThan(3);
  for (const address of asked) expect(document.paths[address]?.get, address).toBeDefined();
  for (const [path, methods] of Object.entries<Record<string, { summary?: string }>>(document.paths)) {
    for (const [method, { summary }] of Object.entries(methods)) {
      expect(summary, `${method} ${path} says what it does`).toBeTruthy();
    }
  }
});

it("answers as it is described, neither less nor more", async () => {
  const get = async (url: string) => (await app.inject({ url, headers })).json();
  const asked = await app.inject({
    method: "POST",
    url: "/api/ask/check",
    payload: { options: {} },
    headers,
  });
  const { key } = asked.json<{ key: string }>();
  for (let i = 0; i < 200 && (await get(`/api/runs/${key}`)).state !== "done"; i++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const answers = [
    [caseAnswer.strict(), await get("/api/case")],
    [runState.strict(), asked.json()],
    [runState.strict(), await get(`/api/runs/${key}`)],
    ...(await get("/api/runs")).map((one: unknown) => [runState.strict(), one]),
    ...(await get("/api/files")).map((one: unknown) => [fileEntry.strict(), one]),
    ...(await get("/api/edits")).map((one: unknown) => [editEntry.strict(), one]),
    [caseFile.strict(), await get("/api/files/case.yaml")],
    [refusal.strict(), await get("/api/files/none.yaml")],
    [refusal.strict(), (await put("run.sh", "x")).json()],
  ] as const;
  expect(answers.length).toBeGreaterThan(12);
  for (const [described, answer] of answers) expect(described.safeParse(answer).error).toBeUndefined();
});
