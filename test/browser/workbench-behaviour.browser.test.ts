import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsCase } from "./events-case.ts";
import { PATIENCE, soon } from "./set-up.ts";
import { chromiumPath, type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

// A busy machine is slow to open and close pages: every wait may take its time.

describe.skipIf(chromiumPath === undefined)(
  "Behaviour in a browser, with two hundred events",
  PATIENCE,
  () => {
    let open: OpenWorkbench;
    let page: Page;
    let said: string[];
    const marks = () => page.locator(".drawing a").count();
    beforeAll(async () => {
      open = await openWorkbench(eventsCase());
      ({ page, said } = await open.page("/behaviour"));
    }, 240_000);
    afterAll(() => open?.close());

    it("draws each event once, for one actor and one type only those, and fewer the nearer one looks", async () => {
      await page.getByText("204 of 204 events.").waitFor();
      await soon(() => marks()).toBe(204);
      await page.getByRole("combobox", { name: "Type", exact: true }).selectOption("THREATEN");
      await page.getByRole("combobox", { name: "Actor", exact: true }).first().selectOption("moss");
      await soon(marks).toBeLessThan(40);
      const few = await marks();
      await page.getByRole("button", { name: "Nearer" }).click();
      await soon(marks).toBeLessThan(few);
      expect(new URL(page.url()).searchParams.get("type")).toBe("THREATEN");
      await page.getByRole("button", { name: "The whole record" }).click();
      await soon(marks).toBe(204);
    });

    it("leads from a mark to the event and its text, and on to the next by keyboard", async () => {
      // The numbers of the marks are those of the record in order of time; two of the new case's own lie before.
      await page.locator(".drawing a", { hasText: "Deed 100:" }).first().click();
      const panel = page.getByRole("region", { name: "The event", exact: true });
      await panel.getByText(/^Deed 100: /).waitFor();
      await soon(() => panel.textContent()).toContain("Invented for this example");
      expect(page.url()).toContain("event=deed-100");
      await panel.getByRole("button", { name: "The next event" }).focus();
      await page.keyboard.press("Enter");
      await panel.getByText(/^Deed 101: /).waitFor();
    });

    it("leads from an event to the words that report it", async () => {
      await page.goto(`${open.origin}/behaviour?event=${await splitting(open)}`);
      const panel = page.getByRole("region", { name: "The event", exact: true });
      await panel.getByText("Ida Moss left the Harvest List with seven deputies").waitFor();
      await panel.getByRole("button", { name: "Read it in the document" }).click();
      await page.locator("mark").waitFor();
      await page.goBack();
    });

    it("fits coefficients from the page: a plot, a table, what they mean, and the plot's data to take away", async () => {
      await page.getByRole("button", { name: "Fit", exact: true }).click();
      const plot = page.locator("figure", { hasText: "Coefficients of behaviour" });
      await plot.locator("svg circle").first().waitFor();
      await page.getByRole("cell", { name: "friend_of_enemy" }).first().waitFor();
      await page.getByText("hostility answers hostility").first().waitFor();
      const waiting = page.waitForEvent("download");
      await plot.getByRole("button", { name: "Data as CSV" }).click();
      expect(readFileSync(await (await waiting).path(), "utf8").split("\n").length).toBeGreaterThan(10);
    });

    it("says in place what is wrong with a formula", async () => {
      await page.getByLabel("Toward whom", { exact: true }).fill("inertya(h=30)");
      await page.getByRole("button", { name: "Fit", exact: true }).click();
      await page
        .getByText(/inertya/)
        .last()
        .waitFor();
      await page
        .getByText(/inertia/)
        .last()
        .waitFor();
    });

    it("ranks toward whom an actor will act next, and why; never toward itself", async () => {
      await page
        .getByRole("region", { name: "What comes next" })
        .getByLabel("Actor")
        .selectOption("Anna Vale");
      await page.getByRole("combobox", { name: "Act", exact: true }).selectOption("CONSULT");
      await page.getByRole("button", { name: "Rank", exact: true }).click();
      const rows = page.getByRole("region", { name: "What comes next" }).locator("tbody tr");
      await rows.first().waitFor();
      const names = await rows.locator("th").allTextContents();
      expect(names).not.toContain("Anna Vale");
      // Her own camp is before the other: she deals kindly within it.
      expect(["Ida Moss", "Leader dune", "Leader fell"]).toContain(names[0]);
      await soon(() => rows.first().textContent()).toMatch(/[+−]\d\.\d\d /);
    });

    it("tells which events surprise once the futures are played", async () => {
      await page.goto(`${open.origin}/futures?runs=20&months=3`);
      await page.locator("#section-futures").waitFor({ timeout: 120_000 });
      await page.getByRole("navigation").getByRole("link", { name: "Behaviour", exact: true }).click();
      await page
        .getByText(/^Least likely by the model of/)
        .first()
        .waitFor();
    });

    it("has nothing serious that axe finds, and nothing goes wrong in the browser", async () => {
      expect(await seriousFaults(new AxeBuilder({ page }))).toEqual([]);
      expect(said).toEqual([]);
    });
  },
);

/** Id of the event that the new case ties to words. */
async function splitting(open: OpenWorkbench): Promise<string> {
  const record = readFileSync(`${open.folder}/record.yaml`, "utf8");
  const event = record.split(/\n {2}- id: /).find((item) => /\n {4}type: REJECT/.test(item)) ?? "";
  return event.slice(0, event.indexOf("\n"));
}
