import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { checkFolder, type LiveAsked, livePlayer } from "../../src/desk/index.ts";
import { readFolder, threads } from "../../src/run/index.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench } from "./workbench.ts";

const source = join(root, "cases", "lebanon-2006");
// A busy machine is slow: every wait may take its time.
const PATIENCE = 180_000;

/** What has the focus: its name as a screen reader would tell it, roughly, and whether one sees that it has it. */
function focused(page: Page): Promise<{ readonly name: string; readonly seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element.closest("label")?.textContent ?? "";
    const name = element.getAttribute("aria-label") ?? `${label} ${element.textContent ?? ""}`;
    const marked = [element, element.closest("label")].some((one) => {
      const style = one === null ? undefined : getComputedStyle(one);
      const box = one?.querySelector(".box");
      const outline = (of: CSSStyleDeclaration | undefined): boolean =>
        of !== undefined && of.outlineStyle !== "none" && Number.parseFloat(of.outlineWidth) > 0;
      return outline(style) || (box instanceof Element && outline(getComputedStyle(box)));
    });
    return { name: name.trim(), seen: marked };
  });
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    expect(now.seen, `the focus is seen on “${now.name}”`).toBe(true);
    if (name.test(now.name)) return;
    passed.push(now.name.slice(0, 40));
  }
  throw new Error(`nothing called ${name} was reached; there were ${passed.join(" | ")}`);
}

describe.skipIf(chromiumPath === undefined || !existsSync(source))("What-if in a browser", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench(source);
  }, PATIENCE);
  afterAll(() => open?.close());

  it(
    "plays in a worker of the page what Node plays, byte for byte",
    async () => {
      const { page, said } = await open.page("/whatif?live=100&changes=remove berri");
      await page.getByText(/^100 futures were played with the changes/).waitFor({ timeout: PATIENCE });
      const shown = await page.locator("code.hash").textContent();
      const { folder = new Map() } = await readFolder(source);
      const read = checkFolder(folder).source;
      if (read === undefined) throw new Error("the case does not read");
      const asked: LiveAsked = { changes: { remove: ["berri"] }, seed: "tawazun", runs: 100, months: 12 };
      const executor = threads(2);
      const inNode = await livePlayer(read).play(asked);
      const onThreads = await livePlayer(read, executor).play(asked);
      await executor.close();
      expect(shown).toBe(inNode?.digest);
      expect(onThreads).toEqual(inNode);
      const otherwise = await livePlayer(read).play({ ...asked, changes: {} });
      expect(otherwise?.digest).not.toBe(shown);
      expect(said).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "is walked by keyboard alone: a change, a slider that plays at once, a comparison, what drives an answer",
    async () => {
      const { page, said } = await open.page("/whatif?live=0");
      await page.getByRole("heading", { name: "Add a change" }).waitFor();
      await tabTo(page, /^Skip to the page/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Change/);
      await page.keyboard.type("An actor leaves");
      await tabTo(page, /^Actor/);
      await page.keyboard.press("ArrowDown");
      await tabTo(page, /^Add it$/);
      await page.keyboard.press("Enter");
      await page.locator(".card").waitFor();
      await tabTo(page, /^Uncertain inputs$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Containing/);
      await page.keyboard.type("loyalty");
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowRight");
      await page.locator(".card").nth(1).waitFor();
      await tabTo(page, /^Play again after each change/);
      await page.keyboard.press("Space");
      await tabTo(page, /^Futures/);
      await page.keyboard.type("100");
      const live = page.locator("section[aria-labelledby=live] [role=status]");
      await live.getByText(/^100 futures were played with the changes/).waitFor({ timeout: PATIENCE });
      await tabTo(page, /^Pairs of futures/);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("12");
      await page.keyboard.press("Enter");
      const compared = page.locator("section[aria-labelledby=compare] > [role=status]");
      await compared.getByText(/^12 pairs of futures were played/).waitFor({ timeout: PATIENCE });
      await page.locator("#section-whatif").waitFor();
      await tabTo(page, /^Futures in all/);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("100");
      await tabTo(page, /^Find out$/);
      await page.keyboard.press("Enter");
      await page
        .locator("section[aria-labelledby=drivers] > [role=status]")
        .getByText(/^The answer was taken apart/)
        .waitFor({ timeout: PATIENCE });
      // Taking a card away leaves the focus where the cards are, not at the top of the page.
      await page
        .getByRole("button", { name: /^Take away/ })
        .first()
        .focus();
      await page.keyboard.press("Enter");
      expect((await focused(page)).name).toBe("What is changed");
      expect(said).toEqual([]);
      await page.context().close();
    },
    2 * PATIENCE,
  );

  it(
    "keeps changes as a scenario of the case, sets it beside, and takes it back",
    async () => {
      const { page, said } = await open.page("/whatif?live=0&changes=remove berri~forbid accuse:nasrallah");
      await page.getByLabel(/^Keep them as a scenario/).fill("Without the speaker");
      await page.getByRole("button", { name: "Keep", exact: true }).click();
      await page.getByText("Kept in scenarios/without-the-speaker.yaml").waitFor();
      const kept = join(open.folder, "scenarios", "without-the-speaker.yaml");
      expect(readFileSync(kept, "utf8")).toContain("- { remove: { actor: berri } }");
      await soon(() => page.locator(".card").count()).toBe(0);
      const box = page.getByRole("checkbox", { name: /^Without the speaker/ });
      await box.waitFor({ state: "attached" });
      await soon(() => box.isChecked()).toBe(true);
      await page.getByLabel("Pairs of futures").fill("12");
      await page.getByRole("button", { name: "Compare" }).click();
      await page.locator("#section-whatif").waitFor({ timeout: PATIENCE });
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText(/was taken back/).waitFor();
      expect(existsSync(kept)).toBe(false);
      expect(said).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
