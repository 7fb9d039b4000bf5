import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

const source = join(root, "cases", "lebanon-2006");
// A busy machine is slow: every wait may take its time.
const SLOW = 240_000;

describe.skipIf(chromiumPath === undefined || !existsSync(source))("the pages of the workbench", () => {
  let open: OpenWorkbench;
  let page: Page;
  let asked: string[];
  let said: string[];
  const go = async (name: string): Promise<void> => {
    await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  };

  beforeAll(async () => {
    open = await openWorkbench(source);
    ({ page, asked, said } = await open.page("/"));
    page.setDefaultTimeout(SLOW / 2);
  }, SLOW);
  afterAll(() => open?.close());

  it(
    "offers to play the futures, plays as many as are asked for, and shows them on every page",
    async () => {
      await page.getByRole("button", { name: /^Play 2.000 futures$/ }).waitFor();
      await go("Futures");
      await page.getByLabel("Futures", { exact: true }).fill("20");
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await page.locator("#section-futures").waitFor();
      expect(page.url()).toContain("runs=20");
      await soon(() => page.locator("figure .drawing svg").count()).toBeGreaterThan(2);
      await go("Overview");
      await page
        .getByRole("heading", { name: "Which claims stand" })
        .or(page.getByText("20 futures"))
        .first()
        .waitFor();
      await go("Claims and scores");
      await page.locator("#section-questions").waitFor();
    },
    SLOW,
  );

  it(
    "steps through one future by buttons and keys, and says what the options were worth",
    async () => {
      await go("Futures");
      await page.getByLabel("Number of the future").fill("3");
      await page.getByRole("button", { name: "Watch it", exact: true }).click();
      const step = page.locator(".recording").getByRole("status");
      await step.getByText(/^Step 1 of/).waitFor();
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await step.getByText(/^Step 2 of/).waitFor();
      await page.keyboard.press("ArrowRight");
      await step.getByText(/^Step 3 of/).waitFor();
      await page.keyboard.press("Home");
      await step.getByText(/^Step 1 of/).waitFor();
      await page.keyboard.press("End");
      expect(page.url()).toMatch(/step=\d+/);
      await page.locator(".step").waitFor();
    },
    SLOW,
  );

  it(
    "sets a change and a scenario beside the case, and keeps them in the address",
    async () => {
      await go("What-if");
      await page.getByRole("combobox", { name: "Change", exact: true }).selectOption("remove");
      await page.getByRole("combobox", { name: "Actor", exact: true }).selectOption({ index: 1 });
      await page.getByRole("button", { name: "Add it" }).click();
      await page.locator(".card").waitFor();
      await page.getByLabel("Pairs of futures").fill("20");
      await page.getByRole("button", { name: "Compare" }).click();
      await page.locator("#section-whatif").waitFor();
      expect(new URL(page.url()).searchParams.get("changes")).toMatch(/^remove /);
      await page.reload();
      await page.locator("#section-whatif").waitFor();
      await page.getByRole("button", { name: /^Take away/ }).click();
      await soon(() => page.locator(".card").count()).toBe(0);
    },
    SLOW,
  );

  it(
    "sits in a seat, chooses a move, hears what came of it, and takes it back",
    async () => {
      await go("Play a seat");
      await page.getByLabel("Months", { exact: true }).fill("6");
      await page.getByRole("button", { name: "Begin", exact: true }).click();
      await page
        .getByRole("button", { name: /^Choose: / })
        .first()
        .click();
      await page.getByText("Your last move").waitFor();
      await page.getByRole("button", { name: /^Back to this turn: 1, / }).click();
      await page.getByText("Your last move").waitFor({ state: "detached" });
      for (let turn = 0; turn < 60; turn++) {
        const over = page.getByRole("heading", { name: "The game is over" });
        const pass = page.getByRole("button", { name: "No move" });
        await over
          .or(pass.and(page.locator(":enabled")))
          .first()
          .waitFor();
        if (await over.isVisible()) break;
        await pass.click();
        await page.waitForTimeout(150);
      }
      await page.getByRole("columnheader", { name: "Had the engine played" }).waitFor();
    },
    SLOW,
  );

  it(
    "registers forecasts and shows that their chain holds",
    async () => {
      await go("Claims and scores");
      await page.getByLabel(/^Remark/).fill("from the test");
      await page.getByRole("button", { name: "Register the answers now" }).click();
      await page.getByText("Registered as entry 1.").waitFor();
      await page.getByText("The chain holds: 1 entry.").waitFor();
      expect(existsSync(join(open.folder, "forecasts.jsonl"))).toBe(true);
    },
    SLOW,
  );

  it(
    "saves the report, the network and the whole case",
    async () => {
      await go("Settings and export");
      for (const [name, file] of [
        ["As a page (HTML)", "report.html"],
        ["The whole case (zip)", ".zip"],
      ] as const) {
        const [saved] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name }).click(),
        ]);
        expect(saved.suggestedFilename()).toContain(file);
      }
      const [graph] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: /GraphML/ }).click(),
      ]);
      expect(graph.suggestedFilename()).toBe("lebanon-2006-network.graphml");
      await page.getByRole("rowheader", { name: "report" }).waitFor();
    },
    SLOW,
  );

  it(
    "goes back where the reader was",
    async () => {
      await go("Behaviour");
      await go("Overview");
      await page.goBack();
      await page.getByRole("heading", { name: "Behaviour", level: 1 }).waitFor();
    },
    SLOW,
  );

  it(
    "turns the direction of reading for Arabic",
    async () => {
      await page.getByRole("combobox", { name: "Language" }).selectOption("ar");
      await page.locator('html[dir="rtl"]').waitFor();
      await page.getByRole("link", { name: "المستقبلات" }).waitFor();
      await page.locator("header select").last().selectOption("en");
      await page.locator('html[dir="ltr"]').waitFor();
    },
    SLOW,
  );

  it(
    "has no serious fault that axe finds, light or dark",
    async () => {
      const faults: string[] = [];
      for (const dark of [false, true]) {
        await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
        for (const name of [
          "Overview",
          "Behaviour",
          "Futures",
          "What-if",
          "Claims and scores",
          "Play a seat",
          "Settings and export",
        ]) {
          await go(name);
          await page.getByRole("status").filter({ hasText: "…" }).first().waitFor({ state: "detached" });
          const found = await seriousFaults(new AxeBuilder({ page }));
          faults.push(...found.map((fault) => `${name}, ${dark ? "dark" : "light"}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    },
    3 * SLOW,
  );

  it("asks nothing of any other host, and nothing goes wrong in the browser", () => {
    const elsewhere = asked.filter((url) => !url.startsWith(open.origin) && !/^(blob|data):/.test(url));
    expect(elsewhere).toEqual([]);
    expect(asked.some((url) => url.endsWith(".wasm"))).toBe(false);
    expect(said).toEqual([]);
  });
});
