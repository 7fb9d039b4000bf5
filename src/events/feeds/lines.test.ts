import { describe, expect, it } from "vitest";
import { lineCutter } from "./lines.ts";

describe("lines", () => {
  it("are cut as a text editor cuts them", () => {
    const cut = (pieces: readonly string[]): readonly string[] => {
      const lines: string[] = [];
      const cutter = lineCutter((line) => lines.push(line));
      for (const piece of pieces) cutter.piece(piece);
      cutter.end();
      return lines;
    };
    expect(cut(["a\r\n\nb\n"])).toEqual(["a", "", "b"]);
    expect(cut(["a", "\r", "\nb"])).toEqual(["a", "b"]);
    expect(cut([""])).toEqual([]);
  });

  it("are cut off where they never end, and the next line is read", () => {
    const lines: string[] = [];
    const cutter = lineCutter((line) => lines.push(line));
    const piece = "x".repeat(1 << 20);
    for (let k = 0; k < 40; k++) cutter.piece(piece);
    cutter.piece("x\nnext\n");
    cutter.end();
    expect(lines.map((line) => line.length)).toEqual([1 << 24, 4]);
  });
});
