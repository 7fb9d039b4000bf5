import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Folder } from "../../src/case/index.ts";
import { eventsCase } from "./events-case.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow to open and close pages: every wait may take its time.
const PATIENCE = { timeout: 240_000 };

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

/** The case with many events, where the text's claim is put into the mouth of somebody written otherwise. */
function spoken(): Folder {
  const files = new Map(eventsCase());
  const record = new TextDecoder().decode(files.get("record.yaml"));
  const said = record.replace("    kind: claim\n", '    kind: claim\n    speaker: "Vale, Anna"\n');
  return files.set("record.yaml", new TextEncoder().encode(said));
}

describe.skipIf(chromiumPath === undefined)("what Read makes of all that is said", PATIENCE, () => {
  let open: OpenWorkbench;
  let page: Page;
  let said: string[];
  const rows = () => page.getByRole("region", { name: "Pairs with shared stands" }).locator("tbody tr");
  beforeAll(async () => {
    open = await openWorkbench(spoken());
    ({ page, said } = await open.page("/read"));
  }, 240_000);
  afterAll(() => open?.close());

  it("derives a network of agreement less conflict, of either, divided as one likes, and in windows of time", async () => {
    await page.getByText("Derive a network").click();
    await rows().first().waitFor();
    // Two camps that deal kindly within and harshly across: agreement is within them.
    const first = (await rows().first().locator("th, td").allTextContents()).slice(0, 2);
    const camp = ["Anna Vale", "Ida Moss", "Leader dune", "Leader fell"];
    expect(camp.includes(first[0])).toBe(camp.includes(first[1]));
    const values = async () => (await rows().locator("td.number").allTextContents()).map(numberIn);
    expect(Math.min(...(await values()))).toBeLessThan(0);
    await page.getByLabel("Ties count").selectOption("congruence");
    await soon(async () => Math.min(...(await values()))).toBeGreaterThan(0);
    await page.getByLabel("Divided by").selectOption("jaccard");
    await soon(async () => Math.max(...(await values()))).toBeLessThanOrEqual(1);
    const stands = () => page.getByText(/pairs?, from \d+ stands/).textContent();
    const all = await stands();
    await page.getByLabel("Window of time").selectOption("3");
    await soon(stands).not.toBe(all);
    const latest = await stands();
    await page.getByRole("button", { name: "Earlier" }).click();
    await soon(stands).not.toBe(latest);
    expect(new URL(page.url()).searchParams.get("norm")).toBe("jaccard");
  });

  it("takes the derived network away as GraphML, GEXF and CSV", async () => {
    const panel = page.locator(".derived");
    for (const [name, begins, holds] of [
      ["Network as GraphML", "<?xml", 'edgedefault="undirected"'],
      ["Network as GEXF", "<?xml", "<edges"],
    ]) {
      const waiting = page.waitForEvent("download");
      await panel.getByRole("button", { name }).click();
      const text = readFileSync(await (await waiting).path(), "utf8");
      expect(text.startsWith(begins)).toBe(true);
      expect(text).toContain(holds);
    }
    const waiting = page.waitForEvent("download");
    await panel.getByRole("button", { name: "Data as CSV" }).last().click();
    expect(readFileSync(await (await waiting).path(), "utf8")).toContain("one,other,value,agree,differ");
  });

  it("finds what is said of an actor under any spelling or script of the name", async () => {
    await page.getByLabel("Containing").fill("فالي");
    await soon(() => page.locator(".statements tbody tr").count()).toBeLessThan(4);
    await page.getByLabel("Containing").fill("VÁLE");
    await soon(() => page.locator(".statements tbody tr").count()).toBeGreaterThan(0);
    await page.getByLabel("Containing").fill("");
  });

  it("proposes to merge a speaker into the actor that it resembles; the merge can be undone", async () => {
    const text = (file: string) => readFileSync(join(open.folder, file), "utf8");
    const [record, actors] = ["record.yaml", "actors.yaml"].map(text);
    await page.getByText("Names that may mean the same").click();
    await page.getByRole("button", { name: "Merge Vale, Anna into Anna Vale" }).click();
    await page.getByText("Vale, Anna is now Anna Vale.").waitFor();
    expect(text("record.yaml")).toMatch(/speaker: "?Anna Vale/);
    expect(text("actors.yaml")).toMatch(/aliases:\s*(\[|-|\n).*Vale, Anna/);
    for (let step = 0; step < 2; step++) {
      await page.getByRole("button", { name: "Undo" }).first().click();
      await page.waitForTimeout(400);
    }
    await soon(() => text("record.yaml")).toBe(record);
    await soon(() => text("actors.yaml")).toBe(actors);
  });

  it("has nothing serious that axe finds, and nothing goes wrong in the browser", async () => {
    expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
    expect(said).toEqual([]);
  });
});

function numberIn(text: string): number {
  return Number(text.replace("−", "-"));
}
