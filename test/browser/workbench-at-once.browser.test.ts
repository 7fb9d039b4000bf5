// What pages say at once: before futures are played, and before what is wrong is sent anywhere.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { openedOn, PATIENCE, soon } from "./set-up.ts";
import { chromiumPath } from "./workbench.ts";

const small = newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" });
/** Questions of which the later stands first. */
const ASKED = `questions:
  - { id: praised, text: "Is anybody praised?", asked: 2020-03-01, by: 2020-05-31, resolution: "Somebody praises.", rule: "occurs(praise) by 2020-05-31", source: invented }
  - { id: accused, text: "Is anybody accused?", asked: 2020-03-01, by: 2020-04-30, resolution: "Somebody accuses.", rule: "occurs(accuse) by 2020-04-30", source: invented }
`;

describe.skipIf(chromiumPath === undefined)("what pages say at once", PATIENCE, () => {
  const open = openedOn(new Map([...small, ["asked.yaml", new TextEncoder().encode(ASKED)]]));

  it("Overview shows seats, posts, fronts and the next questions before any future is played", async () => {
    const { page, said } = await open().page("/");
    const part = (id: string) => page.locator(`section[aria-labelledby=now-${id}]`);
    await part("house").locator("svg").getByText("Civic List", { exact: true }).waitFor();
    const rows = part("posts").getByRole("row");
    await rows.filter({ hasText: "Prime minister" }).filter({ hasText: "Anna Vale" }).waitFor();
    await rows.filter({ hasText: "interior" }).filter({ hasText: "Anna Vale, acting" }).waitFor();
    expect(await part("fronts").locator("tbody tr").count()).toBe(2);
    const days = await part("questions").locator("tbody td:first-child").allTextContents();
    expect(days.slice(0, 2)).toEqual(["2020-04-30", "2020-05-31"]);
    expect(days).toEqual([...days].sort());
    // All of it stands above the invitation to play, which is seen without scrolling.
    const play = page.getByRole("button", { name: /^Play 2.000 futures$/ });
    const box = await play.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    expect(box?.y).toBeGreaterThan((await part("questions").boundingBox())?.y ?? 0);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("Overview says what is wrong with a case, each a way to its line, and shows what can be shown", async () => {
    const file = join(open().folder, "actors.yaml");
    const before = readFileSync(file, "utf8");
    const broken = before.replace("party, leader: ridge", "party, leader: nobody-known");
    writeFileSync(file, broken);
    const { page, said } = await open().page("/");
    const line = broken.slice(0, broken.indexOf("nobody-known")).split("\n").length;
    const link = page.locator(".findings").getByRole("link", { name: new RegExp(`^actors\\.yaml:${line}:`) });
    expect(await link.getAttribute("href")).toMatch(`/settings?file=actors.yaml&line=${line}&column=`);
    expect(await page.locator(".overview.now").count()).toBe(0);
    // Seats that do not add up are remarked upon, and drawn.
    writeFileSync(file, before.replace("resource: seats, amount: 48", "resource: seats, amount: 47"));
    await page.locator("section[aria-labelledby=now-house] svg").waitFor();
    await page.locator(".findings").getByText("warning").first().waitFor();
    writeFileSync(file, before);
    await page.getByText("The case reads without findings.").waitFor();
    await page.locator("section[aria-labelledby=now-house] svg").waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("a new case's folder that cannot be called so is told before it is sent, and no path leads out", async () => {
    const { page, asked, said } = await open().page("/settings");
    const form = page.locator("section[aria-labelledby=new-case]");
    await form.getByLabel("Title").fill("The Hills");
    await form.locator("code").getByText("the-hills").waitFor();
    for (const name of ["../evil", "..", "a/b", "The Hills", "hills-", "/etc"]) {
      await form.getByLabel("Folder").fill(name);
      await form.getByText(/^A folder cannot be called that\. Its name is lower-case letters/).waitFor();
      expect(await form.locator("code").count(), name).toBe(0);
      expect(await form.getByLabel("Folder").getAttribute("aria-invalid")).toBe("true");
    }
    await form.locator("input[name=asOf]").fill("2021-03-01");
    await form.locator("input[name=horizon]").fill("2022-02-28");
    await form.getByLabel("Folder").fill("../evil");
    await form.getByRole("button", { name: "Make it" }).click();
    expect(
      await form.getByLabel("Folder").evaluate((one: HTMLInputElement) => one.validationMessage),
    ).toMatch(/lower-case letters/);
    expect(asked.filter((url) => url.endsWith("/api/cases")).length).toBe(1);
    await form.getByLabel("Folder").fill("hills");
    await form.getByRole("button", { name: "Make it" }).click();
    await form.getByText("Made:").waitFor();
    expect(existsSync(join(dirname(open().folder), "hills", "case.yaml"))).toBe(true);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("a what-if begins with a change that changes something, and tells of one that does not", async () => {
    const { page, said } = await open().page("/whatif?live=0");
    const form = page.locator("section[aria-labelledby=add-change]");
    const [post, by] = [form.locator("#change-post"), form.locator("#change-by")];
    const add = form.getByRole("button", { name: "Add it" });
    await by.waitFor();
    expect([await post.inputValue(), await by.inputValue()]).toEqual(["prime-minister", "civic-party"]);
    await soon(() => add.isEnabled()).toBe(true);
    await by.selectOption("vale");
    await form.getByText(/^This changes nothing/).waitFor();
    await soon(() => add.isDisabled()).toBe(true);
    // She only acts in the interior: to hold it in full is a change.
    await post.selectOption("interior");
    await soon(() => add.isEnabled()).toBe(true);
    await post.selectOption("farming");
    await by.selectOption("ridge");
    await soon(() => add.isDisabled()).toBe(true);
    await by.selectOption("moss");
    await add.click();
    await soon(() => page.locator(".card").count()).toBe(1);
    expect(said).toEqual([]);
    await page.context().close();
  });

  it("the last future is named where one is chosen, and one beyond it is called so", async () => {
    const { page, said } = await open().page("/futures?runs=20&months=3&future=9999");
    await page.locator("#section-futures").waitFor();
    await page.getByText(/^Future 9999 was not counted: the last of these futures is 19\./).waitFor();
    const number = page.getByLabel("Number of the future, 0 to 19");
    await number.fill("20");
    expect(await number.evaluate((one: HTMLInputElement) => one.validity.rangeOverflow)).toBe(true);
    await number.fill("19");
    await page.getByRole("button", { name: "Watch it", exact: true }).click();
    await page
      .locator(".recording")
      .getByText(/^Step 1 of/)
      .waitFor();
    expect(await page.getByText(/was not counted/).count()).toBe(0);
    expect(said).toEqual([]);
    await page.context().close();
  });
});
