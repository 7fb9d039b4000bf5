import { alignOf, heading, shown, type Table } from "./table.ts";

const COMMANDS: { readonly [letter: string]: string } = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "&": "\\&",
  "%": "\\%",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  "\u2212": "$-$",
  "\u00d7": "$\\times$",
  "\u221a": "$\\surd$",
  "\u2013": "\\textendash{}",
  "\u2014": "\\textemdash{}",
  "\u2026": "\\dots{}",
};

/**
 * Text in which no letter is taken for a command of LaTeX: the ten special characters and those that change
 * with the font are written as commands, white space as single blanks, control characters as nothing.
 *
 * @example
 * ```ts
 * import { escapeLatex } from "tawazun/show";
 * escapeLatex("5% of P&L_1"); //=> "5\\% of P\\&L\\_1"
 * ```
 */
export function escapeLatex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}|\p{Cs}/gu, "")
    .replace(/[\\{}&%$#_~^<>|"`\u2212\u00d7\u221a\u2013\u2014\u2026]/g, (letter) => COMMANDS[letter])
    .replace(/-(?=-)/g, "-{}")
    .replace(/'(?=')/g, "'{}");
}

/**
 * A table as LaTeX in the form of the package booktabs, its caption above and its note below.
 *
 * @remarks Needs `booktabs` and `textcomp`; letters beyond ASCII stand as they are, in UTF-8. A row never
 * begins with a letter that `\\` would take as its own argument.
 * @example
 * ```ts
 * import { table, tableLatex } from "tawazun/show";
 * const seats = table("Seats", [{ key: "l", name: "List" }, { key: "n", name: "Seats" }], [{ l: "A & B", n: 8 }]);
 * tableLatex(seats).split("\n")[7]; //=> "A \\& B & 8 \\\\"
 * ```
 */
export function tableLatex(table: Table): string {
  const columns = table.columns.map((column) =>
    column.wide === true ? "p{0.3\\linewidth}" : alignOf(column, table.rows) === "end" ? "r" : "l",
  );
  const row = (cells: readonly string[]): string => {
    const line = cells.map(escapeLatex).join(" & ");
    return `${/^[[*]/.test(line) ? "{}" : ""}${line} \\\\`;
  };
  return [
    "\\begin{table}",
    "\\centering",
    `\\caption{${escapeLatex(table.caption)}}`,
    `\\begin{tabular}{${columns.join("")}}`,
    "\\toprule",
    row(table.columns.map(heading)),
    "\\midrule",
    ...table.rows.map((each) => row(table.columns.map((column) => shown(each[column.key], column)))),
    "\\bottomrule",
    "\\end{tabular}",
    ...(table.note === undefined
      ? []
      : ["\\par\\smallskip", `\\parbox{\\linewidth}{\\footnotesize ${escapeLatex(table.note)}}`]),
    "\\end{table}",
    "",
  ].join("\n");
}
