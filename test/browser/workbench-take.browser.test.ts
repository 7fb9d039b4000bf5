import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import type { Case } from "../../src/case/index.ts";
import { checkFolder } from "../../src/desk/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench } from "./workbench.ts";

const folder = join(root, "cases", "lebanon-2006");
const PATIENCE = 180_000;

const networkx = spawnSync("python3", ["-c", "import networkx"]).status === 0;
if (!networkx)
  console.warn("The networks were not opened with networkx: it is not installed (python3-networkx).");

describe.skipIf(chromiumPath === undefined || !existsSync(folder))("what is taken away", () => {
  let open: OpenWorkbench;
  let page: Page;
  let source: Case;
  let saved: string;
  beforeAll(async () => {
    saved = mkdtempSync(join(tmpdir(), "tawazun-saved-"));
    open = await openWorkbench(folder);
    ({ page } = await open.page("/settings"));
    page.setDefaultTimeout(60_000);
    const read = checkFolder((await readFolder(folder)).folder ?? new Map()).source;
    if (read === undefined) throw new Error("the case does not read");
    source = read;
  }, PATIENCE);
  afterAll(async () => {
    await open?.close();
    rmSync(saved, { recursive: true, force: true });
  });

  async function download(role: "button" | "link", name: string): Promise<{ file: string; bytes: Buffer }> {
    const [waited] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole(role, { name, exact: true }).first().click(),
    ]);
    const file = waited.suggestedFilename();
    await waited.saveAs(join(saved, file));
    return { file, bytes: readFileSync(join(saved, file)) };
  }
  const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

  it(
    "is the same table in CSV, JSON and Parquet, as readers of others read it",
    async () => {
      await page.getByRole("combobox", { name: "Table", exact: true }).selectOption("holdings");
      const csv = await download("button", "CSV");
      const json = await download("button", "JSON");
      const parquet = await download("button", "Parquet");
      expect([csv.file, json.file, parquet.file]).toEqual(
        ["csv", "json", "parquet"].map((form) => `lebanon-2006-holdings.${form}`),
      );
      const rows: Record<string, string>[] = parseCsv(csv.bytes, { columns: true, bom: true });
      const told = JSON.parse(json.bytes.toString()) as Record<string, unknown>[];
      const kept = await parquetReadObjects({ file: exact(parquet.bytes) });
      expect(rows).toHaveLength(source.holdings.length);
      expect(told).toHaveLength(source.holdings.length);
      expect(kept).toHaveLength(source.holdings.length);
      for (const [i, { actor, resource, amount }] of source.holdings.entries()) {
        const [low, likeliest, high] = typeof amount === "number" ? [amount, amount, amount] : amount;
        const wanted = typeof amount === "number" && !("amount_low" in kept[i]) ? {} : { low, high };
        for (const row of [told[i], kept[i]]) {
          expect([row.actor, row.resource, row.amount]).toEqual([actor, resource, likeliest]);
          if ("low" in wanted) expect([row.amount_low, row.amount_high]).toEqual([low, high]);
        }
        expect([rows[i].actor, Number(rows[i].amount)]).toEqual([actor, likeliest]);
      }
    },
    PATIENCE,
  );

  it(
    "holds every section of the case, months of its series and all",
    async () => {
      const zip = await download("button", "All as Parquet (zip)");
      const files = unzipSync(new Uint8Array(zip.bytes));
      const sections = Object.entries(source).filter(([, items]) => Array.isArray(items) && items.length > 0);
      expect(Object.keys(files)).toEqual(expect.arrayContaining(sections.map(([name]) => `${name}.parquet`)));
      for (const [name, items] of sections) {
        const rows = await parquetReadObjects({ file: exact(files[`${name}.parquet`]) });
        expect(rows, name).toHaveLength((items as readonly unknown[]).length);
      }
      const events = await parquetReadObjects({ file: exact(files["events.parquet"]) });
      expect(events.map(({ by, type }) => [by, type])).toEqual(
        source.events.map(({ by, type }) => [by, type]),
      );
    },
    PATIENCE,
  );

  it(
    "is a network that others read: every actor and tie, in GraphML and in GEXF",
    async () => {
      const isActor = (id: string): boolean => source.actors.some((actor) => actor.id === id);
      const ties = source.relations
        .filter(({ from, to }) => isActor(from) && isActor(to))
        .reduce((sum, { mutual }) => sum + (mutual === true ? 2 : 1), 0);
      for (const [name, form] of [
        ["GraphML (igraph, networkx, Cytoscape, R)", "graphml"],
        ["GEXF (Gephi)", "gexf"],
      ]) {
        const { file, bytes } = await download("button", name);
        expect(file).toBe(`lebanon-2006-network.${form}`);
        const counts = await page.evaluate((text) => {
          const document = new DOMParser().parseFromString(text, "application/xml");
          const count = (tag: string): number => document.getElementsByTagName(tag).length;
          return [count("parsererror"), count("node"), count("edge")];
        }, bytes.toString());
        expect(counts).toEqual([0, source.actors.length, ties]);
        if (!networkx) continue;
        const script = `import networkx as nx, sys, json
g = nx.read_${form}(sys.argv[1])
print(json.dumps([g.number_of_nodes(), g.number_of_edges(), sorted(d["name"] for _, d in g.nodes(data=True)), sorted(float(d["value"]) for _, _, d in g.edges(data=True))]))`;
        const read = spawnSync("python3", ["-c", script, join(saved, file)], { encoding: "utf8" });
        expect(read.stderr).toBe("");
        const [nodes, edges, names, values] = JSON.parse(read.stdout);
        expect([nodes, edges]).toEqual([source.actors.length, ties]);
        expect(names).toEqual(source.actors.map((actor) => actor.name).sort());
        expect(values.length).toBe(ties);
        expect(Math.min(...values)).toBeLessThan(0);
      }
    },
    PATIENCE,
  );

  it(
    "is the whole case, which reads as the same case once it is unpacked",
    async () => {
      const { bytes } = await download("link", "The whole case (zip)");
      const files = new Map(Object.entries(unzipSync(new Uint8Array(bytes))));
      expect(checkFolder(files).source?.hash).toBe(source.hash);
      const whole = await download("button", "The whole case as data (JSON)");
      expect(JSON.parse(whole.bytes.toString())).toEqual(JSON.parse(JSON.stringify(source)));
    },
    PATIENCE,
  );

  it(
    "is a report as page, text and data once one was made, its tables, and a PDF through the browser",
    async () => {
      await page.goto(`${open.origin}/futures?runs=20&months=3`);
      await page.locator("#section-futures").waitFor({ timeout: PATIENCE });
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await page.getByRole("navigation").getByRole("link", { name: "Settings and export" }).click();
      const html = await download("link", "As a page (HTML)");
      const markdown = await download("link", "As text (Markdown)");
      const json = await download("link", "As data (JSON)");
      expect(html.bytes.toString()).toMatch(/^<!doctype html>/i);
      expect(markdown.bytes.toString()).toMatch(/^# /);
      expect(JSON.parse(json.bytes.toString()).head.command).toContain("--runs 20 ");
      const tables = await download("button", "All as Parquet (zip): tables of the report");
      const files = Object.values(unzipSync(new Uint8Array(tables.bytes)));
      expect(files.length).toBeGreaterThan(10);
      for (const file of files) await parquetReadObjects({ file: exact(file) });
      await page.goto(`${open.origin}/futures`);
      await page.locator("#section-futures").waitFor({ timeout: PATIENCE });
      const pdf = await page.pdf({ format: "A4" });
      writeFileSync(join(saved, "futures.pdf"), pdf);
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      await page.emulateMedia({ media: "print" });
      for (const gone of [".top .choices", "nav.pages", ".downloads", "main button"]) {
        expect(await page.locator(`${gone}:visible`).count(), gone).toBe(0);
      }
      await soon(() => page.locator("h1:visible").count()).toBe(1);
      const text = spawnSync("pdftotext", [join(saved, "futures.pdf"), "-"], { encoding: "utf8" });
      if (text.error === undefined) expect(text.stdout).toContain("Futures");
      await page.emulateMedia({ media: null });
    },
    PATIENCE,
  );

  it(
    "can be pictures, SVG and PNG",
    async () => {
      await page.goto(`${open.origin}/power`);
      await page.locator("figure .drawing svg").first().waitFor();
      const svg = await download("button", "Picture as SVG");
      const fault = await page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, "image/svg+xml");
        return (
          document.getElementsByTagName("parsererror").length +
          (document.documentElement.tagName === "svg" ? 0 : 1)
        );
      }, svg.bytes.toString());
      expect(fault).toBe(0);
      const png = await download("button", "Picture as PNG");
      expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
      expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(600);
    },
    PATIENCE,
  );
});
