import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Case, removeDatum, type Statement, setDatum } from "../../case/index.ts";
import { readShelf, type Trouble, troubleOf, writeEdit } from "./case-edits.ts";
import { confirmedNote, type Datum, isDraft, speakerOf } from "./read-evidence.ts";

/** The chosen statement: what it says, the data it supports, and what can be done with it. */
export function StatementPanel({
  source,
  statement,
  data,
  contradicts,
  onDatum,
  onStatement,
  onMend,
  onGone,
}: {
  readonly source: Case;
  readonly statement: Statement;
  readonly data: readonly Datum[];
  readonly contradicts: readonly string[];
  readonly onDatum: (key: string) => void;
  readonly onStatement: (id: string) => void;
  readonly onMend: () => void;
  readonly onGone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<Trouble>();
  const supports = data.filter((datum) => datum.statements.includes(statement.id));
  const draft = isDraft(statement);

  const act = async (what: "confirm" | "reject"): Promise<void> => {
    setTrouble(undefined);
    try {
      const shelf = await readShelf();
      const changed =
        what === "reject"
          ? removeDatum(shelf.document, "statements", statement.id)
          : setDatum(shelf.document, "statements", statement.id, ["note"], confirmedNote(statement));
      await writeEdit(shelf, changed);
      if (what === "reject") onGone();
      await client.invalidateQueries({ queryKey: ["case"] });
    } catch (problem) {
      setTrouble(troubleOf(problem));
    }
  };

  return (
    <section className="statement" aria-labelledby="statement-title">
      <h2 id="statement-title">{t("read.statement")}</h2>
      <blockquote dir="auto">{statement.quote}</blockquote>
      <dl>
        <dt>{t("read.type")}</dt>
        <dd>
          {t(`read.kind.${statement.kind ?? "fact"}`)}
          {draft && <strong className="draft"> · {t("read.draft")}</strong>}
        </dd>
        <dt>{t("read.saysWho")}</dt>
        <dd dir="auto">{speakerOf(source, statement)}</dd>
        {statement.hedge !== undefined && (
          <>
            <dt>{t("read.hedge")}</dt>
            <dd dir="auto">{statement.hedge}</dd>
          </>
        )}
        {statement.note !== undefined && (
          <>
            <dt>{t("read.note")}</dt>
            <dd dir="auto">{statement.note}</dd>
          </>
        )}
        <dt>{t("read.id")}</dt>
        <dd>
          <code>{statement.id}</code>
        </dd>
      </dl>
      {contradicts.length > 0 && (
        <div className="callout contradiction">
          <strong>{t("read.contradicts")}</strong>
          <ul>
            {contradicts.map((id) => (
              <li key={id}>
                <Button className="link" onPress={() => onStatement(id)}>
                  {source.statements.find((one) => one.id === id)?.quote ?? id}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h3>{t("read.supports", { count: supports.length })}</h3>
      {supports.length === 0 ? (
        <p>{t("read.supportsNothing")}</p>
      ) : (
        <ul className="supports">
          {supports.map((datum) => (
            <li key={datum.key}>
              <small>{datum.section}</small>{" "}
              <Button className="link" onPress={() => onDatum(datum.key)}>
                {datum.label}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="deeds">
        {draft && <Button onPress={() => void act("confirm")}>{t("read.confirm")}</Button>}
        <Button onPress={onMend}>{t("read.mend")}</Button>
        <Button onPress={() => void act("reject")}>{t(draft ? "read.reject" : "read.remove")}</Button>
      </div>
      {trouble !== undefined && <TroubleView trouble={trouble} />}
    </section>
  );
}

/** Why an edit was not made, in the server's words. */
export function TroubleView({ trouble, again }: { readonly trouble: Trouble; readonly again?: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="callout caution">
      <strong>{t(trouble.conflict ? "edit.conflict" : "edit.refused")}</strong>
      <p className="lines">{trouble.message}</p>
      {trouble.conflict && again !== undefined && <Button onPress={again}>{t("edit.readAgain")}</Button>}
    </div>
  );
}
