import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { root } from "../scripts/root.ts";
import { tawazun } from "./cli-run.ts";

vi.setConfig({ testTimeout: 180_000 });

const PAGE = "docs/tutorials/first-case.md";
const folder = mkdtempSync(join(tmpdir(), "tawazun-tutorial-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands of the page in order, each with the text that is shown after it. */
function steps(page: string): readonly (readonly [command: string, shown: string])[] {
  const found = page.matchAll(/```sh\n([\s\S]*?)\n```(?:\s*```text\n([\s\S]*?)\n```)?/g);
  return [...found].map(([, command, shown]) => [command, shown ?? ""]);
}

/** Lines that are shown and were not printed; how many spaces there are does not count. */
function missing(shown: string, printed: string): readonly string[] {
  const lines = (text: string): readonly string[] =>
    text
      .split("\n")
      .map((line) => line.replaceAll(/\s+/g, " ").trim())
      .filter((line) => line !== "");
  const known = new Set(lines(printed));
  return lines(shown).filter((line) => !known.has(line));
}

describe("the tutorial", () => {
  const all = steps(readFileSync(join(root, PAGE), "utf8"));

  it("has commands, most of them with what one sees", () => {
    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(all.filter(([, shown]) => shown !== "").length).toBeGreaterThanOrEqual(5);
  });

  it.each(all)("%s prints what the page shows", async (command, shown) => {
    const [first, second, ...words] = command.split(" ");
    expect([first, second]).toEqual(["npx", "tawazun"]);
    const { code, out, err } = await tawazun(words, folder);
    expect(code, err).toBe(0);
    expect(missing(shown, out)).toEqual([]);
  });

  it("would be caught showing what is not printed", () => {
    expect(missing("Seats  48\nPower 0.6", "Seats 48\n\nPower 0.5")).toEqual(["Power 0.6"]);
  });

  it("says of the claim what judging says", async () => {
    const { out } = await tawazun(["judge", "my-case", "--months", "24", "--runs", "400", "--json"], folder);
    const { claims, answers } = JSON.parse(out);
    const [claim] = claims;
    expect(answers[0].probability).toBeGreaterThan(0.9);
    expect(answers[0].probability).toBeLessThan(0.99);
    expect(claim.verdict).toBe("supported");
    expect(claim.difference).toBeGreaterThan(-0.08);
    expect(claim.difference).toBeLessThan(-0.06);
  });

  it("says of the play what is seen: the prime minister gains, and the splinter is courted in nearly all", async () => {
    const { out } = await tawazun(["play", "my-case", "--runs", "200", "--json"], folder);
    const { shares, moves } = JSON.parse(out);
    expect(shares[0]).toMatchObject({ actor: "Anna Vale" });
    expect(shares[0].median).toBeGreaterThan(0.65);
    const courted = moves.find((row: { readonly move: string }) => row.move === "co-opt a splinter");
    expect(courted.futures).toBeGreaterThan(0.85);
  });
});
