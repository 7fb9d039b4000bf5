import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../scripts/root.ts";

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A run of the command line that can be watched and interrupted. */
export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once the standard error shows this, or the run is over. */
  shows(pattern: RegExp): Promise<void>;
}

/** Starts `tawazun …` as a user would, in a folder; everything before `main.ts` is passed to Node. */
export function begin(words: readonly string[], cwd: string = root): Running {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...words], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text.out += part;
  });
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text.err += part;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...text }));
  });
  return {
    process: child,
    ended,
    shows: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (pattern.test(text.err)) resolve();
        };
        child.stderr.on("data", look);
        child.on("close", () => resolve());
        look();
      }),
  };
}

/** Runs `tawazun …` to its end. */
export function tawazun(words: readonly string[], cwd?: string): Promise<Ended> {
  return begin(words, cwd).ended;
}
