import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsCase } from "./events-case.ts";
import { PATIENCE, soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow to open and close pages: every wait may take its time.

describe.skipIf(chromiumPath === undefined)("Futures, Claims and Seat in a browser", PATIENCE, () => {
  let open: OpenWorkbench;
  let page: Page;
  let said: string[];
  const go = (name: string) =>
    page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true }).click();
  beforeAll(async () => {
    open = await openWorkbench(eventsCase());
    ({ page, said } = await open.page("/futures"));
    page.setDefaultTimeout(120_000);
  }, 240_000);
  afterAll(() => open?.close());

  it("tells how far it is in words, and stops when told to", async () => {
    await page.getByLabel("Futures", { exact: true }).fill("100000");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await page
      .locator(".run")
      .getByText(/\d+ of [\d,]+/)
      .waitFor();
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await soon(() => page.getByRole("alert").textContent()).toContain("Stopped");
  });

  it("shows fans with bands of 50, 80 and 95%, the same numbers as a table, and lets them be taken away", async () => {
    await page.getByLabel("Futures", { exact: true }).fill("40");
    await page.getByLabel("Months", { exact: true }).fill("6");
    await page.getByRole("button", { name: "Play", exact: true }).click();
    const fan = page.locator("#section-futures ~ figure").first();
    await fan.locator("svg").waitFor();
    for (const band of ["50%", "80%", "95% of the futures"])
      await fan.locator("svg").getByText(band, { exact: true }).first().waitFor();
    await fan.getByText("Data", { exact: true }).click();
    const columns = (await fan.locator("thead th").allTextContents()).join(" ");
    expect(columns).toMatch(/95%.*80%.*50%.*median/i);
    const waiting = page.waitForEvent("download");
    await fan.getByRole("button", { name: "Data as CSV" }).click();
    const lines = readFileSync(await (await waiting).path(), "utf8")
      .trim()
      .split("\n");
    expect(lines.length - 1).toBe(await fan.locator("tbody tr").count());
  });

  it("finds the paths that futures take, with their shares, and watches one that stands for a path", async () => {
    await page.getByRole("button", { name: "Find the paths" }).click();
    const rows = page.getByRole("region", { name: /futures by their paths/ }).locator("tbody tr");
    await rows.first().waitFor();
    const shares = (await rows.locator("td.number").allTextContents()).map(Number.parseFloat);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(95);
    await rows
      .first()
      .getByRole("button", { name: /^Watch it: future/ })
      .click();
    await page
      .locator(".recording")
      .getByText(/^Step 1 of/)
      .waitFor();
    expect(new URL(page.url()).searchParams.get("future")).toMatch(/^\d+$/);
  });

  it("steps by the keyboard and says what each option was worth and what changed", async () => {
    await page.getByRole("button", { name: "Next", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page
      .locator(".recording")
      .getByText(/^Step 2 of/)
      .waitFor();
    const step = page.locator("article.step");
    for (let k = 0; k < 30 && (await step.getByText("(chosen)").count()) === 0; k++)
      await page.keyboard.press("ArrowRight");
    await step.getByRole("columnheader", { name: "Gain" }).waitFor();
    await step.getByText("(chosen)").waitFor();
  });

  it("goes on from a step in its maker's seat; what the engine thinks is hidden until asked for", async () => {
    const date = await page.locator("article.step time").textContent();
    await page.getByRole("button", { name: /^Go on from here in the seat of/ }).click();
    await page.getByRole("heading", { name: "Play a seat" }).waitFor();
    await page.getByText(/takes up future \d+ of seed/).waitFor();
    await page.getByRole("heading", { name: new RegExp(`^${date}: .* to move$`) }).waitFor();
    await soon(() => page.getByRole("columnheader", { name: "Gain" }).count()).toBe(0);
    await page.getByLabel("Tell what the engine thinks of them").check();
    await page.getByRole("columnheader", { name: "Gain" }).waitFor();
    await page.getByLabel("Tell what the engine thinks of them").uncheck();
    await page
      .getByRole("button", { name: /^Choose: / })
      .first()
      .click();
    await page.getByText("Your last move").waitFor();
    await page.getByRole("region", { name: "The game so far" }).locator("tbody tr").first().waitFor();
    const game = page.url();
    await page.getByRole("button", { name: "A new game" }).click();
    await page.getByText(/taken up from future \d+/).waitFor();
    await page.goto(game);
    await page.getByRole("region", { name: "The game so far" }).locator("tbody tr").first().waitFor();
  });

  it("lets several sit at one table: each is told whose turn it is, and the record says who did what", async () => {
    await page.goto(`${open.origin}/seat`);
    for (const name of ["Anna Vale", "Tomas Ridge"]) {
      await page.getByLabel("In whose seat").selectOption({ label: name });
      await page.getByRole("button", { name: "Add this seat" }).click();
    }
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    const record = page.getByRole("region", { name: "The game so far" }).first().locator("tbody tr");
    const names = new Set<string>();
    for (let turn = 0; turn < 14 && names.size < 2; turn++) {
      const heading = page.getByRole("heading", { name: / to move$/ });
      await heading.waitFor();
      names.add(/: (.*) to move$/.exec((await heading.textContent()) ?? "")?.[1] ?? "");
      await page.getByRole("button", { name: "No move" }).click();
      await soon(() => record.count()).toBe(turn + 1);
    }
    expect(names).toEqual(new Set(["Anna Vale", "Tomas Ridge"]));
    await page.getByRole("columnheader", { name: "Who", exact: true }).first().waitFor();
  });

  it("holds each claim against the record and each question against the futures", async () => {
    await go("Claims and scores");
    await page.getByText("Courting the splinter weakens the Harvest List.").first().waitFor();
    await page.getByText("Is Anna Vale prime minister of Meridia").first().waitFor();
  });

  it("registers the answers, shows that the chain holds, and sees a change of one byte", async () => {
    await page.getByRole("button", { name: "Register the answers now" }).click();
    await page.getByText("Registered as entry 1.").waitFor();
    await page.getByText(/^The chain holds/).waitFor();
    const file = join(open.folder, "forecasts.jsonl");
    const sound = readFileSync(file, "utf8");
    writeFileSync(file, sound.replace(/"runs":40/, '"runs":41'));
    await page.getByRole("button", { name: "Check the chain again" }).click();
    await page
      .getByRole("alert")
      .getByText(/does not hold from line 1 on/)
      .waitFor();
    writeFileSync(file, sound);
    await page.getByRole("button", { name: "Check the chain again" }).click();
    await page.getByText(/^The chain holds/).waitFor();
  });

  it("has nothing serious that axe finds, and nothing goes wrong in the browser", async () => {
    const faults: string[] = [];
    for (const path of [
      "/futures?runs=40&months=6&paths=1&future=3&step=4",
      "/claims",
      "/seat?game=1&worth=1",
    ]) {
      await page.goto(open.origin + path);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      if (path.startsWith("/futures")) await page.locator("article.step").waitFor();
      faults.push(...(await seriousFaults(new AxeBuilder({ page }))).map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(said).toEqual([]);
  });
});
