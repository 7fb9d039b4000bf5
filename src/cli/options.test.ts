import { Command } from "commander";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { optionsOf } from "./options.ts";

function parsed(schema: z.ZodObject, argv: readonly string[]) {
  const command = new Command("verb").argument("<case>").exitOverride();
  for (const option of optionsOf(schema)) command.addOption(option);
  command.parse(argv, { from: "user" });
  return { places: command.args, options: schema.parse(command.opts()) };
}

describe("flags read off a schema", () => {
  const schema = z.object({ remove: z.array(z.string()).default([]), out: z.string().optional() });

  it("gather what is given several times, in order, and leave the place that follows alone", () => {
    expect(parsed(schema, ["--remove", "a", "--remove", "b", "my-case", "--out", "x"])).toEqual({
      places: ["my-case"],
      options: { remove: ["a", "b"], out: "x" },
    });
  });

  it("are an empty list where nothing is given, each time anew", () => {
    expect(parsed(schema, ["my-case"]).options.remove).toEqual([]);
    expect(parsed(schema, ["my-case", "--remove", "c"]).options.remove).toEqual(["c"]);
    expect(parsed(schema, ["my-case"]).options.remove).toEqual([]);
  });
});
