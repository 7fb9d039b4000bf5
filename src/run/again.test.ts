import { describe, expect, it } from "vitest";
import { TawazunError } from "../base/index.ts";
import { again } from "./again.ts";

const killed = (): Error => new Error("Terminating worker thread");

describe("a worker that dies", () => {
  it("has its work done again, and the result counts once", async () => {
    let tries = 0;
    const work = async (): Promise<number> => {
      tries += 1;
      if (tries < 3) throw killed();
      return 7;
    };
    expect(await again(work, "runs 0 to 50", undefined)).toBe(7);
    expect(tries).toBe(3);
  });

  it("is not tried for ever", async () => {
    let tries = 0;
    const work = async (): Promise<number> => {
      tries += 1;
      throw killed();
    };
    await expect(again(work, "runs 0 to 50", undefined)).rejects.toMatchObject({ code: "run/worker" });
    expect(tries).toBe(3);
  });

  it("is told from work that goes wrong", async () => {
    let tries = 0;
    const work = async (): Promise<number> => {
      tries += 1;
      throw new TawazunError("rule/unknown", "There is no actor that terminates a worker.");
    };
    await expect(again(work, "runs 0 to 50", undefined)).rejects.toMatchObject({ code: "rule/unknown" });
    expect(tries).toBe(1);
  });

  it("gives nothing where the work was stopped", async () => {
    const stop = new AbortController();
    const work = async (): Promise<number> => {
      stop.abort();
      throw killed();
    };
    expect(await again(work, "runs 0 to 50", stop.signal)).toBeUndefined();
  });
});
