import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocks } from "../scripts/examples.ts";
import { root } from "../scripts/root.ts";
import { newCase, readCase } from "../src/case/index.ts";
import { knownNames } from "../src/desk/index.ts";
import { testOf } from "../src/forecast/index.ts";
import { rulesOf, worldOf } from "../src/simulate/index.ts";

const PAGE = "docs/how-to/write-a-case.md";
const meridia = newCase({ id: "meridia", title: "Meridia", asOf: "2025-01-15", horizon: "2026-12-31" });

/** What is found in the small case once a file is added to it. */
const withFile = (yaml: string) =>
  readCase(
    new Map([...meridia, ["more.yaml", new TextEncoder().encode(yaml)], ...monthsOf(yaml)]),
    knownNames,
  );

/** A month for each series of an example that reads one from a file. */
const monthsOf = (yaml: string) =>
  [...yaml.matchAll(/file: (\S+)\s+column: (\S+)/g)].map(
    ([, file, column]) => [file, new TextEncoder().encode(`month,${column}\n2024-12,1\n`)] as const,
  );

describe("the examples of how to write a case", () => {
  const examples = blocks(PAGE, readFileSync(join(root, PAGE), "utf8"), "yaml");

  it("are found", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples.map(({ line, code }) => [`${PAGE}:${line}`, code] as const))(
    "%s can be added to a new case without a finding, and played",
    (_place, code) => {
      const { world, findings } = withFile(code);
      expect(findings).toEqual([]);
      if (world === undefined) throw new Error("no case");
      const played = worldOf(world);
      for (const { rule } of world.questions) testOf(played, rule);
      for (const { experiment } of world.claims) rulesOf(played, experiment?.without ?? []);
    },
  );

  it("would be caught with a mistake", () => {
    const [first] = withFile(
      "relations: [{ from: vale, to: nobody, value: 0.1, source: judgement }]",
    ).findings;
    expect(first?.code).toBe("case/reference");
  });
});
