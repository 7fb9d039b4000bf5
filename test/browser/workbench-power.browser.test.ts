import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstPage } from "../../bench/page-answers.ts";
import { root } from "../../scripts/root.ts";
import { faults, openedOn, PATIENCE, soon } from "./set-up.ts";
import { chromiumPath } from "./workbench.ts";

const MOST_KILOBYTES = 350;

describe.skipIf(chromiumPath === undefined)("Power, saved views and the first page", PATIENCE, () => {
  const iraq = openedOn(join(root, "cases", "iraq-2012"));

  it("sends the first page packed, its scripts in no more than 350 kB", async () => {
    const { kilobytes, usable } = await firstPage(iraq());
    console.log(
      `first page: ${kilobytes.toFixed(0)} kB of JavaScript on the wire, usable after ${usable.toFixed(0)} ms`,
    );
    expect(kilobytes).toBeGreaterThan(20);
    expect(kilobytes).toBeLessThanOrEqual(MOST_KILOBYTES);
    const { page } = await iraq().page("/");
    const script = await page.locator("script[src]").first().getAttribute("src");
    for (const [accept, encoding] of [
      ["br, gzip", "br"],
      ["gzip", "gzip"],
      ["identity", undefined],
    ]) {
      const answer = await page.request.get(iraq().origin + script, {
        headers: { "accept-encoding": accept ?? "" },
      });
      expect(answer.headers()["content-encoding"]).toBe(encoding);
      expect(answer.headers()["cache-control"]).toContain("immutable");
    }
    const first = await page.request.get(`${iraq().origin}/power`, { headers: { accept: "text/html" } });
    expect(first.headers()["cache-control"]).toBe("no-cache");
    await page.context().close();
  });

  it("deals out seats by key, other lists giving way, splits a list and joins it, and goes back to the case", async () => {
    const { page, said } = await iraq().page("/power");
    const seats = (name: string) => page.getByLabel(`Seats of ${name}`, { exact: true }).inputValue();
    const slider = page.getByRole("slider", { name: "Drag the seats of State of Law" });
    await slider.focus();
    await page.keyboard.press("PageUp");
    await soon(() => seats("State of Law")).not.toBe("89");
    await page.getByText(/325 seats in all/).waitFor();
    await soon(() => page.locator(".ghost").count()).toBeGreaterThan(0);
    await soon(() =>
      page.locator("figure:has-text('What the seats are worth') rect[stroke-dasharray]").count(),
    ).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Back to the case" }).click();
    await soon(() => seats("State of Law")).toBe("89");
    await page.getByRole("button", { name: "Split Iraqiya in two" }).click();
    await soon(() => seats("Iraqiya (split)")).toBe("40");
    await page.getByRole("button", { name: "Join Iraqiya again" }).click();
    await soon(() => seats("Iraqiya")).toBe("80");
    await page.getByLabel("the house keeps its size").uncheck();
    await page.getByLabel("Seats of Iraqiya", { exact: true }).fill("60");
    await page.getByText(/305 seats in all/).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("brings lists together by dragging and by key, and says which majority leaves out whom", async () => {
    const { page, said } = await iraq().page("/power");
    const together = page.getByRole("group", { name: "Together" });
    await page.locator(".chip", { hasText: "State of Law (89)" }).dragTo(together);
    await together.getByText("State of Law (89)").waitFor();
    await page.getByRole("checkbox", { name: "Iraqiya (80)" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("169 of 163 needed: they win. Everyone is needed.").waitFor();
    expect(new URL(page.url()).searchParams.get("with")?.split("_").length).toBe(2);
    await page.locator(".left-out summary").click();
    const row = page.getByRole("row", { name: /^State of Law/ }).last();
    await soon(() => row.textContent()).toMatch(/Iraqiya \+ /);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".left-out").getByRole("button", { name: "Data as CSV" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("who-is-left-out.csv");
    for (const dark of [false, true]) {
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      expect(await faults(page), dark ? "dark" : "light").toEqual([]);
    }
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("keeps a view of the map in the case with where everybody stands, and leads back to it from the overview", async () => {
    const { page, said } = await iraq().page("/map?colour=faction&size=friends");
    await page.locator(".map svg [data-id=maliki]").waitFor();
    await page.getByText("Saved views").click();
    await page.getByLabel("Name of this view").fill("Two sides");
    await page.getByLabel("with where everybody stands, not only who is pinned").check();
    await page.getByRole("button", { name: "Save this view in the case" }).click();
    await page.getByText("Saved in the case: Two sides.").waitFor();
    const file = join(iraq().folder, "views", "two-sides.yaml");
    expect(readFileSync(file, "utf8")).toMatch(
      /^name: "Two sides"\npage: map\nchosen:\n {2}"colour": "faction"\n/,
    );
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("link", { name: "Two sides" }).click();
    await page.locator(".map svg [data-id=maliki]").waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("two-sides");
    await soon(() => page.getByLabel("Colour by").inputValue()).toBe("faction");
    await page.getByRole("button", { name: "Take out the view Two sides" }).click();
    await soon(() => existsSync(file)).toBe(false);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("keeps views of Power and Futures as well, and opens them by a link with all that was chosen", async () => {
    for (const [page_, chosen, name, look] of [
      ["power", "quota=170&lineup=elected", "A higher bar", ["Votes needed", "170"]],
      ["futures", "months=7", "Seven months", undefined],
    ] as const) {
      const { page, said } = await iraq().page(`/${page_}?${chosen}`);
      await page.getByText("Saved views").click();
      await page.getByLabel("Name of this view").fill(name);
      await page.getByLabel(/^What there is to see/).fill("Look at this.");
      await page.getByRole("button", { name: "Save this view in the case" }).click();
      await page.getByText(`Saved in the case: ${name}.`).waitFor();
      await page.goto(`${iraq().origin}/`);
      await page.getByText("Look at this.").waitFor();
      await page.getByRole("link", { name }).click();
      await soon(() => new URL(page.url()).pathname).toBe(`/${page_}`);
      expect([...new URL(page.url()).searchParams].sort()).toEqual([...new URLSearchParams(chosen)].sort());
      if (look !== undefined)
        await soon(() => page.getByRole("spinbutton", { name: look[0] }).inputValue()).toBe(look[1]);
      expect(await faults(page)).toEqual([]);
      await page.getByRole("button", { name: `Take out the view ${name}` }).click();
      await page.getByText(`Taken out: ${name}.`).waitFor();
      expect(said).toEqual([]);
      await page.context().close();
    }
  });
});
