import { describe, expect, it } from "vitest";
import { addressOf } from "./address.ts";
import { workersInWords } from "./workers-in-words.ts";

const one = { host: "h:1", version: "2", threads: 4, running: 0, done: 0, failed: 0, draining: false };
const address = addressOf("redis://:hush@queue");

describe("the workers of a cluster in words", () => {
  it("are nothing to speak of if one of the right engine stays", () => {
    expect(workersInWords([{ ...one, version: "1" }, one], "2", address)).toBe(undefined);
  });

  it("are told if there is none, none of the right engine, or none that stays", () => {
    expect(workersInWords([], "2", address)).toMatch(/^No worker is connected to redis:\/\/queue\./);
    expect(workersInWords([{ ...one, draining: true }], "2", address)).toMatch(/^No worker is connected/);
    const others = [
      { ...one, version: "3" },
      { ...one, version: "1" },
      { ...one, version: "3" },
    ];
    expect(workersInWords(others, "2", address)).toMatch(/needs engine 2, and those .* have 3, 1\./);
  });
});
