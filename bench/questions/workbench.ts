// How soon does the workbench answer in a browser?
//   npm run bench -- workbench [--quick]
import { loadavg } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../scripts/root.ts";
import { openWorkbench } from "../../test/browser/workbench.ts";
import { largeCase } from "../large-case.ts";
import { type Answer, answersOf, firstPage, settled } from "../page-answers.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const SIZES = [
  [1000, 5000],
  [5000, 25_000],
] as const;

/** Each is done so often; a busy machine is late now and then. */
const ROUNDS = 3;

/** What a reader does on the map, each with its name; another thing in each round. */
const DOINGS: readonly (readonly [name: string, act: (page: Page, round: number) => Promise<void>])[] = [
  ["day: one step of the slider", (page) => key(page, /^Day/, "PageDown")],
  ["colour by another grouping", (page, i) => choose(page, "Colour by", ["group", "faction", "kind"][i])],
  ["size by another measure", (page, i) => choose(page, "Size by", ["enemies", "friends", "strength"][i])],
  ["search: a part of a name", (page, i) => search(page, `actor 7${i}`)],
  ["search: pick the first found", (page) => page.keyboard.press("Enter")],
  ["arrow key: move the chosen actor", (page) => arrow(page)],
  ["click an actor on the canvas", (page, i) => click(page, i)],
  ["wheel: nearer", (page) => wheel(page, -300)],
  ["wheel: farther", (page) => wheel(page, 300)],
  ["brush: leave out strong friends", (page) => brush(page)],
  ["blocs: all as one", (page) => blocs(page, "All as one")],
  ["blocs: all apart", (page) => blocs(page, "All apart")],
];

export async function bench({ quick }: BenchOptions): Promise<BenchResult> {
  const rows: Record<string, string | number>[] = [];
  const first = await openWorkbench(join(root, "cases", "iraq-2012"));
  const { kilobytes, usable } = await firstPage(first);
  await first.close();
  for (const [actors, ties] of quick ? SIZES.slice(0, 1) : SIZES) {
    const open = await openWorkbench(largeCase(actors, ties));
    const { page } = await open.page("/map?draw=canvas");
    await page.locator(".map canvas").first().waitFor({ timeout: 120_000 });
    await settled(page);
    const answers = DOINGS.map((): Answer[] => []);
    for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
      for (const [i, [, act]] of DOINGS.entries()) {
        answers[i].push(await answersOf(open.browser, page, () => act(page, round)));
      }
    }
    DOINGS.forEach(([name], i) => void rows.push(row(`${actors} actors, ${ties} ties`, name, answers[i])));
    await open.close();
  }
  return {
    title: "How soon does the workbench answer in a browser?",
    rows,
    notes: [
      `First page (Iraq 2012, empty cache): ${kilobytes.toFixed(0)} kB of JavaScript on the wire (goal 350), usable ${usable.toFixed(0)} ms after it was asked for (goal 1500).`,
      "Next paint: the longest Event Timing entry of an interaction, over three rounds, wall time, in steps of 8 ms (goal 200). Chromium without a graphics card: WebGL is drawn by SwiftShader on the same two processors.",
      "Longest task and all tasks, the worst round: processor time of the page's main thread alone, from a trace, until the page is quiet; what other programs do meanwhile does not count.",
      `Load of the machine (1 minute) at the end: ${loadavg()[0].toFixed(1)}. The case is made by bench/large-case.ts.`,
    ],
  };
}

function row(size: string, what: string, answers: readonly Answer[]): Record<string, string | number> {
  const paints = answers.map(({ paint }) => paint).sort((a, b) => a - b);
  return {
    size,
    what,
    "next paint, ms: median": paints[paints.length >> 1],
    worst: paints[paints.length - 1],
    "longest task, CPU ms": Math.max(...answers.map(({ longest }) => longest)),
    "all tasks, CPU ms": Math.max(...answers.map(({ all }) => all)),
  };
}

async function key(page: Page, label: RegExp, name: string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.keyboard.press(name);
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  // A choice in a native menu is no event that is timed: the key that opens and chooses is.
  await page.getByLabel(label).focus();
  await page.getByLabel(label).selectOption(value);
  await page.keyboard.press("Tab");
}

async function click(page: Page, round: number): Promise<void> {
  const box = await page.locator(".map canvas").last().boundingBox();
  if (box !== null) await page.mouse.click(box.x + box.width / 2 + 9 * round, box.y + box.height / 2);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel("Find an actor").fill("");
  await page.keyboard.type(words, { delay: 40 });
  await page.keyboard.press("ArrowDown");
}

async function arrow(page: Page): Promise<void> {
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
}

async function brush(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Sign and strength" }).getByRole("slider").last().focus();
  await page.keyboard.press("PageDown");
}

async function blocs(page: Page, name: string): Promise<void> {
  if (!(await page.getByRole("button", { name }).isVisible()))
    await page.locator(".map-controls summary").click();
  await page.getByRole("button", { name }).click();
}

async function wheel(page: Page, by: number): Promise<void> {
  const box = await page.locator(".map canvas").last().boundingBox();
  if (box === null) return;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, by);
}
