// How does the workbench's server stand up to many readers at once?
//   npm run bench -- server [CASE]
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/root.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const READS = ["/api/case", "/api/files", "/api/files/case.yaml", "/api/verbs", "/api/runs"];
const RATE = 200;
const STREAMS = 50;

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const seconds = quick ? 2 : 10;
  const folder = mkdtempSync(join(tmpdir(), "tawazun-bench-"));
  cpSync(join(root, words[0] ?? "cases/iraq-2012"), folder, { recursive: true });
  const server = spawn(process.execPath, [join(root, "src/server/main.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const link = await new Promise<string>((resolve) => {
      let text = "";
      server.stdout.on("data", (part: Buffer) => {
        text += part.toString();
        const found = /http:\S+/.exec(text);
        if (found !== null) resolve(found[0]);
      });
    });
    const base = new URL(link).origin;
    const headers = { authorization: `Bearer ${new URL(link).searchParams.get("t")}` };
    for (const path of READS) await (await fetch(base + path, { headers })).text();
    const reads = await load(base, headers, seconds);
    const streams = await follow(base, headers, quick ? 60 : 400);
    return {
      title: "How does the workbench's server stand up to many readers at once?",
      rows: [
        { what: `${RATE} reads a second for ${seconds} s`, ...reads, goal: 100 },
        { what: `${STREAMS} streams of one run's progress`, ...streams, goal: "–" },
      ],
      notes: [
        `Mixed reads in turn: ${READS.join(", ")}. Asked on a clock, whether or not earlier ones were answered; client and server share this machine.`,
        "Lost: reads not answered with 200, or streams that did not get to see the run's end.",
      ],
    };
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("close", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(base: string, headers: Record<string, string>, seconds: number) {
  const times: number[] = [];
  let lost = 0;
  const asked: Promise<void>[] = [];
  const begin = performance.now();
  for (let i = 0; i < RATE * seconds; i++) {
    const due = begin + (1000 * i) / RATE;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const start = performance.now();
    asked.push(
      fetch(base + READS[i % READS.length], { headers })
        .then(async (response) => {
          await response.arrayBuffer();
          if (!response.ok) lost += 1;
          times.push(performance.now() - start);
        })
        .catch(() => {
          lost += 1;
        }),
    );
  }
  await Promise.all(asked);
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(part * times.length))];
  return { asked: RATE * seconds, lost, "ms, median": at(0.5), "ms, p99": at(0.99), "ms, worst": at(1) };
}

async function follow(base: string, headers: Record<string, string>, runs: number) {
  const asked = await fetch(`${base}/api/ask/play`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ options: { runs, workers: 1, seed: `${process.pid}` } }),
  });
  const { key } = (await asked.json()) as { readonly key: string };
  const ends = await Promise.all(
    Array.from({ length: STREAMS }, async () => {
      const start = performance.now();
      const response = await fetch(`${base}/api/runs/${key}/progress`, {
        headers: { ...headers, accept: "text/event-stream" },
      });
      const text = await response.text();
      return { done: text.includes('"state":"done"'), took: performance.now() - start };
    }),
  );
  const times = ends.map((end) => end.took).sort((a, b) => a - b);
  return {
    asked: STREAMS,
    lost: ends.filter((end) => !end.done).length,
    "ms, median": times[times.length >> 1],
    "ms, p99": times[Math.floor(0.99 * times.length)],
    "ms, worst": times[times.length - 1],
  };
}
