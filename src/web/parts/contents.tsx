import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Cell, Link, Part, Picture, Prose, Section, Table } from "../../show/index.ts";
import { csv, number, percent, standalone } from "../../show/index.ts";
import { Downloads } from "./downloads.tsx";

/** A section of the report as a part of a page. */
export const SectionView = memo(function SectionView({
  section,
  level = 2,
}: {
  readonly section: Section;
  readonly level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    // The engine writes English: so it is read, aloud too, on a page of any language.
    <section aria-labelledby={`section-${section.id}`} lang="en" dir="ltr">
      <Heading id={`section-${section.id}`}>{section.title}</Heading>
      <p className="lead">
        <Words text={section.lead} />
      </p>
      {section.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
        <PartView key={i} part={part} />
      ))}
    </section>
  );
});

export function PartView({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case "paragraph":
      return (
        <p>
          <Words text={part.text} />
        </p>
      );
    case "subheading":
      return <h3>{part.title}</h3>;
    case "items": {
      const List = part.numbered === true ? "ol" : "ul";
      return (
        <List>
          {part.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items never change their order
            <li key={i}>
              <Words text={item} />
            </li>
          ))}
        </List>
      );
    }
    case "callout":
      return (
        <aside className={`callout ${part.tone}`}>
          <strong>{part.title}</strong>
          <p>
            <Words text={part.text} />
          </p>
        </aside>
      );
    case "definition":
      return (
        <dl>
          <dt>{part.term}</dt>
          <dd>
            <Words text={part.text} />
          </dd>
        </dl>
      );
    case "narrative":
      return (
        <section className="narrative">
          <h3>{part.title}</h3>
          {part.lead !== undefined && (
            <p>
              <Words text={part.lead} />
            </p>
          )}
          <ol>
            {part.steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their order
              <li key={i}>
                <time dateTime={step.at}>{step.at}</time> <Words text={step.text} />
                {step.why !== undefined && (
                  <small>
                    {" "}
                    <Words text={step.why} />
                  </small>
                )}
              </li>
            ))}
          </ol>
        </section>
      );
    case "number": {
      const digits = part.digits ?? 2;
      const value =
        part.unit === "share" || part.unit === "probability"
          ? percent(part.value)
          : `${number(part.value, digits)}${part.unit === "" ? "" : ` ${part.unit}`}`;
      return (
        <div className="fact">
          <span className="label">{part.label}</span> <strong>{value}</strong>
          {part.note !== undefined && <p>{part.note}</p>}
        </div>
      );
    }
    case "picture":
      return <PictureView picture={part} />;
    case "table":
      return <TableView data={part} />;
  }
}

/** A picture with the data behind it, to look at and to take away. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const { t, i18n } = useTranslation();
  // A report that was written as data has no pictures, only what they show.
  const drawn = (picture.svg as string | undefined) !== undefined;
  return (
    <figure className="picture">
      <figcaption>{picture.title}</figcaption>
      {drawn && (
        // The engine writes its pictures itself, with every name escaped.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
        <div className="drawing" dir="ltr" dangerouslySetInnerHTML={{ __html: picture.svg }} />
      )}
      <details {...(picture.listed === true || !drawn ? { open: true } : {})}>
        <summary lang={i18n.language}>{t("table")}</summary>
        <TableView data={picture.table} />
      </details>
      <details>
        <summary lang={i18n.language}>{t("method")}</summary>
        <p>{picture.method}</p>
      </details>
      <Downloads
        name={picture.id}
        {...(drawn ? { svg: standalone(picture) } : {})}
        table={csv(picture.table)}
      />
    </figure>
  );
}

export function TableView({ data }: { readonly data: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
    <section className="table" aria-label={data.caption} tabIndex={0}>
      <table>
        <caption>{data.caption}</caption>
        <thead>
          <tr>
            {data.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={
                  data.rows.some((row) => typeof row[column.key] === "number") ? "number" : undefined
                }
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their order
            <tr key={i}>
              {data.columns.map((column) => (
                <td
                  key={column.key}
                  className={
                    typeof row[column.key] === "number" ? "number" : column.wide === true ? "wide" : undefined
                  }
                >
                  <CellView value={row[column.key]} unit={column.unit} digits={column.digits} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellView({
  value,
  unit,
  digits,
}: {
  readonly value: Cell;
  readonly unit: string | undefined;
  readonly digits: number | undefined;
}) {
  const { t } = useTranslation();
  if (value === undefined || value === null) return "–";
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") {
    return unit === "share" || unit === "probability" ? percent(value, digits) : number(value, digits);
  }
  return typeof value === "string" ? value : <Leading link={value} />;
}

function Words({ text }: { readonly text: Prose }) {
  if (typeof text === "string") return text;
  return text.map((piece, i) => {
    if (typeof piece === "string") return piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: words never change their order
    if ("strong" in piece) return <strong key={i}>{piece.strong}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: words never change their order
    return <Leading key={i} link={piece} />;
  });
}

function Leading({ link }: { readonly link: Link }) {
  const { text, to } = link;
  if (/^https?:/.test(to)) {
    return (
      <a href={to} rel="noreferrer noopener" target="_blank">
        {text}
      </a>
    );
  }
  return <span>{text}</span>;
}
