import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { newCase } from "../../src/case/index.ts";
import { checkFolder, type RunState } from "../../src/desk/index.ts";
import { readFolder, writeFiles } from "../../src/run/index.ts";

let folder: string;
let server: ChildProcess;
let base: string;
let token: string;

/** Starts the workbench as `tawazun open` does, and waits for its link. */
async function start(): Promise<void> {
  server = spawn(process.execPath, [join(root, "src/server/main.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const link = await new Promise<string>((resolve, reject) => {
    let text = "";
    server.stdout?.on("data", (part: Buffer) => {
      text += part.toString();
      const found = /http:\S+/.exec(text);
      if (found !== null) resolve(found[0]);
    });
    server.once("close", () => reject(new Error(`the server ended: ${text}`)));
  });
  base = new URL(link).origin;
  token = new URL(link).searchParams.get("t") ?? "";
}
async function kill(signal: NodeJS.Signals): Promise<void> {
  const closed = new Promise((resolve) => server.once("close", resolve));
  server.kill(signal);
  await closed;
}
async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tawazun-killed-"));
  await writeFiles(
    folder,
    newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" }),
  );
  await start();
});
afterEach(async () => {
  if (server.exitCode === null && server.signalCode === null) await kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("a workbench that is killed", () => {
  it("leaves the case whole in the midst of edits", async () => {
    for (let round = 0; round < 3; round++) {
      if (round > 0) await start();
      const { text, hash } = await call<{ text: string; hash: string }>("GET", "/api/files/case.yaml");
      let restsOn = hash;
      let edits = 0;
      const editing = (async () => {
        for (;;) {
          const edited = `${text}${"# a long remark\n".repeat(2000 + edits)}`;
          const answer = await call<{ hash?: string }>("PUT", "/api/files/case.yaml", {
            text: edited,
            restsOn,
          });
          restsOn = answer.hash ?? restsOn;
          edits += 1;
        }
      })().catch(() => undefined);
      while (edits < 2 + round) await new Promise((resolve) => setTimeout(resolve, 7 + 11 * round));
      await kill("SIGKILL");
      await editing;
      const { folder: files } = await readFolder(folder);
      expect(checkFolder(files ?? new Map()).findings.filter((one) => one.severity === "error")).toEqual([]);
      expect(readFileSync(join(folder, "case.yaml"), "utf8").endsWith("# a long remark\n")).toBe(true);
    }
  });

  it("takes up the run it was in, and finds the same", async () => {
    const asked = await call<RunState>("POST", "/api/ask/play", { options: { runs: 3000, workers: 1 } });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await kill("SIGKILL");
    await start();
    let state = await call<RunState>("GET", `/api/runs/${asked.key}`);
    for (let i = 0; i < 600 && state.state !== "done"; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      state = await call<RunState>("GET", `/api/runs/${asked.key}`);
    }
    expect(state.state).toBe("done");
    const again = await call<RunState>("POST", "/api/ask/play", { options: { runs: 3000, workers: 1 } });
    expect(again.outcome).toEqual(state.outcome);
  });

  it("ends at once and well on SIGTERM", async () => {
    await kill("SIGTERM");
    expect(server.exitCode).toBe(0);
  });
});
