import { describe, expect, it } from "vitest";
import { newCase } from "../new/new-case.ts";
import { readCase } from "./read-case.ts";
import { readOutcomes } from "./read-outcomes.ts";

const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
const world = readCase(folder).world!;
const read = (text: string) => {
  const { outcomes, findings } = readOutcomes(
    new Map(folder).set("outcomes.yaml", new TextEncoder().encode(text)),
    world,
  );
  return { outcomes, found: findings.map((f) => `${f.code} ${f.place.line}:${f.place.column}`), findings };
};
const item =
  "{ question: vale-in-office, outcome: true, resolved: 2025-04-30, source: electoral-commission }";

describe("readOutcomes", () => {
  it("reads a list, or outcomes beside the sources that say so", () => {
    const outcome = {
      question: "vale-in-office",
      outcome: true,
      resolved: "2025-04-30",
      source: "electoral-commission",
    };
    expect(read(`- ${item}\n`)).toMatchObject({ outcomes: [outcome], found: [] });
    expect(read(`outcomes:\n- ${item}\n`)).toMatchObject({ outcomes: [outcome], found: [] });
    const own = item.replace("electoral-commission", "gazette");
    expect(read(`sources: [{ id: gazette, title: Gazette }]\noutcomes:\n- ${own}\n`).found).toEqual([]);
  });

  it("is empty where there is no file, or nothing in it", () => {
    expect(readOutcomes(folder, world)).toEqual({ outcomes: [], findings: [] });
    expect(read("# none yet\n")).toMatchObject({ outcomes: [], found: [] });
    expect(read("outcomes: []\n")).toMatchObject({ outcomes: [], found: [] });
  });

  it.each([
    ["case/reference 1:15", `- ${item.replace("vale-in-office", "vale-in-ofice")}\n`],
    ["case/reference 1:76", `- ${item.replace("electoral-commission", "gazette")}\n`],
    ["case/type 1:40", `- ${item.replace("true", "maybe")}\n`],
    ["case/repeated 2:3", `- ${item}\n- ${item}\n`],
    ["case/unknown-key 1:1", `outcome:\n- ${item}\n`],
    ["case/section 2:3", `outcomes:\n  a: 1\n`],
    ["yaml/root 1:1", "nothing\n"],
    ["yaml/tab 2:1", `outcomes:\n\t- ${item}\n`],
  ])("%s", (expected, text) => {
    const { found, outcomes } = read(text);
    expect(found).toContain(expected);
    expect(outcomes).toBeUndefined();
  });

  it("warns of an outcome that nobody is named for", () => {
    const { found, outcomes } = read(`- ${item.replace(", source: electoral-commission", "")}\n`);
    expect(found).toEqual(["case/no-source 1:3"]);
    expect(outcomes?.length).toBe(1);
  });

  it("warns of an outcome that was settled before its question was asked", () => {
    const { findings, found, outcomes } = read(`- ${item.replace("2025-04-30", "2023-04-30")}\n`);
    expect(found).toEqual(["case/resolved-early 1:56"]);
    expect(findings[0]).toMatchObject({
      severity: "warning",
      message:
        "The outcome of vale-in-office was settled on 2023-04-30, before its question was asked, on 2024-05-01. Is the year right?",
    });
    expect(outcomes?.length).toBe(1);
    expect(read(`- ${item.replace("2025-04-30", "2024-05")}\n`).found).toEqual([]);
  });
});
