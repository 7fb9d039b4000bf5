import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../scripts/chromium.mjs";
import { root } from "../../scripts/root.ts";
import { csv, report, standalone } from "../../src/show/index.ts";
import { sampleContents } from "./report-sample.ts";
import { notWellFormed } from "./xml.ts";

const executablePath = findChromium();
if (executablePath === undefined) {
  console.warn("The report was not looked at in a browser: no Chromium was found on this machine.");
}

const HOSTILE = `</style></title><script>document.title="run"</script><img src="http://127.0.0.1:9/x" onerror="document.title='run'">`;
const QUIET = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// A busy machine is slow to open and close pages: every wait may take its time.
const PATIENCE = { timeout: 180_000 };

describe.skipIf(executablePath === undefined)("the report in a browser", PATIENCE, () => {
  let browser: Browser;
  const folder = join(root, "out", `report-${process.pid}`);
  const contents = sampleContents();
  const pictures = contents.sections.flatMap((section) =>
    section.parts.filter((part) => part.kind === "picture"),
  );

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: QUIET });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "report.html"), report(contents).html);
    writeFileSync(join(folder, "hostile.html"), report(sampleContents(HOSTILE)).html);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    file: string,
    look: { readonly width?: number; readonly dark?: boolean } = {},
  ): Promise<{ page: Page; asked: string[]; said: string[] }> {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.dark ? "dark" : "light",
      acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(pathToFileURL(join(folder, file)).href);
    return { page, asked, said };
  }

  it("has nothing that axe finds wrong, with all that can be opened open", async () => {
    const { page } = await open("report.html");
    for (const details of await page.locator("details").all()) {
      await details.evaluate((element) => element.setAttribute("open", ""));
    }
    const { violations, passes } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] })
      .analyze();
    expect(passes.length).toBeGreaterThan(20);
    expect(
      violations.map(
        ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.target).slice(0, 3)}`,
      ),
    ).toEqual([]);
    await page.context().close();
  });

  it("has contrast enough on a dark page too", async () => {
    const { page } = await open("report.html", { width: 768, dark: true });
    const { violations, passes } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"], runOnly: ["color-contrast"] })
      .analyze();
    expect(passes.length).toBe(1);
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.target))).toEqual([]);
    await page.context().close();
  });

  it("asks for nothing but itself", async () => {
    const { page, asked, said } = await open("report.html");
    await page.waitForTimeout(300);
    expect(asked).toHaveLength(1);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("runs nothing that stands in data, and asks for nothing that data name", async () => {
    const { page, asked } = await open("hostile.html");
    await page.waitForTimeout(300);
    expect(asked).toHaveLength(1);
    expect(await page.title()).toContain("<script>");
    expect(await page.locator("script, img").count()).toBe(0);
    expect(await page.locator("h1").textContent()).toContain("<script>");
    await page.context().close();
  });

  it("never scrolls sideways as a whole, at 1280, 768 and 390", async () => {
    for (const width of [1280, 768, 390]) {
      const { page } = await open("report.html", { width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });

  it("shows no text of a picture cut off at its edge", async () => {
    const { page } = await open("report.html");
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("svg.tz")].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")]
          .filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
          })
          .map((text) => `${svg.parentElement?.parentElement?.id}: ${text.textContent}`);
      }),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  });

  // That every address holds its file, src/show/report/report.test.ts sees to; here that a click saves one.
  it.each(["network-picture", "hemicycle"])(
    "saves the data and the drawing of %s, letter by letter",
    async (id) => {
      const { page } = await open("report.html");
      const picture = pictures.find((each) => each.id === id)!;
      const files = [
        [`${id}.csv`, csv(picture.table)],
        [`${id}.svg`, standalone(picture)],
      ] as const;
      for (const [name, text] of files) {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.locator(`a[download="${name}"]`).click(),
        ]);
        expect(download.suggestedFilename()).toBe(name);
        expect(readFileSync(await download.path(), "utf8") === text).toBe(true);
      }
      await page.context().close();
    },
  );

  it("draws each saved picture on its own", async () => {
    const { page } = await open("report.html");
    for (const picture of pictures) {
      const text = standalone(picture);
      expect(notWellFormed(text)).toBeUndefined();
      writeFileSync(join(folder, `${picture.id}.svg`), text);
      await page.goto(pathToFileURL(join(folder, `${picture.id}.svg`)).href);
      const { name, errors, width } = await page.evaluate(() => ({
        name: document.documentElement.localName,
        errors: document.querySelectorAll("parsererror").length,
        width: document.documentElement.getBoundingClientRect().width,
      }));
      expect({ name, errors }).toEqual({ name: "svg", errors: 0 });
      expect(width).toBeGreaterThan(300);
    }
    await page.context().close();
  });

  it("is reached by keyboard: first the way past the contents, then the contents, then what opens", async () => {
    const { page } = await open("report.html");
    const focused = (): Promise<string> =>
      page.evaluate(
        () => `${document.activeElement?.localName} ${document.activeElement?.textContent?.slice(0, 40)}`,
      );
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("a Skip to the report");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("report");
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("summary How it was made");
    await page.keyboard.press("Enter");
    expect(await page.locator("main details").first().getAttribute("open")).not.toBeNull();
    await page.context().close();
  });

  it("leads from a mark of the timeline to its row", async () => {
    const { page } = await open("report.html");
    await page.locator('#timeline-picture svg a[href="#event-e10"]').click();
    expect(new URL(page.url()).hash).toBe("#event-e10");
    await expect.poll(() => page.locator("tr:target").textContent()).toContain("warrant");
    await page.context().close();
  });

  it("prints on A4 with the method of every number, whatever is closed on the screen", async () => {
    const { page } = await open("report.html", { dark: true });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(27, 31, 35)");
    expect(await page.locator(".fact dl").first().isVisible()).toBe(true);
    expect(await page.locator("nav a").first().isVisible()).toBe(true);
    expect(await page.locator(".take").first().isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.context().close();
  });
});
