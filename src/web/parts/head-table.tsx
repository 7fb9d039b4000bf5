import type { ReactNode } from "react";

/** A table that scrolls within the page, with a head: rows are the caller's. A head that begins with "." is for ears alone. */
export function HeadTable({
  label,
  heads,
  caption = false,
  tall = false,
  children,
}: {
  readonly label: string;
  readonly heads: readonly string[];
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
              <th key={head} scope="col">
                {head.startsWith(".") ? <span className="off">{head.slice(1)}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
