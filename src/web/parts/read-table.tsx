import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { csv, table } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { ActorField } from "./actor-field.tsx";
import { Downloads } from "./downloads.tsx";
import { holds } from "./fold.ts";
import { KINDS } from "./read-document.tsx";
import { type Datum, isDraft, speakerOf } from "./read-evidence.ts";
import { Recode } from "./read-recode.tsx";

/** All statements of the case, filtered by words, actor and type; those that contradict each other are flagged. */
export function StatementTable({
  source,
  data,
  contradicting,
  onStatement,
}: {
  readonly source: Case;
  readonly data: readonly Datum[];
  readonly contradicting: ReadonlyMap<string, readonly string[]>;
  readonly onStatement: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [words, actor, kind, only] = ["find", "actor", "type", "only"].map((key) => chosen.get(key) ?? "");
  const names = useMemo(() => new Map(source.actors.map((one) => [one.id, one.name])), [source]);
  const rows = useMemo(() => {
    const ties = new Map<string, NonNullable<Datum["tie"]>[]>();
    for (const { tie, statements } of data) {
      if (tie === undefined) continue;
      for (const id of statements) ties.set(id, [...(ties.get(id) ?? []), tie]);
    }
    return source.statements.map((statement) => ({
      statement,
      speaker: speakerOf(source, statement),
      ties: ties.get(statement.id) ?? [],
    }));
  }, [source, data]);
  // Who is found under any of its names is found in what is said of it.
  const meant = useMemo(
    () =>
      new Set(
        words.trim().length < 3
          ? []
          : source.actors
              .filter(({ name, aliases = [], script = "" }) =>
                [name, ...aliases, script].some((one) => holds(one, words)),
              )
              .map(({ id }) => id),
      ),
    [source, words],
  );
  const shown = rows.filter(
    ({ statement, speaker, ties }) =>
      (holds(`${statement.quote} ${statement.id} ${speaker}`, words) ||
        ties.some(({ from, to }) => meant.has(from) || (to !== undefined && meant.has(to)))) &&
      (actor === "" ||
        speaker === names.get(actor) ||
        ties.some((tie) => tie.from === actor || tie.to === actor)) &&
      (kind === "" || (statement.kind ?? "fact") === kind) &&
      (only !== "contradictions" || contradicting.has(statement.id)) &&
      (only !== "drafts" || isDraft(statement)),
  );
  const inWords = (ties: readonly NonNullable<Datum["tie"]>[]): string =>
    ties
      .map(({ from, to, type, date }) =>
        [names.get(from) ?? from, type, to === undefined ? "" : (names.get(to) ?? to), date ?? ""]
          .filter((part) => part !== "")
          .join(" · "),
      )
      .join("; ");
  return (
    <section aria-labelledby="all-statements">
      <h2 id="all-statements">{t("read.all")}</h2>
      <div className="filters">
        <label>
          {t("read.find")}{" "}
          <input type="search" value={words} onChange={(event) => choose({ find: event.target.value })} />
        </label>
        <ActorField
          label={t("read.actor")}
          all={t("read.any")}
          source={source}
          value={actor}
          onChange={(id) => choose({ actor: id })}
        />
        <label>
          {t("read.type")}{" "}
          <select value={kind} onChange={(event) => choose({ type: event.target.value })}>
            <option value="">{t("read.any")}</option>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`read.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("read.only")}{" "}
          <select value={only} onChange={(event) => choose({ only: event.target.value })}>
            <option value="">{t("read.allOfThem")}</option>
            <option value="drafts">{t("read.drafts")}</option>
            <option value="contradictions">{t("read.contradictions")}</option>
          </select>
        </label>
      </div>
      <p role="status">{t("read.shown", { count: shown.length, of: rows.length })}</p>
      <section className="table statements" aria-label={t("read.all")} tabIndex={-1}>
        <table>
          <caption className="off">{t("read.all")}</caption>
          <thead>
            <tr>
              {["words", "type", "saysWho", "hedge", "says", "where"].map((key) => (
                <th key={key} scope="col">
                  {t(`read.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ statement, speaker, ties }) => (
              <tr key={statement.id}>
                <th scope="row">
                  <Button className="link" onPress={() => onStatement(statement.id)}>
                    <span dir="auto">{statement.quote}</span>
                  </Button>
                  {contradicting.has(statement.id) && (
                    <span role="img" aria-label={t("read.contradicts")} title={t("read.contradicts")}>
                      {" "}
                      ⚡
                    </span>
                  )}
                </th>
                <td>
                  {t(`read.kind.${statement.kind ?? "fact"}`)}
                  {isDraft(statement) && <strong> · {t("read.draft")}</strong>}
                </td>
                <td dir="auto">{speaker}</td>
                <td dir="auto">{statement.hedge}</td>
                <td>{inWords(ties)}</td>
                <td>
                  {statement.document}
                  {statement.line === undefined ? "" : `:${statement.line}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {contradicting.size > 0 && <p className="note">⚡ {t("read.contradictionHelp")}</p>}
      <Downloads
        name="statements"
        table={csv(
          table(
            t("read.all"),
            ["id", "document", "line", "kind", "speaker", "hedge", "quote", "says", "contradicts"].map(
              (key) => ({ key, name: key }),
            ),
            shown.map(({ statement, speaker, ties }) => ({
              ...{ id: statement.id, document: statement.document, line: statement.line },
              ...{ kind: statement.kind, speaker, hedge: statement.hedge, quote: statement.quote },
              says: inWords(ties),
              contradicts: contradicting.get(statement.id)?.join(" "),
            })),
          ),
        )}
      />
      <Recode statements={shown.map(({ statement }) => statement)} />
    </section>
  );
}
