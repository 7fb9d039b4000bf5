import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { PATIENCE, soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow to open and close pages: every wait may take its time.

const NEW = newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" });

const faults = (page: Page) => seriousFaults(new AxeBuilder({ page }));

describe.skipIf(chromiumPath === undefined)("Read in a browser", PATIENCE, () => {
  let iraq: OpenWorkbench;
  let small: OpenWorkbench;
  beforeAll(async () => {
    iraq = await openWorkbench(join(root, "cases", "iraq-2012"));
    small = await openWorkbench(NEW);
  }, 240_000);
  afterAll(async () => {
    await iraq?.close();
    await small?.close();
  });
  beforeEach(() => writeFiles(small.folder, NEW));

  const text = (file: string) => readFileSync(join(small.folder, file), "utf8");

  it("leads from marked words to the data they support, and from a datum to its words", async () => {
    const { page, asked, said } = await iraq.page("/read");
    await page.locator(".document p").nth(8).waitFor();
    await soon(() => page.evaluate(() => CSS.highlights.get("said-fact")?.size ?? 0)).toBeGreaterThan(10);
    await page
      .locator(".document")
      .getByText("Nouri al-Maliki has been confirmed")
      .click({ position: { x: 40, y: 10 } });
    await page.getByRole("heading", { name: "Statement", exact: true }).waitFor();
    expect(page.url()).toContain("statement=s-maliki-premier");
    await soon(() => page.locator("mark").textContent()).toContain("confirmed as prime minister");
    await page.getByRole("button", { name: "Prime minister", exact: true }).click();
    expect(page.url()).toContain("datum=posts%3Aprime-minister");
    await soon(() => page.locator("mark").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Map" }).click();
    await page.goBack();
    await soon(() => page.locator("mark").count()).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(iraq.origin) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("filters statements by words, actor and type, and flags who contradicts himself", async () => {
    const { page } = await iraq.page("/read");
    const rows = page.locator(".statements tbody tr");
    await rows.first().waitFor();
    const all = await rows.count();
    await page.getByLabel("Containing").fill("sadr");
    await soon(() => rows.count()).toBeLessThan(all);
    await page.getByLabel("Containing").fill("");
    await page.locator("#all-statements ~ .filters").getByLabel("Show").selectOption("contradictions");
    await soon(() => rows.count()).toBeLessThan(all);
    for (const row of await rows.all()) await soon(() => row.textContent()).toContain("⚡");
    await page.context().close();
  });

  it("is walked by keyboard alone: a sentence becomes a statement with its event, is undone and made again", async () => {
    const before = text("record.yaml");
    const { page, said } = await small.page("/read");
    await page.locator(".sentences summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "New statement" }).waitFor();
    const inForm = () => page.evaluate(() => document.activeElement?.closest("label")?.textContent ?? "");
    await soon(() => inForm()).toContain("Type");
    await page.keyboard.type("event");
    const to = async (label: string) => {
      for (let i = 0; i < 15 && !(await inForm()).startsWith(label); i++) await page.keyboard.press("Tab");
      await soon(() => inForm()).toMatch(new RegExp(`^${label}`));
    };
    await to("Hedge");
    await page.keyboard.type("as she says");
    await to("Add to the case");
    await page.keyboard.type("an event");
    await to("Who");
    await page.keyboard.type("Tomas");
    await to("Did what");
    await page.keyboard.type("Request");
    await to("To whom");
    await page.keyboard.type("Anna");
    await to("When");
    await page.keyboard.type("2020-02-01");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Supports one datum/ }).waitFor();
    const after = text("record.yaml");
    for (const line of before.split("\n")) expect(after).toContain(line);
    expect(after).toMatch(/hedge: as she says/);
    expect(after).toMatch(/by: ridge, type: REQUEST, of: vale/);
    await page.keyboard.press("Escape");
    for (const [key, wanted] of [
      ["Control+z", before],
      ["Control+Shift+z", after],
    ]) {
      await page.keyboard.press(key);
      await soon(() => text("record.yaml")).toBe(wanted);
    }
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("keeps a draft until it is confirmed, mends and rejects statements", async () => {
    const { page } = await small.page("/read?statement=moss-courted");
    await page.getByRole("button", { name: "Mend" }).click();
    await page.getByLabel("A draft, to be confirmed later").check();
    await page.locator(".coding").getByLabel("Hedge").fill("as some say");
    await page.getByRole("button", { name: "Write it into the case" }).click();
    await page.getByText("1 draft waits to be confirmed.").waitFor();
    expect(text("record.yaml")).toMatch(/hedge: as some say\n {4}note: draft/);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("1 draft waits to be confirmed.").waitFor({ state: "detached" });
    expect(text("record.yaml")).not.toContain("note: draft");
    await page.getByRole("button", { name: "Take out" }).click();
    await page.getByRole("alert").waitFor();
    await soon(() => page.getByRole("alert").textContent()).toMatch(/record\.yaml:\d+:\d+: .*moss-courted/);
    expect(text("record.yaml")).toContain("id: moss-courted");
    await page.context().close();
  });

  it("does not write over what somebody else wrote meanwhile, and says so", async () => {
    const { page } = await small.page("/read?statement=moss-courted");
    await page.getByRole("button", { name: "Mend" }).click();
    await page.locator(".coding").getByLabel("Hedge").fill("mine");
    await page.waitForTimeout(500);
    writeFileSync(join(small.folder, "record.yaml"), `${text("record.yaml")}# theirs\n`);
    await page.getByRole("button", { name: "Write it into the case" }).click();
    await page.getByText("Somebody else changed the file meanwhile").waitFor();
    expect(text("record.yaml")).not.toContain("hedge: mine");
    await page.getByRole("button", { name: /Read the files again/ }).click();
    await page.getByRole("button", { name: "Write it into the case" }).click();
    await soon(() => text("record.yaml")).toContain("hedge: mine");
    expect(text("record.yaml")).toContain("# theirs");
    await page.context().close();
  });

  it("codes all that are shown anew after a look at what would change", async () => {
    const { page } = await small.page("/read?type=claim");
    await page.getByText("Code all that are shown anew").click();
    await soon(() => page.getByLabel("What would change").textContent()).toContain("claim → fact");
    await page.getByRole("button", { name: "Change 1 statement" }).click();
    await soon(() => text("record.yaml")).not.toContain("kind: claim");
    await page.context().close();
  });

  it("has nothing serious that axe finds, light, dark and in Arabic", async () => {
    for (const look of [{}, { dark: true }, { language: "ar" as const }]) {
      const { page } = await iraq.page("/read?statement=s-sadr-rival", look);
      await page.locator(".statements tbody tr").first().waitFor();
      expect(await faults(page), JSON.stringify(look)).toEqual([]);
      await page.context().close();
    }
  });
});
