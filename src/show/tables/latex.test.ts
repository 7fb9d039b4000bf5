import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeLatex, tableLatex } from "./latex.ts";
import { table } from "./table.ts";

/** Reads what LaTeX would print: the commands that may occur, by hand; anything else that is special is a fault. */
function printed(latex: string): string {
  const symbols: { readonly [command: string]: string } = {
    textbackslash: "\\",
    textasciitilde: "~",
    textasciicircum: "^",
    textless: "<",
    textgreater: ">",
    textbar: "|",
    textquotedbl: '"',
    textasciigrave: "`",
    textendash: "–",
    textemdash: "—",
    dots: "…",
  };
  const maths: { readonly [inside: string]: string } = { "-": "−", "\\times": "×", "\\surd": "√" };
  let text = "";
  for (let at = 0; at < latex.length; ) {
    const rest = latex.slice(at);
    const command = /^\\([a-z]+)\{\}/.exec(rest);
    const letter = /^\\([{}&%$#_])/.exec(rest);
    const math = /^\$([^$]+)\$/.exec(rest);
    if (command !== null && command[1] in symbols) text += symbols[command[1]];
    else if (letter !== null) text += letter[1];
    else if (math !== null && math[1] in maths) text += maths[math[1]];
    else if (rest.startsWith("{}")) text += "";
    else if (/^[\\{}&%$#_~^]/.test(rest)) throw new Error(`unescaped: ${rest.slice(0, 12)}`);
    else text += rest[0];
    at += (command ?? letter ?? math ?? [rest.startsWith("{}") ? "{}" : rest[0]])[0].length;
  }
  return text;
}

describe("text for LaTeX", () => {
  it.each([
    ["50% of R&D costs $5_000 #1", "50\\% of R\\&D costs \\$5\\_000 \\#1"],
    ["a\\b{c}", "a\\textbackslash{}b\\{c\\}"],
    ["x^2 ~ y", "x\\textasciicircum{}2 \\textasciitilde{} y"],
    ["−3 × 2", "$-$3 $\\times$ 2"],
    ["a---b", "a-{}-{}-b"],
    ["Newton's ''", "Newton's '{}'"],
    ["نوري المالكي", "نوري المالكي"],
  ])("writes %s by hand", (text, latex) => {
    expect(escapeLatex(text)).toBe(latex);
  });

  it("prints what it was given, whatever that is", () => {
    const nasty = fc.string({
      unit: fc.constantFrom(..."\\{}&%$#_~^<>|\"`'−×√–—…-ab1 [*é\n"),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 20 })), (text) => {
        const wanted = text.replace(/\s+/g, " ").replace(/\p{Cc}|\p{Cs}/gu, "");
        expect(printed(escapeLatex(text))).toBe(wanted);
      }),
    );
  });
});

describe("a table for LaTeX", () => {
  const written = tableLatex(
    table(
      "Shares & seats",
      [
        { key: "list", name: "List_1" },
        { key: "share", name: "Share", unit: "share" },
        { key: "words", name: "Words", wide: true },
      ],
      [
        { list: "[A]", share: 0.5, words: "so" },
        { list: "*", share: undefined, words: "100%" },
      ],
      { note: "Of 5% or more." },
    ),
  );

  it("has rules, alignment, an escaped caption, and a note", () => {
    expect(written.split("\n")).toEqual([
      "\\begin{table}",
      "\\centering",
      "\\caption{Shares \\& seats}",
      "\\begin{tabular}{lrp{0.3\\linewidth}}",
      "\\toprule",
      "List\\_1 & Share & Words \\\\",
      "\\midrule",
      "{}[A] & 50\\% & so \\\\",
      "{}* & \\textendash{} & 100\\% \\\\",
      "\\bottomrule",
      "\\end{tabular}",
      "\\par\\smallskip",
      "\\parbox{\\linewidth}{\\footnotesize Of 5\\% or more.}",
      "\\end{table}",
      "",
    ]);
  });

  it("has as many cells in every row as it has columns, whatever stands in them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (cells) => {
          const made = tableLatex(
            table(
              "T",
              cells.map((_, k) => ({ key: `k${k}`, name: `${k}` })),
              [Object.fromEntries(cells.map((cell, k) => [`k${k}`, cell]))],
            ),
          );
          const line = made.split("\n")[7];
          expect(line.endsWith(" \\\\")).toBe(true);
          expect(line.replaceAll(/\\./g, "").split("&")).toHaveLength(cells.length);
        },
      ),
    );
  });
});
