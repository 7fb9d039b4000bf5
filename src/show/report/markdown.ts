import type { Citation, Picture } from "../picture.ts";
import { dateInWords } from "../say/date.ts";
import { number } from "../say/number.ts";
import { plainInMarkdown, tableMarkdown } from "../tables/markdown.ts";
import type { Head, NumberFact, Part, ReportContents } from "./contents.ts";
import { baselineText, errorText, intervalText, methodText, unitText, valueText } from "./fact-words.ts";
import { proseMarkdown } from "./prose.ts";
import { sourceText } from "./source-text.ts";

const plain = plainInMarkdown;

/** The report as Markdown: pictures as what is to be seen in them and the data behind them. */
export function reportMarkdown(contents: ReportContents): string {
  const { head, sections } = contents;
  const blocks = [
    `# ${plain(head.title)}`,
    `${plain(head.polity)}, as of ${dateInWords(head.asOf)}${
      head.horizon === undefined ? "" : `, looking ahead to ${dateInWords(head.horizon)}`
    }.`,
    proseMarkdown(head.summary),
    ...(head.findings?.length
      ? ["**What it finds**", head.findings.map((each, i) => `${i + 1}. ${proseMarkdown(each)}`).join("\n")]
      : []),
    sections.map((section) => `- [${plain(section.title)}](#${section.id})`).join("\n"),
    ...sections.flatMap((section) => [
      `<a id="${section.id}"></a>`,
      `## ${plain(section.title)}`,
      proseMarkdown(section.lead),
      ...section.parts.map(part),
    ]),
    "---",
    foot(head),
  ];
  return `${blocks.join("\n\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

function part(each: Part): string {
  switch (each.kind) {
    case "paragraph":
      return proseMarkdown(each.text);
    case "subheading":
      return `### ${plain(each.title)}`;
    case "items":
      return each.items
        .map((item, i) => `${each.numbered ? `${i + 1}.` : "-"} ${proseMarkdown(item)}`)
        .join("\n");
    case "number":
      return fact(each);
    case "table":
      return tableMarkdown(each);
    case "picture":
      return picture(each);
    case "callout":
      return `> **${plain(each.title)}** ${proseMarkdown(each.text)}`;
    case "definition":
      return `**${plain(each.term)}**: ${proseMarkdown(each.text)}`;
    case "narrative":
      return [
        `### ${plain(each.title)}`,
        ...(each.lead === undefined ? [] : [proseMarkdown(each.lead)]),
        each.steps
          .map((step) => {
            const why = step.why === undefined ? "" : ` (${proseMarkdown(step.why)})`;
            return `- **${dateInWords(step.at)}**: ${proseMarkdown(step.text)}${why}`;
          })
          .join("\n"),
      ].join("\n\n");
  }
}

function fact(each: NumberFact): string {
  const unit = unitText(each);
  const error = errorText(each);
  const told = [
    `method: ${methodText(each)}`,
    ...(error === undefined ? [] : [`error: ${error}`]),
    ...(each.intervals ?? []).map((interval) => `interval: ${intervalText(each, interval)}`),
    ...(each.baselines ?? []).map((baseline) => `baseline: ${baselineText(each, baseline)}`),
    `assumes: ${each.assumptions.length === 0 ? "nothing beyond the data" : each.assumptions.join("; ")}`,
    `sources: ${sources(each.sources)}`,
  ];
  const value = `${valueText(each, each.value)}${unit === "" ? "" : ` ${unit}`}`;
  const note = each.note === undefined ? "" : ` ${plain(each.note)}`;
  return [`**${plain(each.label)}: ${plain(value)}**${note}`, ...told.map((line) => `- ${plain(line)}`)].join(
    "\n",
  );
}

function sources(all: NumberFact["sources"]): string {
  const say = ({ text, url }: Citation): string => (url === undefined ? text : `${text} <${url}>`);
  return all.length === 0 ? "none given" : all.map((source) => say(sourceText(source))).join("; ");
}

function picture(each: Picture): string {
  return [
    `**${plain(each.title)}** (picture in the HTML report). ${plain(each.alt)}`,
    `Method: ${plain(each.method)} Sources: ${plain(sources(each.sources))}`,
    tableMarkdown({ ...each.table, caption: `Data: ${each.table.caption}` }),
  ].join("\n\n");
}

function foot(head: Head): string {
  return [
    `- Engine: Tawazun ${plain(head.engine)}`,
    `- Case: ${plain(head.caseHash)}`,
    `- Seed: ${plain(head.seed)}`,
    `- Futures played: ${number(head.runs)}`,
    `- Made with: ${plain(head.command)}`,
  ].join("\n");
}
