import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunState } from "../../src/desk/index.ts";
import { HOST, headers, openSmall, type SmallWorkbench, smallFolder, TOKEN } from "./small-workbench.ts";

let small: Awaited<ReturnType<typeof smallFolder>>;
let open: SmallWorkbench;
let folder: string;

beforeEach(async () => {
  small = await smallFolder();
  folder = small.folder;
  open = await openSmall(folder);
});
afterEach(async () => {
  await open.close();
  small.remove();
});

const get = (url: string, more = {}) => open.app.inject({ url, headers: { ...headers, ...more } });
const send: SmallWorkbench["send"] = (...asked) => open.send(...asked);
const until: SmallWorkbench["until"] = (...asked) => open.until(...asked);

describe("who may speak to the workbench", () => {
  it("lets nobody in without the token", async () => {
    expect((await open.app.inject({ url: "/api/case", headers: { host: HOST } })).statusCode).toBe(401);
    const wrong = { host: HOST, authorization: "Bearer another" };
    expect((await open.app.inject({ url: "/api/case", headers: wrong })).statusCode).toBe(401);
    expect((await get("/api/case")).statusCode).toBe(200);
  });

  it("answers only to its own address", async () => {
    expect((await get("/api/case", { host: "evil.example" })).statusCode).toBe(421);
  });

  it("takes no orders from other pages", async () => {
    for (const more of [{ origin: "http://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
      expect((await send("POST", "/api/undo", {}, more)).statusCode).toBe(403);
    }
    for (const origin of [`http://${HOST}`, `https://${HOST}`]) {
      expect((await send("POST", "/api/undo", {}, { origin })).statusCode).toBe(409);
    }
  });

  it("lets a browser in by the printed link, and keeps the token from scripts and other sites", async () => {
    const entered = await open.app.inject({ url: `/login?t=${TOKEN}`, headers: { host: HOST } });
    expect(entered.statusCode).toBe(302);
    expect(entered.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = String(entered.headers["set-cookie"]).split(";")[0];
    expect((await open.app.inject({ url: "/api/case", headers: { host: HOST, cookie } })).statusCode).toBe(
      200,
    );
    expect((await open.app.inject({ url: "/login?t=wrong", headers: { host: HOST } })).statusCode).toBe(401);
  });

  it("asks nothing of other hosts, and lets no script but its own run", async () => {
    const policy = String((await get("/api/case")).headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("script-src");
    expect(policy).not.toMatch(/https?:/);
  });

  it("tells how many tries of the way in are too many", async () => {
    const tries: number[] = [];
    for (let i = 0; i < 25; i++) {
      tries.push((await open.app.inject({ url: "/login?t=guess", headers: { host: HOST } })).statusCode);
    }
    expect(tries.filter((code) => code === 429)).toHaveLength(5);
  });
});

describe("the files of the case", () => {
  const read = async (file: string) =>
    (await get(`/api/files/${file}`)).json<{ text: string; hash: string }>();

  it("are listed and read, and none outside the folder", async () => {
    const list = (await get("/api/files")).json<{ file: string }[]>().map(({ file }) => file);
    expect(list).toContain("case.yaml");
    expect((await read("case.yaml")).text).toContain("title:");
    symlinkSync("/etc/hostname", join(folder, "stolen.md"));
    for (const file of ["..%2f..%2fetc%2fpasswd", "stolen.md", "%2fetc%2fpasswd"]) {
      expect((await get(`/api/files/${file}`)).statusCode).toBe(404);
    }
  });

  it("are edited with their comments kept, undone and redone", async () => {
    const { text, hash } = await read("case.yaml");
    const edited = text.replace(/title:.*$/m, "title: Another title # mine");
    expect(edited).not.toBe(text);
    expect((await send("PUT", "/api/files/case.yaml", { text: edited, restsOn: hash })).statusCode).toBe(200);
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(edited);
    expect((await send("POST", "/api/undo")).json()).toEqual({ files: ["case.yaml"] });
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(text);
    expect((await send("POST", "/api/redo")).json()).toEqual({ files: ["case.yaml"] });
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(edited);
  });

  it("are not written over what somebody else wrote meanwhile", async () => {
    const { text, hash } = await read("case.yaml");
    writeFileSync(join(folder, "case.yaml"), `${text}# theirs\n`);
    const answer = await send("PUT", "/api/files/case.yaml", { text: `${text}# mine\n`, restsOn: hash });
    expect(answer.statusCode).toBe(409);
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(`${text}# theirs\n`);
  });

  it("are not written with new errors, which are all told", async () => {
    const { text, hash } = await read("case.yaml");
    const broken = text.replace(/as_of:.*$/m, "as_of: yesterday");
    const answer = await send("PUT", "/api/files/case.yaml", { text: broken, restsOn: hash });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ message: string }>().message).toMatch(/case\.yaml:\d+:\d+:/);
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(text);
  });

  it("never leave the folder when they are written", async () => {
    const answer = await send("PUT", "/api/files/..%2felsewhere.md", { text: "x" });
    expect(answer.statusCode).toBe(400);
  });

  it("hold of two edits at once the one, and refuse the other", async () => {
    const { text, hash } = await read("case.yaml");
    const both = await Promise.all(
      ["a", "b"].map((name) =>
        send("PUT", "/api/files/case.yaml", { text: `${text}# ${name}\n`, restsOn: hash }),
      ),
    );
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 409]);
  });
});

