import { memo } from "react";
import { useTranslation } from "react-i18next";
import { csv, type Part, type Picture, type Section, sourceText, standalone } from "../../show/index.ts";
import { Downloads } from "./downloads.tsx";
import { FactView } from "./fact-view.tsx";
import { Measured } from "./measured.tsx";
import { TableView } from "./table-view.tsx";
import { Leading, Words } from "./words-view.tsx";

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
    <section id={section.id} aria-labelledby={`section-${section.id}`} lang="en" dir="ltr">
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
    case "number":
      return <FactView fact={part} />;
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
  // Of a picture of several measures, each has its mark in the head of the data.
  const measures = [...new Set(picture.table.columns.flatMap(({ measure }) => measure ?? []))];
  return (
    <figure className="picture" id={picture.id}>
      <figcaption>
        <Measured
          name={picture.title}
          measure={picture.measure ?? (measures.length === 1 ? measures[0] : undefined)}
        />
      </figcaption>
      {drawn && (
        // The engine writes its pictures itself, with every name escaped.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
        <div className="drawing" dir="ltr" dangerouslySetInnerHTML={{ __html: picture.svg }} />
      )}
      <div className="tools">
        <details {...(picture.listed === true || !drawn ? { open: true } : {})}>
          <summary lang={i18n.language}>{t("table")}</summary>
          <TableView data={picture.table} />
        </details>
        <details>
          <summary lang={i18n.language}>{t("method")}</summary>
          <p>{picture.method}</p>
          {picture.sources?.length > 0 && (
            <ul>
              {picture.sources.map(sourceText).map(({ text, url }) => (
                <li key={text}>{url === undefined ? text : <Leading link={{ text, to: url }} />}</li>
              ))}
            </ul>
          )}
        </details>
        <Downloads
          name={picture.id}
          {...(drawn ? { svg: standalone(picture) } : {})}
          table={csv(picture.table)}
        />
      </div>
    </figure>
  );
}
