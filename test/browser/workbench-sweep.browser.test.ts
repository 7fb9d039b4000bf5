// Sweeps on What-if, a new case from Settings, the forms of changes by keyboard, and what drives an answer of a case with events.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsCase } from "./events-case.ts";
import { soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow: every wait may take its time.
const PATIENCE = 240_000;

const EXPERIMENT = `name: Ties between the two
repetitions: 40
months: 2
variables:
  - { name: tie, set: { relation: { from: vale, to: ridge } }, values: [-0.5, 0, 0.5] }
record:
  outcomes:
    - { name: calm, measure: { stability: { to: 2020-04 } } }
    - { name: accused, rule: { occurs: { move: accuse }, by: 2020-04-30 } }
`;
const HAZARDS = `outside:
  - { id: flood, name: A flood, rate: [0.5, 1, 3], repeats: true, source: invented }
`;

describe.skipIf(chromiumPath === undefined)("a case with events on What-if", () => {
  let open: OpenWorkbench;
  let page: Page;
  let said: string[];

  beforeAll(async () => {
    const text = new TextEncoder();
    open = await openWorkbench(
      new Map([
        ...eventsCase(),
        ["experiments/ties.yaml", text.encode(EXPERIMENT)],
        ["experiments/long.yaml", text.encode(EXPERIMENT.replace("repetitions: 40", "repetitions: 20000"))],
        ["experiments/broken.yaml", text.encode("name: Broken\nrepetitions: many\n")],
        ["hazards.yaml", text.encode(HAZARDS)],
      ]),
    );
    ({ page, said } = await open.page("/whatif?live=0"));
    page.setDefaultTimeout(PATIENCE / 2);
  }, PATIENCE);
  afterAll(() => open?.close());

  const card = (name: string) => page.locator(".card.sweep", { has: page.getByRole("heading", { name }) });

  it(
    "lists experiments with their size, says how long one takes, plays it, and gives it away",
    async () => {
      await page.locator(".findings", { hasText: "experiments/broken.yaml" }).waitFor();
      const ties = card("Ties between the two").last();
      await ties.getByText("3 points × 40 futures of 2 months: at most 120 futures").waitFor();
      await ties.getByRole("button", { name: /^How long/ }).click();
      await ties.getByText(/^120 futures of 2 months: .* by a short sample\.$/).waitFor();
      await ties.getByRole("button", { name: /^Play the sweep/ }).click();
      await ties.getByText("120 futures were played, 0 of them before.").waitFor();
      expect(page.url()).toContain("sweep=ties");
      await soon(() => ties.locator("figure.picture svg").count()).toBe(2);
      const points = ties.getByRole("region", { name: "Points and their means" }).locator("tbody tr");
      await soon(() => points.count()).toBe(3);
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        ties.getByRole("link", { name: "Means (CSV)" }).click(),
      ]);
      const means = readFileSync(await saved.path(), "utf8")
        .trim()
        .split("\n");
      expect(means).toHaveLength(4);
      // What is shown is what is taken away.
      const shown = await points.evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
      );
      expect(shown.map((row) => row[1]?.replace("−", "-"))).toEqual(
        means
          .slice(1)
          .map((line) =>
            expect.stringMatching(new RegExp(`^${line.split(",")[1]}0*$|^${line.split(",")[1]}\\.0*$`)),
          ),
      );
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      // A link to it shows what was found, and plays nothing anew.
      await page.reload();
      await card("Ties between the two")
        .last()
        .getByText("120 futures were played, 0 of them before")
        .waitFor();
    },
    PATIENCE,
  );

  it(
    "stops a long sweep with what is done kept, and goes on with it",
    async () => {
      const long = card("Ties between the two").first();
      await long.getByText("at most 60,000 futures").waitFor();
      await long.getByRole("button", { name: /^Play the sweep/ }).click();
      await long.getByText(/^playing 60000 futures at 3 points: [1-9]/).waitFor();
      await long.getByRole("button", { name: "Stop", exact: true }).click();
      await long.getByText(/What was played is kept; Go on plays the rest\.$/).waitFor();
      const kept = Number(
        /^([\d,]+) futures/
          .exec((await long.getByText(/futures were played/).textContent()) ?? "")?.[1]
          ?.replaceAll(",", ""),
      );
      expect(kept).toBeGreaterThan(0);
      await page.reload();
      await long.getByText(/What was played is kept/).waitFor();
      await long.getByRole("button", { name: /^Go on/ }).click();
      await long.getByText(/^playing 60000 futures at 3 points: [1-9]/).waitFor();
      await long.getByRole("button", { name: "Stop", exact: true }).click();
      const words = long.getByText(/futures were played, [1-9]/);
      await words.waitFor();
      const before = /played, ([\d,]+) of them/.exec((await words.textContent()) ?? "")?.[1];
      expect(Number(before?.replaceAll(",", ""))).toBeGreaterThanOrEqual(kept);
    },
    PATIENCE,
  );

  it(
    "writes an experiment of an uncertain input, which can be played at once",
    async () => {
      const form = page.locator("details.sweep-form");
      await form.locator("summary").click();
      await form.getByLabel("What it is called").fill("How often floods come");
      await form.locator("select[name=first]").selectOption("rate of flood");
      await form.getByLabel("Values of each").fill("3");
      await form.getByLabel("Futures of each point").fill("30");
      await form.getByRole("button", { name: "Write it" }).click();
      await form.getByText("Written into experiments/how-often-floods-come.yaml").waitFor();
      await card("How often floods come")
        .getByText(/^3 points × 30 futures/)
        .waitFor();
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await card("How often floods come").waitFor({ state: "detached" });
    },
    PATIENCE,
  );

  it(
    "builds changes of each new kind by keyboard alone, compares, and reads the result",
    async () => {
      await page.goto(`${open.origin}/whatif?live=0`);
      const kind = page.locator("section[aria-labelledby=add-change] select").first();
      const add = async (name: string, fill: () => Promise<void>): Promise<void> => {
        const before = await page.locator("ul.cards > li:not(.sweep)").count();
        await kind.focus();
        await page.keyboard.type(name);
        await fill();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.locator("ul.cards > li:not(.sweep)").nth(before).waitFor();
      };
      const choose = async (typed: string): Promise<void> => {
        await page.keyboard.press("Tab");
        if (typed !== "") await page.keyboard.type(typed);
      };
      await add("A demand", async () => {
        await choose("Ida");
        await choose("Anna");
        await choose("yes");
      });
      await add("A post is owed", async () => {
        await choose("");
        await choose("");
      });
      await add("An event from outside comes", async () => {
        await choose("A flood");
        await choose("2.5");
      });
      const cards = page.locator("ul.cards > li:not(.sweep) > span");
      await soon(() => cards.allTextContents()).toEqual([
        "Ida Moss · Anna Vale = yes",
        expect.stringMatching(/= nobody$/),
        "A flood: 2.5 times a year",
      ]);
      const pairs = page.getByLabel("Pairs of futures");
      for (let i = 0; i < 60 && !(await pairs.evaluate((one) => one === document.activeElement)); i++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("12");
      await page.keyboard.press("Enter");
      await page.getByText(/^12 pairs of futures were played/).waitFor();
      // The result is read on: its first table has the focus a few tabs later.
      const table = page.locator("#section-whatif").locator("xpath=..").locator("section.table").first();
      for (let i = 0; i < 60 && !(await table.evaluate((one) => one === document.activeElement)); i++)
        await page.keyboard.press("Tab");
      await soon(() => table.evaluate((one) => one === document.activeElement)).toBe(true);
      await soon(() => table.getAttribute("aria-label")).toBeTruthy();
      await soon(() => table.locator("tbody tr").count()).toBeGreaterThan(0);
      // What cannot be chosen is said.
      await kind.selectOption("route");
      await page.getByText("The case has nothing to choose here: Route.").waitFor();
      await soon(() => page.getByRole("button", { name: "Add it" }).isDisabled()).toBe(true);
    },
    PATIENCE,
  );

  it(
    "draws which inputs drive an answer, and plays again as a slider moves",
    async () => {
      await page.goto(`${open.origin}/whatif?live=100`);
      await page.getByText(/^100 futures of the case as it is were played/).waitFor();
      await page.getByText("Uncertain inputs", { exact: true }).click();
      await page.getByLabel("Containing").fill("flood");
      const slider = page.locator(".sliders input[type=range]").first();
      await slider.focus();
      await page.keyboard.press("End");
      await page.locator(".sliders", { hasText: "held at 3" }).waitFor();
      await page.getByText(/^100 futures were played with the changes/).waitFor();
      await page.getByRole("button", { name: "Let it vary" }).click();
      await page.getByText(/^100 futures of the case as it is were played/).waitFor();
      await page.getByLabel("Futures in all").fill("400");
      await page.getByRole("button", { name: "Find out" }).click();
      await page.getByText(/^The answer was taken apart/).waitFor();
      const drivers = page.locator("#section-sensitivity").locator("xpath=..");
      const rows = drivers.locator("section.table tbody tr");
      await soon(() => rows.count()).toBeGreaterThan(0);
      const tornado = drivers.locator("figure.picture svg");
      await soon(() => tornado.count()).toBeGreaterThan(0);
      // Each bar of the picture is a row of its data.
      const figure = drivers.locator("figure.picture").first();
      await figure.getByText("Data", { exact: true }).click();
      await soon(() => figure.locator("tbody tr").count()).toBeGreaterThan(0);
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      expect(said).toEqual([]);
    },
    2 * PATIENCE,
  );

  it(
    "makes a new case from a form, and opens it in a workbench of its own",
    async () => {
      await page.goto(`${open.origin}/overview`);
      await page.getByRole("button", { name: /^Find or do/ }).click();
      await page.getByRole("dialog").getByRole("searchbox").pressSequentially("new case");
      await page.getByRole("dialog").getByRole("menuitem", { name: "Make a new case" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "A new case" }).waitFor();
      const form = page.locator("section[aria-labelledby=new-case]");
      await form.getByLabel("Title").fill("The Valley, 2021");
      await form.locator("input[name=asOf]").fill("2021-03-01");
      await form.locator("input[name=horizon]").fill("2022-02-28");
      const folder = join(dirname(open.folder), "the-valley-2021");
      await soon(() => form.locator("code").first().textContent()).toBe(folder);
      await form.getByRole("button", { name: "Make it" }).click();
      await form.getByText("Made:").waitFor();
      expect(existsSync(join(folder, "case.yaml"))).toBe(true);
      const [other] = await Promise.all([
        page.context().waitForEvent("page"),
        form.getByRole("link", { name: "Open it" }).click(),
      ]);
      await other.getByRole("heading", { name: "The Valley, 2021", level: 1 }).waitFor();
      // The first workbench lets its reader in as before.
      await page.reload();
      await page.getByRole("heading", { name: "A new case" }).waitFor();
      await form.getByLabel("Title").fill("The Valley, 2021");
      await form.locator("input[name=asOf]").fill("2021-03-01");
      await form.locator("input[name=horizon]").fill("2022-02-28");
      await form.getByRole("button", { name: "Make it" }).click();
      await form
        .getByRole("alert")
        .getByText(/There is a folder "the-valley-2021"/)
        .waitFor();
      expect(said).toEqual([]);
    },
    PATIENCE,
  );
});
