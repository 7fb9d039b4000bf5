import { type Child, el, type Markup } from "../draw/markup.ts";
import { dateInWords } from "../say/date.ts";
import type { Narrative, NumberFact, Part } from "./contents.ts";
import { figureHtml, tableFigure } from "./figure.ts";
import { numberFactHtml } from "./number-fact.ts";
import { proseHtml } from "./prose.ts";

/** Counts figures and tables through the whole report. */
export interface Counts {
  figures: number;
  tables: number;
}

const CALLOUTS = { note: "Note", caution: "Caution", contradiction: "The record contradicts it" } as const;

/** Parts in their order; numbers that follow each other share a grid. */
export function partsHtml(parts: readonly Part[], counts: Counts): Child[] {
  const made: Child[] = [];
  let facts: NumberFact[] = [];
  const flush = (): void => {
    if (facts.length > 0) made.push(el("div", { class: "facts" }, ...facts.map(numberFactHtml)));
    facts = [];
  };
  for (const part of parts) {
    if (part.kind === "number") {
      facts.push(part);
      continue;
    }
    flush();
    made.push(partHtml(part, counts));
  }
  flush();
  return made;
}

function partHtml(part: Exclude<Part, NumberFact>, counts: Counts): Markup {
  switch (part.kind) {
    case "paragraph":
      return el("p", {}, ...proseHtml(part.text));
    case "subheading":
      return el("h3", {}, part.title);
    case "items":
      return el(
        part.numbered ? "ol" : "ul",
        {},
        ...part.items.map((item) => el("li", {}, ...proseHtml(item))),
      );
    case "picture":
      counts.figures += 1;
      return figureHtml(part, counts.figures);
    case "table":
      counts.tables += 1;
      return tableFigure(part, counts.tables);
    case "callout":
      return el(
        "aside",
        { class: `callout ${part.tone}`, "aria-label": `${CALLOUTS[part.tone]}: ${part.title}` },
        el("p", { class: "label" }, CALLOUTS[part.tone]),
        el("p", {}, el("strong", {}, part.title), " ", ...proseHtml(part.text)),
      );
    case "definition":
      return el(
        "dl",
        { class: "definition" },
        el("dt", {}, el("dfn", {}, part.term)),
        el("dd", {}, ...proseHtml(part.text)),
      );
    case "narrative":
      return narrativeHtml(part);
  }
}

function narrativeHtml(narrative: Narrative): Markup {
  return el(
    "section",
    { class: "narrative", "aria-label": narrative.title },
    el("h3", {}, narrative.title),
    narrative.lead === undefined ? undefined : el("p", {}, ...proseHtml(narrative.lead)),
    el(
      "ol",
      {},
      ...narrative.steps.map((step) =>
        el(
          "li",
          {},
          el("time", { datetime: step.at }, dateInWords(step.at)),
          el("p", {}, ...proseHtml(step.text)),
          step.why === undefined ? undefined : el("p", { class: "why" }, ...proseHtml(step.why)),
        ),
      ),
    ),
  );
}
