import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notWellFormed } from "../../../test/browser/xml.ts";
import { write } from "../draw/markup.ts";
import { csv } from "./csv.ts";
import { tableHtml } from "./html.ts";
import { tableMarkdown } from "./markdown.ts";
import { tablePlain, terminalWidth } from "./plain.ts";
import { table } from "./table.ts";

const seats = table(
  "Seats by list",
  [
    { key: "list", name: "List" },
    { key: "seats", name: "Seats" },
    { key: "share", name: "Share", unit: "share", digits: 1 },
    { key: "since", name: "Since", unit: "date" },
    { key: "mean", name: "Mean", unit: "deaths", digits: 1 },
  ],
  [
    { list: "State of Law", seats: 89, share: 89 / 325, since: "2009-10", mean: 1234.56 },
    { list: { text: "Gorran", to: "#gorran" }, seats: 8, share: 0.0246, since: undefined, mean: undefined },
  ],
);

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(undefined),
);
const anyTable = fc
  .tuple(fc.string(), fc.array(fc.record({ a: cell, b: cell, c: cell }), { maxLength: 6 }))
  .map(([caption, rows]) =>
    table(
      caption,
      [
        { key: "a", name: "A|<b>" },
        { key: "b", name: "B" },
        { key: "c", name: 'C"' },
      ],
      rows,
    ),
  );

describe("a table", () => {
  it("refuses two columns of one key", () => {
    const twice = () =>
      table(
        "x",
        [
          { key: "a", name: "A" },
          { key: "a", name: "B" },
        ],
        [],
      );
    expect(twice).toThrow("two columns");
  });

  describe("as CSV", () => {
    it("keeps numbers as they are and leaves absent cells empty", () => {
      expect(csv(seats)).toBe(
        [
          "List,Seats,Share (share),Since (date),Mean (deaths)",
          `State of Law,89,${89 / 325},2009-10,1234.56`,
          "Gorran,8,0.0246,,",
          "",
        ].join("\r\n"),
      );
    });

    it("is read back by another program as it was", () => {
      fc.assert(
        fc.property(anyTable, (made) => {
          const read: string[][] = parse(csv(made), {
            bom: false,
            record_delimiter: "\r\n",
            relax_column_count: false,
          });
          const told = made.rows.map((row) =>
            made.columns.map(({ key }) => {
              const value = row[key];
              const text = value === undefined ? "" : String(value);
              return typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
            }),
          );
          expect(read.slice(1)).toEqual(told);
        }),
      );
    });

    it("puts line ends, commas and quotes of data into quotes", () => {
      const made = table("x", [{ key: "a", name: "A" }], [{ a: "b\rc" }, { a: "d\ne" }, { a: 'f,"g"' }]);
      expect(csv(made)).toBe('A\r\n"b\rc"\r\n"d\ne"\r\n"f,""g"""\r\n');
    });

    it("keeps a spreadsheet from running a text as a formula", () => {
      const made = table("x", [{ key: "a", name: "A" }], [{ a: "=HYPERLINK(1)" }, { a: -3 }]);
      expect(csv(made)).toBe("A\r\n'=HYPERLINK(1)\r\n-3\r\n");
    });
  });

  describe("as HTML", () => {
    it("has a caption, heads with scope, numbers at the end, and links that lead somewhere", () => {
      const html = write(tableHtml(seats));
      expect(html).toContain("<caption>Seats by list</caption>");
      expect(html).toContain('<th scope="col">List</th>');
      expect(html).toContain('<th scope="row"><a href="#gorran">Gorran</a></th>');
      expect(html).toContain('<td class="end">27.4%</td>');
      expect(html).toContain('<td class="date">Oct 2009</td>');
    });

    it("shows an address that leads nowhere as plain text", () => {
      const made = table(
        "x",
        [{ key: "a", name: "A" }],
        [{ a: { text: "press", to: "javascript:alert(1)" } }],
      );
      expect(write(tableHtml(made))).not.toContain("href");
    });

    it("is well-formed whatever stands in it", () => {
      fc.assert(
        fc.property(anyTable, (made) => {
          expect(notWellFormed(write(tableHtml(made)))).toBeUndefined();
        }),
      );
    });
  });

  describe("as Markdown", () => {
    it("aligns numbers and shows shares as per cent", () => {
      expect(tableMarkdown(seats)).toBe(
        [
          "**Seats by list**",
          "",
          "| List | Seats | Share | Since | Mean (deaths) |",
          "| --- | ---: | ---: | --- | ---: |",
          "| State of Law | 89 | 27.4% | Oct 2009 | 1,234.6 |",
          "| [Gorran](<#gorran>) | 8 | 2.5% | – | – |",
          "",
        ].join("\n"),
      );
    });

    it("lets no letter of data become a tag or a further column", () => {
      fc.assert(
        fc.property(anyTable, (made) => {
          const lines = tableMarkdown(made).split("\n").slice(2, -1);
          expect(lines).toHaveLength(made.rows.length + 2);
          for (const line of lines) {
            expect(line).not.toContain("<");
            expect(line.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|")).toHaveLength(5);
          }
        }),
      );
    });
  });

  describe("for a terminal", () => {
    it("is aligned by spaces", () => {
      expect(tablePlain(seats)).toBe(
        [
          "Seats by list",
          "",
          "List          Seats  Share  Since     Mean (deaths)",
          "State of Law     89  27.4%  Oct 2009        1,234.6",
          "Gorran            8   2.5%  –                     –",
          "",
        ].join("\n"),
      );
    });

    it("is no wider than asked, and obeys nothing in the data", () => {
      const texts = fc.array(fc.record({ a: fc.string({ unit: "binary" }), b: fc.string(), c: fc.string() }));
      fc.assert(
        fc.property(texts, fc.integer({ min: 40, max: 100 }), (rows, width) => {
          const made = table(
            "x\u001b[31m",
            [
              { key: "a", name: "A" },
              { key: "b", name: "B" },
              { key: "c", name: "C" },
            ],
            rows,
          );
          const text = tablePlain(made, width);
          expect(text.replace(/\n/g, "")).not.toMatch(/\p{Cc}/u);
          for (const line of text.split("\n")) expect(terminalWidth(line)).toBeLessThanOrEqual(width);
        }),
      );
    });
  });
});
