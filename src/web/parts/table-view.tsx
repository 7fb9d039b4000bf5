import { useTranslation } from "react-i18next";
import { alignOf, anchorId, type Column, heading, type Row, shown, type Table } from "../../show/index.ts";
import { Measured } from "./measured.tsx";
import { Leading } from "./words-view.tsx";

/** A table of the report: heads with units and help, rows that can be led to, and its note. */
export function TableView({ data }: { readonly data: Table }) {
  const { columns, rows, anchor, note } = data;
  const looks = columns.map((column) => lookOf(column, rows));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard */}
      <section className="table" aria-label={data.caption} tabIndex={0}>
        <table>
          <caption>{data.caption}</caption>
          <thead>
            <tr>
              {columns.map((column, c) => (
                <th key={column.key} scope="col" className={looks[c]}>
                  <Measured name={heading(column)} measure={column.measure} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their order
              <tr key={i} id={idOf(row, anchor)}>
                {columns.map((column, c) => (
                  <td key={column.key} className={looks[c]}>
                    <CellView row={row} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {note !== undefined && <p className="note">{note}</p>}
    </>
  );
}

/** Numbers stand at the end, long text may take the room that is left. */
function lookOf(column: Column, rows: readonly Row[]): string | undefined {
  if (alignOf(column, rows) === "end") return "number";
  if (column.wide === true) return "wide";
  return column.unit === "date" ? "date" : undefined;
}

function idOf(row: Row, anchor: string | undefined): string | undefined {
  const value = anchor === undefined ? undefined : row[anchor];
  return typeof value === "string" ? anchorId(value) : undefined;
}

function CellView({ row, column }: { readonly row: Row; readonly column: Column }) {
  const { t } = useTranslation();
  const value = row[column.key];
  // A report that was read from a file has null for what is absent.
  if (value === undefined || value === null) return "–";
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "object") return <Leading link={value} />;
  const text = shown(value, column);
  const measure = column.measureOf === undefined ? undefined : row[column.measureOf];
  return <Measured name={text} measure={typeof measure === "string" ? measure : undefined} />;
}
