import { describe, expect, it } from "vitest";
import * as z from "zod";
import { refusedFlags } from "./refused-flags.ts";

const schema = z.object({
  quota: z.coerce.number().meta({ description: "votes needed" }),
  weights: z.string().meta({ description: "a file, or a list" }),
  runs: z.coerce.number().int().min(1).max(100).default(10),
  asOf: z
    .string()
    .refine((text) => text !== "tomorrow", "a date is written 2012-01-10")
    .optional(),
  format: z.enum(["table", "json"]).default("table"),
});

function said(given: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = schema.safeParse({ quota: "1", weights: "1", ...given });
  const about = (option: string) => `what ${option} is`;
  return parsed.success ? [] : refusedFlags(parsed.error.issues, given, about);
}

describe("flags that are refused", () => {
  it("say what a missing one is", () => {
    expect(said({ quota: undefined, weights: undefined })).toEqual([
      "--quota is missing: what quota is.",
      "--weights is missing: what weights is.",
    ]);
  });

  it("say which number is wanted", () => {
    expect(said({ quota: "51%" })).toEqual(["--quota 51%: it must be a number."]);
    expect(said({ runs: "2.5" })).toEqual(["--runs 2.5: it must be a whole number."]);
    expect(said({ runs: "0" })).toEqual(["--runs 0: it must be at least 1."]);
    expect(said({ runs: "101" })).toEqual(["--runs 101: it must be at most 100."]);
  });

  it("say which words are known, and what the schema itself says", () => {
    expect(said({ format: "pdf" })).toEqual(["--format pdf: it must be one of table, json."]);
    expect(said({ asOf: "tomorrow" })).toEqual(["--as-of tomorrow: a date is written 2012-01-10."]);
  });
});
