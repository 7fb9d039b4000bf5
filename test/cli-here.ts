import { vi } from "vitest";
import { main } from "../src/cli/program.ts";
import type { Ended } from "./cli-run.ts";

/** Runs the command line within this process: quick, and enough for what it prints. */
export async function here(words: readonly string[]): Promise<Ended> {
  const text = { out: "", err: "" };
  const catching = (stream: "out" | "err") => (part: string | Uint8Array) => {
    text[stream] += part;
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(catching("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(catching("err"));
  try {
    return { code: await main(words), ...text };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
