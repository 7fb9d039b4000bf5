import { describe, expect, it } from "vitest";
import { TawazunError } from "../../base/index.ts";
import { carryOutPieces } from "./carry-out.ts";

const pieces = Array.from({ length: 20 }, (_, k) => k);
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("pieces carried out side by side", () => {
  it("are each kept once", async () => {
    const kept: number[] = [];
    const work = {
      play: async (piece: number) => {
        await later();
        return piece;
      },
      keep: async (piece: number) => void kept.push(piece),
    };
    expect(await carryOutPieces(pieces, 4, work)).toEqual([]);
    expect(kept.sort((a, b) => a - b)).toEqual(pieces);
  });

  it("are tried three times more where they fail, then told, and the rest is done", async () => {
    const kept: number[] = [];
    const tries = new Map<number, number>();
    const work = {
      play: async (piece: number) => {
        tries.set(piece, (tries.get(piece) ?? 0) + 1);
        if (piece === 7) throw new TawazunError("run/worker", "It was killed.");
        if (piece === 9 && tries.get(piece) !== 4) throw new Error("for now");
        return piece;
      },
      keep: async (piece: number) => void kept.push(piece),
    };
    const failed = await carryOutPieces(pieces, 2, work, { wait: 1 });
    expect(failed).toEqual([{ piece: 7, message: "It was killed. [run/worker]" }]);
    expect(tries.get(7)).toBe(4);
    expect(kept.sort((a, b) => a - b)).toEqual(pieces.filter((piece) => piece !== 7));
  });

  it("end when one cannot be kept: what was kept stays", async () => {
    const kept: number[] = [];
    const work = {
      play: async (piece: number) => piece,
      keep: async (piece: number) => {
        if (piece === 5) throw new TawazunError("file/full", "There is no room left.");
        kept.push(piece);
      },
    };
    await expect(carryOutPieces(pieces, 1, work)).rejects.toMatchObject({ code: "file/full" });
    expect(kept).toEqual([0, 1, 2, 3, 4]);
  });

  it("are not begun once somebody says stop", async () => {
    const stop = new AbortController();
    const kept: number[] = [];
    const work = {
      play: async (piece: number) => piece,
      keep: async (piece: number) => {
        kept.push(piece);
        if (piece === 2) stop.abort();
      },
    };
    expect(await carryOutPieces(pieces, 1, work, { signal: stop.signal })).toEqual([]);
    expect(kept).toEqual([0, 1, 2]);
  });

  it("are not begun once it is enough; those under way are done", async () => {
    const kept: number[] = [];
    const work = {
      play: async (piece: number) => {
        await later();
        return piece;
      },
      keep: async (piece: number) => void kept.push(piece),
    };
    expect(await carryOutPieces(pieces, 2, work, { isEnough: () => kept.length >= 3 })).toEqual([]);
    expect(kept.length).toBeLessThanOrEqual(4);
    expect(kept.slice(0, 3)).toEqual([0, 1, 2]);
  });
});
