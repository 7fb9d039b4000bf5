import { type Child, el, type Markup } from "../draw/markup.ts";
import type { NumberFact } from "./contents.ts";
import { factRows } from "./fact-rows.ts";
import { howSure, unitText, valueText } from "./fact-words.ts";
import { leadsSomewhere } from "./link.ts";

/** The number, how sure it is, and in a disclosure how it was made and on what it rests. */
export function numberFactHtml(fact: NumberFact): Markup {
  const unit = unitText(fact);
  const rows = factRows(fact).flatMap(({ term, told, listed }): Child[] => {
    const words = told.map(({ text, url }) =>
      url !== undefined && leadsSomewhere(url) ? el("a", { href: url }, text) : text,
    );
    const items = listed
      ? [el("dd", {}, el("ul", {}, ...words.map((each) => el("li", {}, each))))]
      : words.map((each) => el("dd", {}, each));
    return [el("dt", {}, term), ...items];
  });
  return el(
    "div",
    { class: "fact", id: fact.id },
    el("p", { class: "label" }, fact.label),
    el(
      "p",
      { class: "value" },
      valueText(fact, fact.value),
      unit === "" ? undefined : el("span", { class: "unit" }, ` ${unit}`),
    ),
    el("p", { class: "sure" }, howSure(fact)),
    fact.note === undefined ? undefined : el("p", { class: "note" }, fact.note),
    el(
      "details",
      {},
      el("summary", {}, "How it was made", el("span", { class: "off" }, `: ${fact.label}`)),
      el("dl", {}, ...rows),
    ),
  );
}
