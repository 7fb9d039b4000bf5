import { type Child, el, write } from "../draw/markup.ts";
import { dateInWords } from "../say/date.ts";
import { number } from "../say/number.ts";
import type { Head, ReportContents, Section } from "./contents.ts";
import { type Counts, partsHtml } from "./parts.ts";
import { proseHtml, prosePlain } from "./prose.ts";
import { reportStyle } from "./style.ts";

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML page that holds all it needs and asks for nothing. */
export function reportHtml(contents: ReportContents): string {
  const { head, sections } = contents;
  const counts: Counts = { figures: 0, tables: 0 };
  const page = el(
    "html",
    { lang: head.language ?? "en" },
    el(
      "head",
      {},
      el("meta", { charset: "utf-8" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("meta", { name: "color-scheme", content: "light dark" }),
      el("meta", { name: "description", content: prosePlain(head.summary) }),
      el("meta", { name: "generator", content: `Tawazun ${head.engine}` }),
      el("title", {}, `${head.title} · Tawazun`),
      el("style", {}, { written: reportStyle() }),
    ),
    el(
      "body",
      {},
      el("a", { class: "skip", href: "#report" }, "Skip to the report"),
      el(
        "div",
        { class: "page" },
        headHtml(head),
        contentsHtml(sections),
        el(
          "main",
          { id: "report", tabindex: "-1" },
          ...sections.map((section) => sectionHtml(section, counts)),
        ),
        footHtml(head),
      ),
    ),
  );
  return `<!doctype html>\n${write(page)}\n`;
}

function headHtml(head: Head): Child {
  const until = head.horizon === undefined ? "" : `, looking ahead to ${dateInWords(head.horizon)}`;
  const findings = head.findings ?? [];
  return el(
    "header",
    {},
    el("p", { class: "kicker" }, `Tawazun report · ${head.polity}`),
    el("h1", {}, head.title),
    el("p", { class: "when" }, `As of ${dateInWords(head.asOf)}${until}`),
    el("p", { class: "standfirst" }, ...proseHtml(head.summary)),
    findings.length === 0
      ? undefined
      : el(
          "section",
          { class: "findings", "aria-labelledby": "findings" },
          el("h2", { id: "findings" }, "What it finds"),
          el("ol", {}, ...findings.map((finding) => el("li", {}, ...proseHtml(finding)))),
        ),
  );
}

function contentsHtml(sections: readonly Section[]): Child {
  return el(
    "nav",
    { "aria-labelledby": "contents" },
    el(
      "div",
      {},
      el("h2", { id: "contents" }, "Contents"),
      el(
        "ol",
        {},
        ...sections.map((section) => el("li", {}, el("a", { href: `#${section.id}` }, section.title))),
      ),
    ),
  );
}

function sectionHtml(section: Section, counts: Counts): Child {
  return el(
    "section",
    { id: section.id, "aria-labelledby": `${section.id}-heading` },
    el("h2", { id: `${section.id}-heading` }, section.title),
    el("p", { class: "lead" }, ...proseHtml(section.lead)),
    ...partsHtml(section.parts, counts),
  );
}

function footHtml(head: Head): Child {
  const rows: readonly (readonly [string, Child])[] = [
    ["Engine", `Tawazun ${head.engine}`],
    ["Case", el("code", {}, head.caseHash)],
    ["Seed", el("code", {}, head.seed)],
    ["Futures played", number(head.runs)],
    ["Made with", el("code", {}, head.command)],
    ...(head.licence === undefined ? [] : [["Licence", head.licence] as const]),
  ];
  return el(
    "footer",
    {},
    el(
      "p",
      {},
      "The same case, engine and seed give the same report, byte for byte. Tawazun is no oracle: every number stands with its assumptions, its uncertainty and its baseline.",
    ),
    el("dl", { class: "run" }, ...rows.flatMap(([term, told]) => [el("dt", {}, term), el("dd", {}, told)])),
  );
}
