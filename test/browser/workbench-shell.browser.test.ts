import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

const PATIENCE = 180_000;
const NEW = newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" });
const PAGES = ["", "read", "map", "power", "behaviour", "futures", "whatif", "claims", "seat", "settings"];

describe.skipIf(chromiumPath === undefined)("around every page of the workbench", () => {
  let open: OpenWorkbench;
  beforeAll(async () => {
    open = await openWorkbench(NEW);
  }, PATIENCE);
  afterAll(() => open?.close());
  beforeEach(() => writeFiles(open.folder, NEW));
  const text = (file: string): string => readFileSync(join(open.folder, file), "utf8");

  it(
    "finds pages, actors, documents and questions by a few letters, and goes there",
    async () => {
      const { page, said } = await open.page("/");
      for (const [typed, address] of [
        ["what", /\/whatif$/],
        ["anna", /\/map\?focus=/],
        ["claims", /\/claims$/],
      ] as const) {
        await page.keyboard.press("Control+k");
        const field = page.getByRole("dialog").getByRole("searchbox");
        await field.waitFor();
        await field.pressSequentially(typed);
        await page.getByRole("dialog").getByRole("menuitem").first().waitFor();
        await page.keyboard.press("Enter");
        await soon(() => page.url()).toMatch(address);
        await soon(() => page.evaluate(() => document.activeElement?.id)).toBe("page");
      }
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").getByRole("searchbox").pressSequentially("zzzz");
      await page.getByText("Nothing is called that").waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByRole("button", { name: /^Find or do/ }).click();
      await page.getByRole("dialog").getByRole("searchbox").pressSequentially("dark colours");
      await page.keyboard.press("Enter");
      await page.locator('html[data-theme="dark"]').waitFor();
      expect(said).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "shows the keyboard map, goes to pages by g and a digit, and lets both be turned off",
    async () => {
      const { page } = await open.page("/");
      await page.keyboard.press("?");
      await page.getByRole("heading", { name: "Keyboard" }).waitFor();
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("g");
      await page.keyboard.press("4");
      await soon(() => page.url()).toMatch(/\/power$/);
      await page.keyboard.press("?");
      await page.getByText("Keys of one letter").click();
      await page.getByRole("button", { name: "Close" }).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.keyboard.press("g");
      await page.keyboard.press("2");
      await page.keyboard.press("?");
      await page.waitForTimeout(300);
      expect(page.url()).toMatch(/\/power$/);
      await soon(() => page.getByRole("dialog").count()).toBe(0);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "takes in a document, shows it as text, and undoes it on any page",
    async () => {
      const { page, said } = await open.page("/read");
      const form = page.locator("section[aria-labelledby=add-document]");
      await form.getByLabel("Title").fill("A memo <b>of 2020</b>");
      await form.getByLabel("Text", { exact: true }).fill("She said <script>alert(1)</script> to him.\n");
      await form.getByRole("button", { name: "Add to the case" }).click();
      await form.getByRole("link", { name: "Read it" }).click();
      await page.getByText("She said <script>alert(1)</script> to him.").first().waitFor();
      const file = "documents/text-a-memo-b-of-2020.md";
      expect(text(file)).toBe("She said <script>alert(1)</script> to him.\n");
      await form.getByLabel("File").setInputFiles({
        name: "large.txt",
        mimeType: "text/plain",
        buffer: Buffer.alloc(2_000_002, "x"),
      });
      await page.getByText(/^This text has 2\.0 MB; at most 2 MB/).waitFor();
      await soon(() => form.getByRole("button", { name: "Add to the case" }).isDisabled()).toBe(true);
      await form.getByLabel("File").setInputFiles({
        name: "picture.txt",
        mimeType: "text/plain",
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0x00]),
      });
      await page.getByText("This file is no text in UTF-8").waitFor();
      await page.keyboard.press("g");
      await page.getByRole("navigation").getByRole("link", { name: "Futures" }).click();
      const undo = page.getByRole("button", { name: "Undo" });
      await undo.click();
      // The file and its place among the documents are one edit.
      await page.getByText(/^The last edit of .* was taken back/).waitFor();
      await soon(() => existsSync(join(open.folder, file))).toBe(false);
      for (const [name, content] of NEW)
        if (/^[^/]+\.yaml$/.test(name)) expect(text(name)).toBe(new TextDecoder().decode(content));
      expect(said).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  it(
    "has no serious fault that axe finds, on any page, from right, in light and dark, and from left where no other test looks",
    async () => {
      const faults: string[] = [];
      // The other pages in English are looked at where each is tried.
      for (const [language, dark, names] of [
        ["en", false, ["power", "whatif?live=100"]],
        ["en", true, ["power", "whatif?live=100"]],
        ["ar", false, PAGES],
        ["ar", true, PAGES],
      ] as const) {
        const { page, said } = await open.page("/", { dark, language });
        page.setDefaultTimeout(120_000);
        for (const name of names) {
          await page.goto(`${open.origin}/${name}`);
          await page.locator("h1").waitFor();
          const going = page.getByRole("status").filter({ hasText: "…" });
          await going.first().waitFor({ state: "detached" });
          await soon(() => page.locator("html").getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
          const found = await seriousFaults(new AxeBuilder({ page }));
          faults.push(...found.map((fault) => `${name} ${language} ${dark ? "dark" : "light"}: ${fault}`));
          // Nothing is pushed out of the page: it scrolls up and down alone.
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wide > 1) faults.push(`${name} ${language}: ${wide} px too wide`);
        }
        expect(said).toEqual([]);
        await page.context().close();
      }
      expect(faults).toEqual([]);
    },
    5 * PATIENCE,
  );

  it(
    "fits a window of 768 px in both directions",
    async () => {
      const faults: string[] = [];
      for (const language of ["en", "ar"] as const) {
        const { page } = await open.page("/", { width: 768, language });
        for (const name of PAGES) {
          await page.goto(`${open.origin}/${name}`);
          await page.locator("h1").waitFor();
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (wide > 1) faults.push(`${name} ${language}: ${wide} px too wide`);
        }
        await page.context().close();
      }
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "sends little to the first page: what others need is fetched when they are opened",
    async () => {
      const { page } = await open.page("/");
      await page.waitForLoadState("networkidle");
      const names = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => name.endsWith(".js")),
      );
      let total = 0;
      for (const name of names) total += gzipSync(await (await page.request.get(name)).body()).length;
      console.log(`JavaScript of the first page: ${Math.round(total / 1000)} kB compressed by gzip`);
      expect(total).toBeGreaterThan(50_000);
      expect(total).toBeLessThanOrEqual(350_000);
      expect(names.filter((name) => /live|palette|parquet|ar-|read-/.test(name))).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
