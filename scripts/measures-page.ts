// The reference page of all measures: what the workbench says of each, read off the same catalogues.
import type { MeasureFacts } from "../src/base/index.ts";
import { measures } from "../src/desk/index.ts";
import { cited } from "./cells.ts";

/** What a page of the documentation is about, in the order in which they follow. */
const FAMILIES: readonly (readonly [heading: string, of: (measure: MeasureFacts) => boolean])[] = [
  ["Power and coalitions", ({ page }) => /power-indices|measures-power|reference\/measure\.md/.test(page)],
  ["Signed networks", ({ page }) => page.includes("measures-networks")],
  ["Bargaining", ({ page }) => page.includes("why/bargaining")],
  ["The play", ({ page }) => /why\/(play|formation)|reference\/(moves|policies)/.test(page)],
  ["Statistics of events", ({ id }) => id.startsWith("statistic/")],
  ["Behaviour and violence", ({ page }) => /why\/(behaviour|ranking)|fit-|read-events|parameters/.test(page)],
  ["Answers, scores and what drives them", () => true],
];

/** The page, given the note that stands on every page that is written by a program. */
export function measuresPage(note: string): string {
  const left = new Set(measures);
  const parts = FAMILIES.flatMap(([heading, of]) => {
    const members = [...left].filter(of);
    for (const member of members) left.delete(member);
    return [`## ${heading}`, ...members.map(told)];
  });
  return `${[
    "# Measures",
    note,
    "What the workbench says of each measure where its number stands, behind the mark *?*. `measures` and `measureFacts` of [tawazun/desk](desk.md) hold them; each room tells its own.",
    ...parts,
  ].join("\n\n")}\n`;
}

function told({ id, name, says, range, formula, sure, sources, page }: MeasureFacts): string {
  return [
    `### ${name}`,
    "",
    `${says}`,
    "",
    `- Id: \`${id}\``,
    `- Range and unit: ${range}`,
    `- Formula: ${formula.replaceAll("|", "\\|").replaceAll("*", "\\*")}`,
    `- How sure: ${sure}`,
    `- Source: ${cited(sources)}`,
    `- More: [${page.slice("docs/".length)}](../${page.slice("docs/".length)})`,
  ].join("\n");
}
