import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Case, setDatum } from "../../case/index.ts";
import { readShelf, type Trouble, troubleOf, writeEdit } from "./case-edits.ts";
import { resemble } from "./fold.ts";
import { HeadTable } from "./head-table.tsx";
import { TroubleView } from "./read-statement.tsx";

/** A spelling that statements use, the actor it may mean, and the statements. */
interface Suggested {
  readonly said: string;
  readonly actor: Case["actors"][number];
  readonly statements: readonly string[];
}

/** Spellings of speakers that resemble an actor's name, and a way to make them one. */
export function Aliases({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const suggested = useMemo(() => suggestions(source), [source]);
  const [said, setSaid] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const merge = async ({ said: spelling, actor, statements }: Suggested): Promise<void> => {
    setTrouble(undefined);
    try {
      const shelf = await readShelf();
      const recoded = statements.reduce(
        (document, id) => setDatum(document, "statements", id, ["speaker"], actor.name),
        shelf.document,
      );
      const known = [...new Set([...(actor.aliases ?? []), spelling])];
      await writeEdit(shelf, setDatum(recoded, "actors", actor.id, ["aliases"], known));
      setSaid(t("aliases.merged", { said: spelling, actor: actor.name }));
      await client.invalidateQueries({ queryKey: ["case"] });
    } catch (problem) {
      setTrouble(troubleOf(problem));
    }
  };
  return (
    <details className="aliases">
      <summary>{t("aliases.title")}</summary>
      <p>{t("aliases.lead")}</p>
      <p role="status">{said}</p>
      {trouble !== undefined && <TroubleView trouble={trouble} />}
      {suggested.length === 0 ? (
        <p className="empty">{t("aliases.none")}</p>
      ) : (
        <HeadTable
          label={t("aliases.title")}
          heads={[t("aliases.said"), t("aliases.actor"), t("aliases.statements"), `.${t("aliases.merge")}`]}
        >
          {suggested.map((one) => (
            <tr key={`${one.said} ${one.actor.id}`}>
              <th scope="row" dir="auto">
                {one.said}
              </th>
              <td dir="auto">{one.actor.name}</td>
              <td className="number">{one.statements.length}</td>
              <td>
                <Button
                  aria-label={t("aliases.mergeOf", { said: one.said, actor: one.actor.name })}
                  onPress={() => void merge(one)}
                >
                  {t("aliases.merge")}
                </Button>
              </td>
            </tr>
          ))}
        </HeadTable>
      )}
    </details>
  );
}

function suggestions(source: Case): readonly Suggested[] {
  const names = new Set(source.actors.map(({ name }) => name));
  const spellings = new Map<string, string[]>();
  for (const { id, speaker } of source.statements) {
    if (speaker === undefined || names.has(speaker)) continue;
    spellings.set(speaker, [...(spellings.get(speaker) ?? []), id]);
  }
  return [...spellings].flatMap(([said, statements]) =>
    source.actors
      .filter(({ name, aliases = [], script }) =>
        [name, ...aliases, ...(script === undefined ? [] : [script])].some((one) => resemble(said, one)),
      )
      .map((actor) => ({ said, actor, statements })),
  );
}
