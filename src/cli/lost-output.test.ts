import { PassThrough } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { bearLostOutput } from "./lost-output.ts";

/** What the program does when its output fails with this code. */
function lost(code: string): { readonly said: string; readonly left: readonly unknown[] } {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const exit = vi.spyOn(process, "exit").mockImplementation((() => undefined) as never);
  bearLostOutput(out as unknown as NodeJS.WriteStream, err as unknown as NodeJS.WriteStream);
  out.emit("error", Object.assign(new Error("write"), { code }));
  err.emit("error", Object.assign(new Error("write"), { code }));
  const left = exit.mock.calls.map(([given]) => given);
  exit.mockRestore();
  return { said: String(err.read() ?? ""), left };
}

describe("an output that is lost", () => {
  it("ends in silence where the reader left, as under head", () => {
    expect(lost("EPIPE")).toEqual({ said: "", left: [] });
  });

  it("is told in words where the disk is full, with exit code 2", () => {
    expect(lost("ENOSPC")).toEqual({
      said: "tawazun: The output cannot be written: there is no room left. [output/lost]\n",
      left: [2],
    });
  });
});
