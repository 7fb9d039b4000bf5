import fc from "fast-check";
import { describe, it } from "vitest";
import { newCase, readCase } from "../../src/case/index.ts";
import { mutated, mutation, random, readsWithoutThrowing } from "./any-bytes.ts";

describe("reading never throws, and always says what is wrong", () => {
  const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
  const world = readCase(folder).world!;

  it("with any bytes in the files", () => {
    fc.assert(
      fc.property(random, (files) => readsWithoutThrowing(files, world)),
      { numRuns: 100 },
    );
  });

  it("with a stretch of a file replaced by anything, or its end cut off", () => {
    fc.assert(
      fc.property(mutation, (change) => readsWithoutThrowing(mutated(folder, change), world)),
      { numRuns: 40 },
    );
  });
});
