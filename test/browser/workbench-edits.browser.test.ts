// What a reader edits, takes back and does again; and two results beside each other, before an edit and after it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow: every wait may take its time.
const PATIENCE = 240_000;

const files = () =>
  newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" });
/** Anna Vale once more, under another spelling. */
const DOUBLE = `actors:
  - { id: ana-valle, name: Ana Valle, kind: person, aliases: [La Valle] }
relations:
  - { from: ana-valle, to: ridge, value: 0.2, source: invented }
  - { from: moss, to: ana-valle, value: 0.1, source: invented }
events:
  - { id: double-deed, date: 2020-01-10, by: ana-valle, of: ridge, type: CONSULT, text: "They met.", source: invented }
pacts:
  - { id: small-pact, name: Small pact, date: 2020-01-15, parties: [ana-valle, moss], source: invented }
questions:
  - { id: accused, text: "Is anybody accused?", asked: 2020-03-01, by: 2020-04-30, resolution: "Somebody accuses.", rule: "occurs(accuse) by 2020-04-30", source: invented }
  - { id: praised, text: "Is anybody praised?", asked: 2020-03-01, by: 2020-05-31, resolution: "Somebody praises.", rule: "occurs(praise) by 2020-05-31", source: invented }
`;

describe.skipIf(chromiumPath === undefined)("edits in a browser", () => {
  let open: OpenWorkbench;
  let page: Page;
  let said: string[];
  const text = (file: string): string => readFileSync(join(open.folder, file), "utf8");
  const there = (file: string): boolean => existsSync(join(open.folder, file));
  const history = () => page.locator(".edits > li");
  const press = (name: "Undo" | "Redo") => page.getByRole("button", { name, exact: true }).click();
  const toSettings = async (): Promise<void> => {
    await page.goto(`${open.origin}/settings`);
    await page.getByRole("heading", { name: "What was edited here" }).waitFor();
  };

  beforeAll(async () => {
    open = await openWorkbench(new Map([...files(), ["double.yaml", new TextEncoder().encode(DOUBLE)]]));
    ({ page, said } = await open.page("/settings"));
    page.setDefaultTimeout(PATIENCE / 2);
  }, PATIENCE);
  afterAll(() => open?.close());

  it(
    "adds a document as one edit: its file and its place among the documents come and go together",
    async () => {
      await page.goto(`${open.origin}/read`);
      const form = page.locator("section[aria-labelledby=add-document]");
      const files = new Map(
        ["case.yaml", "record.yaml", "actors.yaml"].map((file) => [file, text(file)] as const),
      );
      await form.locator("input[name=title]").fill("A memo");
      await form.locator("textarea").fill("Anna Vale spoke.");
      await form.getByRole("button", { name: "Add to the case" }).click();
      await page.getByText("“A memo” was added.").waitFor();
      expect(text("documents/text-a-memo.md")).toBe("Anna Vale spoke.\n");
      await press("Undo");
      await page.getByText(/^The last edit of .*documents\/text-a-memo\.md.* was taken back/).waitFor();
      expect(there("documents/text-a-memo.md")).toBe(false);
      for (const [file, before] of files) expect(text(file), file).toBe(before);
      await toSettings();
      await soon(() => history().count()).toBe(1);
      await soon(() => history().locator("summary").textContent()).toMatch(
        /documents\/text-a-memo\.md.*\(new\).*\(undone\)/,
      );
      await history().locator("summary").click();
      await history().locator(".put", { hasText: "Anna Vale spoke." }).waitFor();
      await press("Redo");
      await history()
        .locator("summary", { hasNotText: "(undone)" })
        .filter({ hasText: "text-a-memo.md" })
        .waitFor();
      expect(text("documents/text-a-memo.md")).toBe("Anna Vale spoke.\n");
    },
    PATIENCE,
  );

  it(
    "undoes and redoes by keys, step by step, and never inside a field",
    async () => {
      await page.goto(`${open.origin}/whatif?live=0&changes=remove ridge`);
      await page.getByLabel(/^Keep them as a scenario/).fill("No ridge");
      await page.getByRole("button", { name: "Keep", exact: true }).click();
      await page.getByText("Kept in scenarios/no-ridge.yaml").waitFor();
      await toSettings();
      await page.locator("h1").click();
      await page.keyboard.press("Control+z");
      await page.getByText(/scenarios\/no-ridge\.yaml was taken back/).waitFor();
      expect(there("scenarios/no-ridge.yaml")).toBe(false);
      await page.keyboard.press("Control+z");
      await page.getByText(/text-a-memo\.md.* was taken back/).waitFor();
      await page.keyboard.press("Control+Shift+z");
      await page.getByText(/^The edit of .*text-a-memo\.md/).waitFor();
      expect(there("documents/text-a-memo.md")).toBe(true);
      await page.locator("section[aria-labelledby=new-case] input[name=title]").focus();
      await page.keyboard.type("A title");
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.keyboard.press("Control+z");
      await page.evaluate(() => fetch("/api/files"));
      // What was asked for before the files has been heard of by now.
      expect(asked).toContain("/api/files");
      expect(asked.filter((path) => /undo|redo/.test(path))).toEqual([]);
      expect(there("documents/text-a-memo.md")).toBe(true);
    },
    PATIENCE,
  );

  it(
    "says of a conflict what is the matter, and writes over nothing",
    async () => {
      const file = "documents/text-a-memo.md";
      writeFileSync(join(open.folder, file), "Somebody else wrote this.\n");
      await toSettings();
      await press("Undo");
      await page.getByText(/text-a-memo\.md was changed meanwhile outside the workbench/).waitFor();
      expect(text(file)).toBe("Somebody else wrote this.\n");
      expect(text("record.yaml") + text("case.yaml")).toContain("text-a-memo");
      writeFileSync(join(open.folder, file), "Anna Vale spoke.\n");
      await press("Undo");
      await page.getByText(/text-a-memo\.md.* was taken back/).waitFor();
      expect(there(file)).toBe(false);
    },
    PATIENCE,
  );

  it(
    "makes one of two actors after a look at what changes, and one undo takes it back",
    async () => {
      await page.goto(`${open.origin}/read`);
      const files = ["actors.yaml", "case.yaml", "double.yaml", "issues.yaml", "record.yaml"];
      const before = files.map(text);
      const merge = page.locator("details.merge");
      await merge.locator("> summary").click();
      // Names that resemble each other are found by themselves.
      await merge.getByRole("button", { name: "Show what changes if Ana Valle becomes Anna Vale" }).click();
      const preview = page.getByRole("region", { name: "What changes" });
      await preview.getByText("3 data move:").waitFor();
      await preview.getByText("the relation from moss to ana-valle").waitFor();
      await preview.getByText("1 is left out, as the one who stays has its like:").waitFor();
      await preview.getByText("the relation from ana-valle to ridge").waitFor();
      await preview.getByText("Ana Valle · La Valle · ana-valle").waitFor();
      await preview.getByText(/^All lines that change/).click();
      await preview.locator(".patch .out", { hasText: "id: ana-valle" }).waitFor();
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      expect(files.map(text)).toEqual(before);
      await preview.getByRole("button", { name: "Make Ana Valle one with Anna Vale" }).click();
      await page.getByText("Ana Valle is Anna Vale now.").waitFor();
      expect(text("double.yaml")).not.toMatch(/(from|to|by|of|id): ana-valle/);
      expect(text("double.yaml")).toContain("from: moss, to: vale");
      expect(text("actors.yaml")).toMatch(/aliases: .*La Valle/);
      await press("Undo");
      await page.getByText(/double\.yaml.* was taken back/).waitFor();
      expect(files.map(text)).toEqual(before);
      // A merge that would break the case is told, and cannot be written.
      await merge.locator("form select").first().selectOption("moss");
      await merge.locator("form select").last().selectOption("ana-valle");
      await merge.locator("form").getByRole("button", { name: "Show what changes" }).click();
      await preview.getByText(/^The case would have new errors/).waitFor();
      await soon(() => preview.getByRole("button", { name: /^Make .* one with/ }).isDisabled()).toBe(true);
      expect(files.map(text)).toEqual(before);
    },
    PATIENCE,
  );

  it(
    "sets two reports beside each other, of one case and of an edited one",
    async () => {
      const report = async (seed: string): Promise<void> => {
        await page.goto(`${open.origin}/futures?runs=20&months=3&seed=${seed}`);
        await page.locator("#section-futures").waitFor();
      };
      await toSettings();
      await page.getByText("Two reports are needed").waitFor();
      await report("one");
      await report("two");
      await toSettings();
      const apart = page.locator("section[aria-labelledby=apart]");
      await apart.getByText(/^Both are of the same case/).waitFor();
      const rows = apart.locator("tbody tr");
      await rows.first().waitFor();
      await soon(() => rows.count()).toBeGreaterThan(1);
      // The same report on both sides: nothing differs.
      const [first, second] = [apart.locator("select").first(), apart.locator("select").last()];
      await first.selectOption(await second.inputValue());
      await rows.first().waitFor();
      const points = async (): Promise<readonly number[]> =>
        (await rows.locator("td:last-child").allTextContents()).map((one) =>
          Number(one.replace("−", "-").replace("+", "")),
        );
      expect((await points()).every((by) => by === 0)).toBe(true);
      const options = await second.locator("option").allTextContents();
      expect(options.map((one) => /seed (\w+)$/.exec(one)?.[1]).sort()).toEqual(["one", "two"]);
      // Each row's difference is the second less the first, the largest first.
      await first.selectOption({ label: options.find((one) => one.endsWith("seed one")) ?? "" });
      await second.selectOption({ label: options.find((one) => one.endsWith("seed two")) ?? "" });
      const cells = await rows.evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
      );
      const number = (shown: string): number => Number(shown.replace("−", "-").replace(/[+%]/g, ""));
      const differences = cells.map((row) => number(row[3]));
      for (const [at, row] of cells.entries()) {
        // What is shown is rounded: to a whole per cent each, to a tenth the difference.
        expect(Math.abs(number(row[2]) - number(row[1]) - differences[at])).toBeLessThanOrEqual(1.06);
      }
      const sizes = differences.map(Math.abs);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      // After an edit the two are of two states of the case.
      const path = join(open.folder, "case.yaml");
      writeFileSync(path, text("case.yaml").replace(/title:.*$/m, "title: Another title"));
      await page.getByText("Another title").first().waitFor();
      await report("three");
      await toSettings();
      await apart.getByText(/^The case was edited between them/).waitFor();
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      expect(said).toEqual([]);
    },
    2 * PATIENCE,
  );
});
