import { type Child, el, type Markup } from "../draw/markup.ts";
import { anchorId, leadsSomewhere } from "../report/link.ts";
import { alignOf, type Cell, type Column, heading, shown, type Table } from "./table.ts";

function inside(cell: Cell, column: Column): Child {
  const text = shown(cell, column);
  if (typeof cell === "object" && leadsSomewhere(cell.to)) return el("a", { href: cell.to }, text);
  return text;
}

/** A table as HTML: a caption, heads with scope, the first cell of each row as its head. */
export function tableHtml(table: Table): Markup {
  const aligns = table.columns.map((column) => alignOf(column, table.rows));
  const kind = (i: number): string | undefined =>
    [
      aligns[i] === "end" ? "end" : "",
      table.columns[i].wide ? "wide" : "",
      table.columns[i].unit === "date" ? "date" : "",
    ]
      .filter((c) => c !== "")
      .join(" ") || undefined;
  const row = (cells: Table["rows"][number]): Markup => {
    const anchor = table.anchor === undefined ? undefined : cells[table.anchor];
    return el(
      "tr",
      { id: typeof anchor === "string" ? anchorId(anchor) : undefined },
      ...table.columns.map((column, i) =>
        el(
          i === 0 ? "th" : "td",
          { scope: i === 0 ? "row" : undefined, class: kind(i) },
          inside(cells[column.key], column),
        ),
      ),
    );
  };
  return el(
    "table",
    {},
    el("caption", {}, table.caption),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        ...table.columns.map((column, i) => el("th", { scope: "col", class: kind(i) }, heading(column))),
      ),
    ),
    el("tbody", {}, ...table.rows.map(row)),
  );
}
