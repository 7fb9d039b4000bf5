import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { faults, openedOn, PATIENCE, soon } from "./set-up.ts";
import { chromiumPath } from "./workbench.ts";

/** Where the middle of an actor's mark stands in the window. */
async function middleOf(page: Page, id: string): Promise<readonly [number, number]> {
  const mark = page.locator(`.map svg [data-id=${id}] > :nth-child(2)`);
  // The picture may be drawn anew between finding the mark and asking where it is.
  for (let tries = 0; tries < 20; tries++) {
    const box = await mark.boundingBox();
    if (box !== null) return [box.x + box.width / 2, box.y + box.height / 2];
  }
  throw new Error(`${id} is not drawn`);
}

/** Where an actor stands in the picture. */
const placeOf = (page: Page, id: string) => page.locator(`.map svg [data-id=${id}]`).getAttribute("data-at");

async function drag(page: Page, [x, y]: readonly [number, number], by: readonly [number, number]) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by[0] / 2, y + by[1] / 2, { steps: 4 });
  await page.mouse.move(x + by[0], y + by[1], { steps: 4 });
  await page.mouse.up();
}

const pinsIn = (page: Page) => new URL(page.url()).searchParams.get("pin");

describe.skipIf(chromiumPath === undefined)("Actors that are put somewhere on the map", PATIENCE, () => {
  const iraq = openedOn(join(root, "cases", "iraq-2012"));

  it("stay where they were dragged, on another day, in other colours and for others, until they are let go", async () => {
    const { page, said } = await iraq().page("/map");
    await page.locator(".map svg path.kink").first().waitFor();
    const [before, beside] = [await placeOf(page, "maliki"), await placeOf(page, "qatar")];
    const [x, y] = await middleOf(page, "maliki");
    await drag(page, [x, y], [120, -60]);
    await page.locator(".map svg [data-id=maliki] .pin").waitFor();
    const put = await placeOf(page, "maliki");
    expect(put).not.toBe(before);
    const [nowX, nowY] = await middleOf(page, "maliki");
    expect(Math.abs(nowX - x - 120)).toBeLessThan(3);
    expect(Math.abs(nowY - y + 60)).toBeLessThan(3);
    await soon(() => placeOf(page, "qatar")).toBe(beside);
    expect(new URL(page.url()).searchParams.get("who")).toBeNull();
    await page.getByLabel("Colour by").selectOption("group");
    await page.getByLabel("Made of").selectOption("ties");
    await page.getByLabel(/^Day/).focus();
    await page.keyboard.press("PageDown");
    await soon(() => page.url()).toMatch(/day=\d{4}-/);
    await soon(() => placeOf(page, "maliki")).toBe(put);
    await page.reload();
    await page.locator(".map svg [data-id=maliki] .pin").waitFor();
    await soon(() => placeOf(page, "maliki")).toBe(put);
    await soon(() => page.locator(".map svg .pin").count()).toBe(1);
    expect(await faults(page)).toEqual([]);
    await page.locator(".map svg [data-id=maliki]").click();
    await page.getByRole("region", { name: "One actor" }).getByRole("button", { name: "Unpin" }).click();
    await soon(() => placeOf(page, "maliki")).toBe(before);
    expect(pinsIn(page)).toBeNull();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("are moved by arrow keys as well, and it is said where they stand", async () => {
    const { page, said } = await iraq().page("/map");
    await page.locator(".map svg path.kink").first().waitFor();
    const map = page.getByRole("application", { name: /^The map/ });
    await map.focus();
    await page.keyboard.press("ArrowRight");
    await page.getByText("Choose an actor first").waitFor();
    await page.locator(".map svg [data-id=qatar]").click();
    await soon(() => page.url()).toContain("who=qatar");
    const [x, y] = await middleOf(page, "qatar");
    await map.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowLeft");
    await page
      .getByText(/^Qatar: pinned \d+ % from the left, \d+ % from the top\.$/)
      .waitFor({ state: "attached" });
    const [nowX, nowY] = await middleOf(page, "qatar");
    expect(nowY).toBeGreaterThan(y + 15);
    expect(nowX).toBeLessThan(x - 30);
    expect(pinsIn(page)).toMatch(/^qatar~/);
    await page.keyboard.press("Delete");
    await page.getByText(/^Qatar: not pinned/).waitFor({ state: "attached" });
    expect(pinsIn(page)).toBeNull();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("are kept in a view and in the picture taken away, and all are let go together", async () => {
    const { page, said } = await iraq().page("/map");
    await page.locator(".map svg path.kink").first().waitFor();
    for (const [id, by] of [
      ["maliki", [80, 0]],
      ["iran", [-40, 30]],
    ] as const) {
      await drag(page, await middleOf(page, id), by);
      await page.locator(`.map svg [data-id=${id}] .pin`).waitFor();
    }
    const put = await placeOf(page, "iran");
    const waiting = page.waitForEvent("download");
    await page.locator(".map").getByRole("button", { name: "Picture as SVG" }).click();
    const taken = readFileSync(await (await waiting).path(), "utf8");
    expect(taken.match(/class="pin"/g)).toHaveLength(2);
    expect(taken).toContain(`data-id="iran" data-at="${put}"`);
    await page.getByText("Saved views").click();
    await page.getByLabel("Name of this view").fill("Two put aside");
    await page.getByRole("button", { name: "Save this view in the case" }).click();
    await page.getByText("Saved in the case: Two put aside.").waitFor();
    const file = readFileSync(join(iraq().folder, "views", "two-put-aside.yaml"), "utf8");
    expect(file).toMatch(
      /places:\n {2}- \{ actor: "maliki", x: [-\d.e]+, y: [-\d.e]+ \}\n {2}- \{ actor: "iran"/,
    );
    expect(file).not.toContain('"pin"');
    await page.goto(`${iraq().origin}/map?view=two-put-aside`);
    await page.locator(".map svg [data-id=iran] .pin").waitFor();
    await soon(() => placeOf(page, "iran")).toBe(put);
    await page.getByRole("button", { name: "Unpin all 2" }).click();
    await soon(() => page.locator(".map svg .pin").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("can be dragged on the canvas too", async () => {
    // Without any tie around it, the canvas has one actor alone in its middle.
    const { page, said } = await iraq().page("/map?draw=canvas&focus=maliki&str=2~3");
    await page.getByText(/^1 actors?, 0 friendly ties/).waitFor();
    const box = await page.locator(".map canvas").last().boundingBox();
    if (box === null) throw new Error("there is no canvas");
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await expect
      .poll(
        async () => {
          if (pinsIn(page) === null) await drag(page, middle, [90, 40]);
          return pinsIn(page);
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toMatch(/^maliki~/);
    await page.getByRole("button", { name: /^Unpin it/ }).click();
    await soon(() => pinsIn(page)).toBeNull();
    expect(said).toEqual([]);
    await page.context().close();
  });
});
