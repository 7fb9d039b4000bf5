import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

const source = join(root, "cases", "iraq-2012");
const SLOW = 120_000;

/** Names of measures as they stand over columns: none may stand there without its mark. */
const NAMES = new RegExp(
  `^(${[
    ...[
      "Brier",
      "Reliability",
      "Log score",
      "CRPS.*",
      "Skill",
      "Model less rule",
      "Probability",
      "Spread",
      "± error",
    ],
    ...["Shapley–Shubik", "Banzhaf", "Owen", "Power by seats", "Share of seats", "Share of power"],
    ...["Estimate", "SE", "Robust SE", "p", "From events", "Play's default", "Likelihood ratio", "MRR"],
    ...["Habit", "Gain", "Price", "Chance", "Low to high", "First order", "Total", "Luck's part"],
    ...["Leverage.*", "Disagreement.*", "Median at the end", "Quiet months", "Half-life.*"],
  ].join("|")})$`,
);

describe.skipIf(chromiumPath === undefined || !existsSync(source))("help on measures", () => {
  let open: OpenWorkbench;
  let page: Page;
  let said: string[];
  /** Goes to a page and waits for what shows that it is all there. */
  const go = async (address: string, there: string): Promise<void> => {
    await page.goto(open.origin + address);
    await page.locator(there).first().waitFor();
  };
  const heads = (): Promise<readonly (readonly [name: string, marked: boolean])[]> =>
    page
      .locator("th[scope=col]")
      .evaluateAll((cells) =>
        cells.map((cell) => [(cell.textContent ?? "").trim(), cell.querySelector(".help") !== null] as const),
      );

  beforeAll(async () => {
    open = await openWorkbench(source);
    ({ page, said } = await open.page("/futures?runs=20"));
    page.setDefaultTimeout(SLOW / 2);
    await page.locator("#section-futures").waitFor();
  }, SLOW);
  afterAll(() => open?.close());

  it.each([
    ["Overview", "/", "#section-overview", 3],
    ["Power", "/power", "#section-power", 8],
    ["Claims", "/claims", "#section-questions", 5],
    ["Behaviour", "/behaviour?fit=1", "figure:has-text('Coefficients')", 8],
    ["Futures", "/futures?runs=20&future=3&step=5", ".step", 10],
    [
      "What-if",
      "/whatif?changes=replace%20prime-minister=nujaifi&pairs=20&play=1&live=100",
      "#section-whatif",
      3,
    ],
  ] as const)(
    "has a mark at every column that a measure names: %s",
    async (_, address, there, least) => {
      await go(address, there);
      const found = await heads();
      expect(found.filter(([, marked]) => marked).length).toBeGreaterThanOrEqual(least);
      expect(found.filter(([name, marked]) => NAMES.test(name) && !marked)).toEqual([]);
    },
    SLOW,
  );

  it(
    "opens by key, says all of a measure, and gives the focus back on Escape",
    async () => {
      await go("/power", "#seats-title");
      const mark = page.getByRole("button", { name: "What is this: Banzhaf" }).first();
      await mark.focus();
      await soon(() => mark.getAttribute("aria-expanded")).toBe("false");
      await page.keyboard.press("Enter");
      const help = page.getByRole("dialog", { name: "Banzhaf index, normalised" });
      await help.waitFor();
      await soon(() => help.evaluate((box) => box.contains(document.activeElement))).toBe(true);
      const text = (await help.textContent()) ?? "";
      for (const part of ["Range and unit", "Formula", "How sure", "Source", "chapter 3", "docs/reference/"])
        expect(text).toContain(part);
      for (const dark of [false, true]) {
        await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
        expect(await seriousFaults(new AxeBuilder({ page })), dark ? "dark" : "light").toEqual([]);
      }
      await page.keyboard.press("Escape");
      await help.waitFor({ state: "detached" });
      await soon(() => mark.evaluate((button) => button === document.activeElement)).toBe(true);
    },
    SLOW,
  );

  it(
    "fetches the texts only when they are asked for",
    async () => {
      const { page: fresh, asked } = await open.page("/power");
      await fresh.locator("#seats-title").waitFor();
      const fetched = (): boolean => asked.some((url) => url.includes("help-popover"));
      expect(fetched()).toBe(false);
      await fresh.getByRole("button", { name: "What is this: Banzhaf" }).first().click();
      await fresh.getByRole("dialog").waitFor();
      expect(fetched()).toBe(true);
      await fresh.context().close();
    },
    SLOW,
  );

  it(
    "speaks Arabic around what the engine says",
    async () => {
      const { page: arabic } = await open.page("/power", { language: "ar" });
      await arabic.locator("#seats-title").waitFor();
      await arabic.locator("#seats-title ~ table .help").first().click();
      const help = arabic.getByRole("dialog");
      await help.getByText("مدى اليقين").waitFor();
      await soon(() => help.locator(".formula").getAttribute("dir")).toBe("ltr");
      await arabic.context().close();
    },
    SLOW,
  );

  it(
    "leads from the overview to the claim, the question and the section that a word names",
    async () => {
      await go("/", "#section-overview");
      const link = page.locator(".overview a[href^='/claims#']").first();
      const to = new URL((await link.getAttribute("href")) ?? "", open.origin);
      await link.click();
      const place = page.locator(`[id="${decodeURIComponent(to.hash.slice(1))}"]`);
      await place.waitFor();
      await page.waitForFunction(
        (id) => document.activeElement?.id === id,
        decodeURIComponent(to.hash.slice(1)),
      );
      expect(page.url()).toBe(to.href);
      await page.goBack();
      await page.locator("#section-overview").waitFor();
      await page.locator(".overview a[href$='#behaviour']").first().click();
      await page.getByRole("heading", { level: 1, name: "Behaviour" }).waitFor();
      await page.waitForFunction(() => document.activeElement?.id === "behaviour");
      expect(said).toEqual([]);
    },
    SLOW,
  );
});
