import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { PageProps } from "../app.tsx";
import { AddDocument } from "../parts/add-document.tsx";
import { Aliases } from "../parts/read-aliases.tsx";
import { DocumentText } from "../parts/read-document.tsx";
import { contradictions, dataOf, isDraft, lineStarts, spansOf } from "../parts/read-evidence.ts";
import { StatementForm } from "../parts/read-form.tsx";
import { Sentences } from "../parts/read-sentences.tsx";
import { StatementPanel } from "../parts/read-statement.tsx";
import { StatementTable } from "../parts/read-table.tsx";
import { choose, usePlace } from "../place.ts";
import "../read.css";

const Derive = lazy(() => import("../parts/read-derive.tsx"));
const MergeActors = lazy(() => import("../parts/merge-actors.tsx"));

/** The documents of the case, what their words support, and how to make and mend statements. */
export default function Read({ answer }: PageProps) {
  const { t } = useTranslation();
  const source = answer.case;
  return (
    <>
      <h1>{t("page.read")}</h1>
      {source === null || source.documents.length === 0 ? (
        <p className="empty">{t("read.noDocuments")}</p>
      ) : (
        <Desk source={source} />
      )}
      {source !== null && (
        <>
          <Derived source={source} />
          <Suspense fallback={<p role="status">{t("loading")}</p>}>
            <MergeActors source={source} />
          </Suspense>
          <AddDocument source={source} />
        </>
      )}
    </>
  );
}

/** The derived network, worked out once somebody wants it. */
function Derived({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const wanted = usePlace().chosen.get("derive") === "1";
  return (
    <details
      className="derived"
      open={wanted}
      onToggle={(event) => choose({ derive: event.currentTarget.open ? "1" : undefined })}
    >
      <summary>{t("derive.title")}</summary>
      {wanted && (
        <Suspense fallback={<p role="status">{t("loading")}</p>}>
          <Derive source={source} />
        </Suspense>
      )}
    </details>
  );
}

interface Coding {
  readonly document: string;
  readonly quote: string;
  readonly line: number;
  /** The statement that is mended, if it is not a new one. */
  readonly mends?: string;
}

function Desk({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [coding, setCoding] = useState<Coding>();
  const data = useMemo(() => dataOf(source), [source]);
  const contradicting = useMemo(() => contradictions(source, data), [source, data]);
  const statement = source.statements.find((one) => one.id === chosen.get("statement"));
  const datum = data.find((one) => one.key === chosen.get("datum"));
  const document =
    statement?.document ??
    (source.documents.find((one) => one.id === chosen.get("document")) ?? source.documents[0]).id;
  const spans = useMemo(() => spansOf(source, document), [source, document]);
  const active = useMemo(
    () => new Set([...(statement === undefined ? [] : [statement.id]), ...(datum?.statements ?? [])]),
    [statement, datum],
  );
  const toStatement = (id: string): void => {
    setCoding(undefined);
    choose({ statement: id, datum: undefined, document: undefined });
  };
  const toDatum = (key: string): void => {
    const found = data.find((one) => one.key === key);
    choose({ datum: key, statement: found?.statements[0] ?? statement?.id });
  };
  const code = (from: number, to: number): void => {
    const text = source.texts[document] ?? "";
    const words = text.slice(from, to);
    const begin = from + (words.length - words.trimStart().length);
    const line = lineStarts(text).filter((start) => start <= begin).length;
    setCoding({ document, quote: words.trim(), line });
  };
  const drafts = source.statements.filter(isDraft);
  return (
    <>
      <div className="filters">
        <label>
          {t("read.document")}{" "}
          <select
            value={document}
            onChange={(event) =>
              choose({ document: event.target.value, statement: undefined, datum: undefined })
            }
          >
            {source.documents.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("read.goTo")}{" "}
          <select
            value={statement?.id ?? ""}
            onChange={(event) => choose({ statement: event.target.value, datum: undefined, document })}
          >
            <option value="">–</option>
            {spans.map(({ statement: id }) => (
              <option key={id} value={id}>
                {clipped(source.statements.find((one) => one.id === id)?.quote ?? id)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("read.goToDatum")}{" "}
          <select value={datum?.key ?? ""} onChange={(event) => toDatum(event.target.value)}>
            <option value="">–</option>
            {[...new Set(data.map((one) => one.section))].map((section) => (
              <optgroup key={section} label={section}>
                {data
                  .filter((one) => one.section === section)
                  .map((one) => (
                    <option key={one.key} value={one.key}>
                      {clipped(one.label)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
      </div>
      {drafts.length > 0 && (
        <p>
          <a href="?only=drafts#all-statements">{t("read.waiting", { count: drafts.length })}</a>
        </p>
      )}
      <div className="desk">
        <div>
          <DocumentText
            source={source}
            id={document}
            spans={spans}
            active={active}
            onChoose={toStatement}
            onQuote={code}
          />
          <Sentences source={source} id={document} onQuote={code} />
        </div>
        <aside aria-label={t("read.beside")}>
          {coding !== undefined ? (
            <StatementForm
              key={`${coding.quote} ${coding.mends}`}
              source={source}
              words={coding}
              statement={source.statements.find((one) => one.id === coding.mends)}
              onDone={toStatement}
              onCancel={() => setCoding(undefined)}
            />
          ) : statement === undefined ? (
            <p className="empty">{t("read.chooseWords")}</p>
          ) : (
            <>
              {datum !== undefined && (
                <p role="status">
                  {t("read.wordsOf", { what: datum.label, count: datum.statements.length })}
                </p>
              )}
              <StatementPanel
                key={statement.id}
                source={source}
                statement={statement}
                data={data}
                contradicts={contradicting.get(statement.id) ?? []}
                onDatum={toDatum}
                onStatement={toStatement}
                onMend={() =>
                  setCoding({
                    document: statement.document,
                    quote: statement.quote,
                    line: statement.line ?? 1,
                    mends: statement.id,
                  })
                }
                onGone={() => choose({ statement: undefined, datum: undefined, document })}
              />
            </>
          )}
        </aside>
      </div>
      <StatementTable source={source} data={data} contradicting={contradicting} onStatement={toStatement} />
      <Aliases source={source} />
    </>
  );
}

function clipped(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
