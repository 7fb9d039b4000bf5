import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { verbs } from "../../src/desk/index.ts";
import { caseAnswer, caseFile, editEntry, fileEntry, refusal, runState } from "../../src/server/answers.ts";
import { headers, openSmall, type SmallWorkbench, smallFolder } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
let folder: string;

beforeAll(async () => {
  small = await smallFolder();
  folder = small.folder;
  open = await openSmall(folder);
});
afterAll(async () => {
  await open.close();
  small.remove();
});

const put = (file: string, text: string) =>
  open.send("PUT", `/api/files/${encodeURIComponent(file)}`, { text });

/** An OpenAPI document, as far as these tests look into it. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { summary?: string; requestBody: Body }>>>>;
}
interface Body {
  readonly content: {
    readonly "application/json": {
      readonly schema: { readonly properties: { readonly options: { readonly properties?: object } } };
    };
  };
}

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
  const zip = await open.app.inject({ url: "/api/export/case.zip", headers });
  const files = unzipSync(new Uint8Array(zip.rawPayload));
  expect([...files["events.parquet"]]).toEqual([...bytes]);
  expect(new TextDecoder().decode(files["case.yaml"])).toBe(readFileSync(join(folder, "case.yaml"), "utf8"));
});

it("is described by a valid OpenAPI document with the form of every verb that it serves", async () => {
  const document = await open.get<Description>("/api/openapi.json");
  const { valid, errors } = await new Validator().validate(document as object as Record<string, unknown>);
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const served = await open.get<readonly { readonly id: string }[]>("/api/verbs");
  expect(served.length).toBeGreaterThan(10);
  for (const { id } of served) {
    const body = document.paths[`/api/ask/${id}`].post.requestBody.content["application/json"].schema;
    const verb = verbs.find((one) => one.id === id);
    const further = verb?.places.slice(1).filter(({ required }) => required) ?? [];
    const wanted = [...Object.keys(verb?.options.shape ?? {}), ...further.map(({ name }) => name)];
    expect(Object.keys(body.properties.options.properties ?? {}), id).toEqual(wanted);
  }
  const client = readFileSync(join(import.meta.dirname, "../../src/web/client.ts"), "utf8");
  const asked = [...client.matchAll(/readonly "(\/api\/[^"]+)":/g)].map(([, address]) => address);
  expect(asked.length).toBeGreaterThan(3);
  for (const address of asked) expect(document.paths[address]?.get, address).toBeDefined();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { summary }] of Object.entries(methods)) {
      expect(summary, `${method} ${path} says what it does`).toBeTruthy();
    }
  }
});

it("answers as it is described, neither less nor more", async () => {
  const asked = await open.send("POST", "/api/ask/check", { options: {} });
  const { key } = asked.json<{ key: string }>();
  await open.until(key, ({ state }) => state === "done");
  const get = (url: string) => open.get<unknown>(url);
  type Described = readonly [z.ZodType, unknown];
  const all = async (described: z.ZodType, url: string) =>
    (await open.get<readonly unknown[]>(url)).map((one): Described => [described, one]);
  const answers: readonly Described[] = [
    [caseAnswer.strict(), await get("/api/case")],
    [runState.strict(), asked.json()],
    [runState.strict(), await get(`/api/runs/${key}`)],
    ...(await all(runState.strict(), "/api/runs")),
    ...(await all(fileEntry.strict(), "/api/files")),
    ...(await all(editEntry.strict(), "/api/edits")),
    [caseFile.strict(), await get("/api/files/case.yaml")],
    [refusal.strict(), await get("/api/files/none.yaml")],
    [refusal.strict(), (await put("run.sh", "x")).json()],
  ];
  expect(answers.length).toBeGreaterThan(12);
  for (const [described, answer] of answers) expect(described.safeParse(answer).error).toBeUndefined();
});
