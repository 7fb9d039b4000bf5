// The files of a case as they are edited in the workbench: saved, refused, in conflict, and taken back.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";
import { faults, openedOn, PATIENCE, soon } from "./set-up.ts";
import { chromiumPath } from "./workbench.ts";

const small = newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" });
/** More than the server takes from a browser. */
const HUGE = new TextEncoder().encode("Nothing of note.\n".repeat(120_000));
const SEATS = /(actor: civic-party, resource: seats, amount: )48/;

describe.skipIf(chromiumPath === undefined)("the files of a case in a browser", PATIENCE, () => {
  const open = openedOn(new Map([...small, ["documents/huge.md", HUGE], ["notes.json", new Uint8Array(0)]]));
  const path = (file: string): string => join(open().folder, file);
  const text = (file: string): string => readFileSync(path(file), "utf8");
  let page: Page;
  let said: string[];
  beforeAll(async () => {
    ({ page, said } = await open().page("/settings"));
  }, 240_000);
  beforeEach(() => writeFiles(open().folder, small));
  const section = () => page.locator("section[aria-labelledby=case-files]");
  const area = (file = "actors.yaml") => page.getByLabel(`Text of ${file}`);
  const save = () => section().getByRole("button", { name: "Save", exact: true });
  const visit = async (file: string, more = ""): Promise<void> => {
    await page.goto(`${open().origin}/settings?file=${file}${more}`);
    await area(file).waitFor();
  };
  /** Writes over what stands in the field. */
  const put = async (change: (before: string) => string): Promise<void> =>
    area().fill(change(await area().inputValue()));
  const caret = () => section().locator(".caret").textContent();

  it("saves a changed number of seats by keyboard alone: the file, Overview and Power have it, and one undo takes it back", async () => {
    await page.goto(`${open().origin}/settings`);
    await section().locator("select").focus();
    await page.keyboard.type("actors");
    await page.keyboard.press("Enter");
    await area().waitFor();
    expect(new URL(page.url()).searchParams.get("file")).toBe("actors.yaml");
    expect(await area().inputValue()).toBe(text("actors.yaml"));
    await soon(() => save().isDisabled()).toBe(true);
    const before = text("actors.yaml");
    const at = before.search(SEATS) + (SEATS.exec(before)?.[1].length ?? 0);
    await area().focus();
    await page.keyboard.press("Control+Home");
    for (const _ of before.slice(0, at).split("\n").slice(1)) await page.keyboard.press("ArrowDown");
    for (let k = before.lastIndexOf("\n", at); k < at - 1; k++) await page.keyboard.press("ArrowRight");
    const line = before.slice(0, at).split("\n").length;
    await soon(caret).toBe(`Line ${line}, column ${at - before.lastIndexOf("\n", at)}`);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    await page.keyboard.type("46");
    await section().getByText("Not saved yet.").waitFor();
    // What the others hold has to add up with it.
    const wanted = before
      .replace(SEATS, "$146")
      .replace(/(free-deputies, resource: seats, amount: )10/, "$112");
    await area().fill(wanted);
    await area().press("Control+s");
    await section().getByText("actors.yaml was saved.").waitFor();
    expect(text("actors.yaml")).toBe(wanted);
    await soon(() => save().isDisabled()).toBe(true);
    const pages = page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Overview" }).click();
    const house = page.locator("section[aria-labelledby=now-house]");
    await house.getByText("Data", { exact: true }).click();
    await house.getByRole("cell", { name: "46", exact: true }).waitFor();
    await pages.getByRole("link", { name: "Power" }).click();
    await soon(() => page.getByLabel("Seats of Civic List", { exact: true }).inputValue()).toBe("46");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await soon(() => page.getByLabel("Seats of Civic List", { exact: true }).inputValue()).toBe("48");
    expect(text("actors.yaml")).toBe(before);
    await page.goBack();
    await page.goBack();
    await soon(() => area().inputValue()).toBe(before);
    expect(said).toEqual([]);
  });

  it("refuses a mistake with its line, puts the caret there, and keeps what was written", async () => {
    await visit("actors.yaml");
    await put((before) => before.replace("leader: ridge }", "leader: nobody-known }"));
    const written = await area().inputValue();
    const line = written.slice(0, written.indexOf("nobody-known")).split("\n").length;
    await save().click();
    const alert = section().getByRole("alert");
    await alert.getByText(/This was not written/).waitFor();
    expect(text("actors.yaml")).not.toContain("nobody-known");
    await alert
      .getByRole("button", { name: new RegExp(`^actors\\.yaml:${line}:`) })
      .first()
      .click();
    await soon(caret).toMatch(new RegExp(`^Line ${line}, column \\d+$`));
    expect(await area().evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await faults(page)).toEqual([]);
    // Neither another page nor a fresh one loses it.
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Power" }).click();
    await page.getByRole("heading", { level: 1, name: "Power" }).waitFor();
    await visit("actors.yaml");
    expect(await area().inputValue()).toBe(written);
    await section().getByText("Not saved yet.").waitFor();
    await page.getByRole("option", { name: "actors.yaml (not saved)" }).waitFor({ state: "attached" });
    await section().getByRole("button", { name: "Go back to the file as it stands" }).click();
    await section().getByRole("button", { name: "Lose it" }).click();
    await soon(() => area().inputValue()).toBe(text("actors.yaml"));
    await soon(() => save().isDisabled()).toBe(true);
  });

  it("sets two texts apart where somebody else changed the file, and goes on with either", async () => {
    await visit("actors.yaml");
    for (const choice of ["mine", "theirs"] as const) {
      await put((before) => before.replace(/name: Anna Vale( \w+)?/, `name: Anna Vale ${choice}`));
      writeFileSync(
        path("actors.yaml"),
        text("actors.yaml").replace(/name: Ida Moss( \w+)?/, `name: Ida Moss ${choice}`),
      );
      const apart = section().locator(".conflict");
      await apart.getByText("actors.yaml was changed meanwhile").waitFor();
      await apart.locator(".out", { hasText: `Ida Moss ${choice}` }).waitFor();
      await apart.locator(".put", { hasText: `Anna Vale ${choice}` }).waitFor();
      await soon(() => save().isDisabled()).toBe(true);
      if (choice === "mine") {
        await apart.getByRole("button", { name: /^Keep editing mine/ }).click();
        await save().click();
        await section().getByText("actors.yaml was saved.").waitFor();
        expect(text("actors.yaml")).toContain("Anna Vale mine");
        expect(text("actors.yaml")).not.toContain("Ida Moss mine");
      } else {
        expect(await faults(page)).toEqual([]);
        await apart.getByRole("button", { name: "Take what stands there now" }).click();
        await soon(() => area().inputValue()).toBe(text("actors.yaml"));
        expect(text("actors.yaml")).toContain("Ida Moss theirs");
        await soon(() => apart.count()).toBe(0);
      }
    }
  });

  it("says of a file that was taken away that it was, and writes it again if that is wanted", async () => {
    await visit("documents/briefing.md");
    const briefing = area("documents/briefing.md");
    const mine = `${await briefing.inputValue()}\nA line more.\n`;
    await briefing.fill(mine);
    rmSync(path("documents/briefing.md"));
    await section().getByText("documents/briefing.md was taken away meanwhile").waitFor();
    await section()
      .getByRole("button", { name: /^Keep editing mine/ })
      .click();
    await save().click();
    await section().getByText("documents/briefing.md was saved.").waitFor();
    expect(text("documents/briefing.md")).toBe(mine);
  });

  it("keeps the ends of lines as the file has them", async () => {
    const windows = text("issues.yaml").replaceAll("\n", "\r\n");
    writeFileSync(path("issues.yaml"), windows);
    await visit("issues.yaml");
    await soon(() => save().isDisabled()).toBe(true);
    await area("issues.yaml").fill(
      (await area("issues.yaml").inputValue()).replace("A drought", "A great drought"),
    );
    await save().click();
    await section().getByText("issues.yaml was saved.").waitFor();
    expect(text("issues.yaml")).toBe(windows.replace("A drought", "A great drought"));
  });

  it("says which files are not edited here, and why", async () => {
    for (const [file, why] of [
      ["documents/huge.md", /^documents\/huge\.md has 2\.0 MB\. That is too large to edit here/],
      ["notes.json", /^notes\.json is not edited here/],
      ["no-such.yaml", /^The case has no file no-such\.yaml/],
    ] as const) {
      await page.goto(`${open().origin}/settings?file=${file}`);
      await section().getByText(why).waitFor();
      expect(await section().locator("textarea").count()).toBe(0);
    }
  });

  it("leads from a finding to its line", async () => {
    const broken = text("actors.yaml").replace("resource: seats, amount: 48", "resource: seats, amount: 47");
    writeFileSync(path("actors.yaml"), broken);
    await page.goto(`${open().origin}/overview`);
    const finding = page.locator(".findings a").first();
    await finding.waitFor();
    const [file, line, column] = ((await finding.textContent()) ?? "").split(":");
    expect(existsSync(path(file))).toBe(true);
    await finding.click();
    await area(file).waitFor();
    await soon(caret).toBe(`Line ${line ?? 1}, column ${column ?? 1}`);
    await section().getByRole("heading", { name: "What the check says of this file" }).waitFor();
  });

  it.each([
    ["light, in English", {}],
    ["dark, in English", { dark: true }],
    ["light, in Arabic", { language: "ar" }],
    ["dark, in Arabic", { dark: true, language: "ar" }],
  ] as const)("has nothing serious that axe finds: %s", async (_look, look) => {
    const other = await open().page("/settings?file=actors.yaml&line=3&column=2", look);
    await other.page.locator(".case-files textarea").waitFor();
    expect(await other.page.locator(".case-files textarea").getAttribute("dir")).toBe("ltr");
    expect(await faults(other.page)).toEqual([]);
    await other.page.goto(`${open().origin}/`);
    await other.page.locator(".overview.now h2").first().waitFor({ state: "attached" });
    expect(await faults(other.page)).toEqual([]);
    expect(other.said).toEqual([]);
    await other.page.context().close();
  });
});
