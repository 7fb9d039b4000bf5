import { el, type Markup } from "../draw/markup.ts";
import { type Picture, standalone } from "../picture.ts";
import { csv } from "../tables/csv.ts";
import { tableHtml } from "../tables/html.ts";
import type { Table } from "../tables/table.ts";
import { dataLink } from "./data-link.ts";
import { anchorId } from "./link.ts";
import { sourcesHtml } from "./prose.ts";

/** A table in a frame that scrolls sideways, reachable by keyboard. */
function scrolling(table: Table, label: string): Markup {
  return el("div", { class: "scroll", role: "group", "aria-label": label, tabindex: "0" }, tableHtml(table));
}

/** A link that saves a table as CSV. */
function csvLink(table: Table, name: string): Markup {
  return el(
    "a",
    { href: dataLink("text/csv", csv(table)), download: `${name}.csv` },
    "Data (CSV)",
    el("span", { class: "off" }, ` of ${table.caption}`),
  );
}

/** A picture with its caption, its data as a table, its method and sources, and what can be taken away. */
export function figureHtml(picture: Picture, count: number): Markup {
  const svgLink = el(
    "a",
    { href: dataLink("image/svg+xml", standalone(picture)), download: `${picture.id}.svg` },
    "Picture (SVG)",
    el("span", { class: "off" }, ` of ${picture.title}`),
  );
  return el(
    "figure",
    { id: picture.id },
    el("figcaption", {}, el("span", { class: "no" }, `Figure ${count}`), ` ${picture.title}`),
    el(
      "div",
      { class: "scroll drawn", role: "group", "aria-label": `Figure ${count}`, tabindex: "0" },
      { written: picture.svg },
    ),
    el("p", { class: "alt", "aria-hidden": "true" }, picture.alt),
    el(
      "div",
      { class: "under" },
      el(
        "details",
        { class: "data", open: picture.listed },
        el(
          "summary",
          {},
          picture.listed ? "List" : "Table",
          el("span", { class: "off" }, `: the data behind ${picture.title}`),
        ),
        scrolling(picture.table, `Data behind figure ${count}`),
      ),
      el(
        "details",
        {},
        el("summary", {}, "Method and sources", el("span", { class: "off" }, ` of ${picture.title}`)),
        el("p", {}, picture.method),
        sourcesHtml(picture.sources),
      ),
      el("p", { class: "take" }, csvLink(picture.table, picture.id), " ", svgLink),
    ),
  );
}

/** A table that stands for itself. */
export function tableFigure(table: Table, count: number): Markup {
  return el(
    "div",
    { class: "table" },
    scrolling(table, `Table ${count}`),
    table.note === undefined ? undefined : el("p", { class: "alt" }, table.note),
    el("p", { class: "take" }, csvLink(table, anchorId(table.caption))),
  );
}