describe("runs", () => {
  it("answer a question once, and find the answer again", async () => {
    const asked = (await send("POST", "/api/ask/measure", { options: {} })).json<RunState>();
    const done = await until(asked.key, (state) => state.state === "done");
    expect(done.outcome?.code).toBe(0);
    const again = (await send("POST", "/api/ask/measure", { options: {} })).json<RunState>();
    expect(again).toEqual(done);
  });

  it("are asked anew once the case is another", async () => {
    const before = (await send("POST", "/api/ask/check", {})).json<RunState>();
    const { text, hash } = (await get("/api/files/case.yaml")).json<{ text: string; hash: string }>();
    await send("PUT", "/api/files/case.yaml", { text: `${text}# new\n`, restsOn: hash });
    const after = (await send("POST", "/api/ask/check", {})).json<RunState>();
    expect(after.key).not.toBe(before.key);
  });

  it("refuse what they do not know, with what there is", async () => {
    const unknown = await send("POST", "/api/ask/guess", {});
    expect([unknown.statusCode, unknown.json().message]).toEqual([404, expect.stringContaining("play")]);
    expect((await send("POST", "/api/ask/play", { options: { runs: -1 } })).statusCode).toBe(400);
  });

  it("cannot be led to files outside the case", async () => {
    const asked = (
      await send("POST", "/api/ask/play", { options: { fit: "/etc/passwd", runs: 5 } })
    ).json<RunState>();
    const ended = await until(asked.key, (state) => state.state === "failed");
    expect(ended.outcome?.text).toContain("outside the case's folder");
  });

  it("can be stopped", async () => {
    const asked = (
      await send("POST", "/api/ask/play", { options: { runs: 100_000, workers: 1 } })
    ).json<RunState>();
    await until(asked.key, (state) => state.state === "running");
    expect((await send("DELETE", `/api/runs/${asked.key}`)).json()).toEqual({ stopped: true });
    expect((await until(asked.key, (state) => state.state !== "running")).state).toBe("stopped");
  });

  it("are taken up again by the next server when one ended in their midst", async () => {
    await open.close();
    const file = join(folder, "out", "workbench.sqlite");
    open = await openSmall(folder, { file });
    const asked = (
      await send("POST", "/api/ask/play", { options: { runs: 400, workers: 1 } })
    ).json<RunState>();
    await until(asked.key, (state) => state.state === "running");
    await open.close();
    open = await openSmall(folder, { file });
    expect((await until(asked.key, (state) => state.state === "done")).outcome?.code).toBe(0);
  });
});

it("describes itself, with every verb's form", async () => {
  const verbs = (await get("/api/verbs")).json<{ id: string; options: { properties: object } }[]>();
  expect(verbs.map(({ id }) => id)).toEqual(expect.arrayContaining(["check", "measure", "play", "report"]));
  expect(Object.keys(verbs.find(({ id }) => id === "play")?.options.properties ?? {})).toContain("runs");
  const { paths } = (await get("/api/openapi.json")).json<{ paths: object }>();
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/api/case", "/api/ask/{verb}", "/api/runs/{key}"]),
  );
});
