import type { ReactNode } from "react";
import { Measured } from "./measured.tsx";

/** The head of a column: words, or words with the measure whose numbers stand under it. */
export type ColumnHead =
  | string
  | { readonly name: string; readonly measure?: string; readonly number?: boolean };

/** A table that scrolls within the page, with a head: rows are the caller's. A head that begins with "." is for ears alone. */
export function HeadTable({
  label,
  heads,
  caption = false,
  tall = false,
  children,
}: {
  readonly label: string;
  readonly heads: readonly ColumnHead[];
  /** Whether the label stands above the table too. */
  readonly caption?: boolean;
  /** Whether it scrolls up and down in its own frame. */
  readonly tall?: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
    <section className={tall ? "table tall" : "table"} aria-label={label} tabIndex={0}>
      <table>
        {caption && <caption>{label}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <HeadCell key={typeof head === "string" ? head : head.name} head={head} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

function HeadCell({ head }: { readonly head: ColumnHead }) {
  const { name, measure, number }: Exclude<ColumnHead, string> =
    typeof head === "string" ? { name: head } : head;
  return (
    <th scope="col" className={number ? "number" : undefined}>
      {name.startsWith(".") ? (
        <span className="off">{name.slice(1)}</span>
      ) : (
        <Measured name={name} measure={measure} />
      )}
    </th>
  );
}
