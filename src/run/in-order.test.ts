import { describe, expect, it } from "vitest";
import { inOrder } from "./in-order.ts";

const later = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : Promise.resolve().then(() => later(turns - 1));

describe("jobs side by side", () => {
  it("hand their results over in order, each once, however long each takes", async () => {
    const got: number[] = [];
    await inOrder(
      50,
      3,
      async (at) => {
        await later((at * 7) % 11);
        return at * 10;
      },
      (result, at) => {
        expect(result).toBe(at * 10);
        got.push(at);
      },
    );
    expect(got).toEqual(Array.from({ length: 50 }, (_, k) => k));
  });

  it("do not run ahead of a slow one", async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    let most = 0;
    const work = inOrder(
      100,
      2,
      async (at) => {
        most = Math.max(most, at);
        if (at === 0) await slow;
        return at;
      },
      () => undefined,
      8,
    );
    await later(200);
    expect(most).toBe(7);
    release();
    await work;
    expect(most).toBe(99);
  });

  it("end at the first that was stopped, and hand over nothing behind it", async () => {
    const got: number[] = [];
    await inOrder(
      20,
      4,
      async (at) => (at === 5 ? undefined : at),
      (result) => void got.push(result),
    );
    expect(got).toEqual([0, 1, 2, 3, 4]);
  });

  it("end with what a job or a taker throws", async () => {
    const refuse = async (at: number): Promise<number> => {
      if (at === 3) throw new Error("no");
      return at;
    };
    await expect(inOrder(20, 2, refuse, () => undefined)).rejects.toThrow("no");
    const full = (): void => {
      throw new Error("full");
    };
    await expect(inOrder(20, 2, async (at) => at, full)).rejects.toThrow("full");
  });
});
