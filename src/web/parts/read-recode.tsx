import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Statement, setDatum } from "../../case/index.ts";
import { readShelf, type Trouble, troubleOf, writeEdit } from "./case-edits.ts";
import { KINDS } from "./read-document.tsx";
import { TroubleView } from "./read-statement.tsx";

/** Codes all statements shown anew, after a look at what would change. */
export function Recode({ statements }: { readonly statements: readonly Statement[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [field, setField] = useState<"kind" | "speaker" | "hedge">("kind");
  const [value, setValue] = useState("fact");
  const [said, setSaid] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const changing = statements.filter((statement) => (statement[field] ?? "") !== value);
  const apply = async (): Promise<void> => {
    setTrouble(undefined);
    try {
      const shelf = await readShelf();
      const changed = changing.reduce(
        (document, { id }) => setDatum(document, "statements", id, [field], value || undefined),
        shelf.document,
      );
      await writeEdit(shelf, changed);
      setSaid(t("read.recoded", { count: changing.length }));
      await client.invalidateQueries({ queryKey: ["case"] });
    } catch (problem) {
      setTrouble(troubleOf(problem));
    }
  };
  return (
    <details className="recode">
      <summary>{t("read.recode")}</summary>
      <div className="filters">
        <label>
          {t("read.field")}{" "}
          <select
            value={field}
            onChange={(event) => {
              const next = event.target.value as typeof field;
              setField(next);
              setValue(next === "kind" ? "fact" : "");
            }}
          >
            <option value="kind">{t("read.type")}</option>
            <option value="speaker">{t("read.saysWho")}</option>
            <option value="hedge">{t("read.hedge")}</option>
          </select>
        </label>
        {field === "kind" ? (
          <label>
            {t("read.becomes")}{" "}
            <select value={value} onChange={(event) => setValue(event.target.value)}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`read.kind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label>
            {t("read.becomes")} <input value={value} onChange={(event) => setValue(event.target.value)} />
          </label>
        )}
        <Button isDisabled={changing.length === 0} onPress={() => void apply()}>
          {t("read.recodeThese", { count: changing.length })}
        </Button>
      </div>
      <p role="status">{said}</p>
      {trouble !== undefined && <TroubleView trouble={trouble} />}
      <ul className="preview" aria-label={t("read.preview")}>
        {changing.map((statement) => (
          <li key={statement.id}>
            <code>{statement.id}</code>: <del>{statement[field] ?? "–"}</del> → <ins>{value || "–"}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}
