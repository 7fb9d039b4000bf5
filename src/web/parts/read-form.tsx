import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case, Statement } from "../../case/index.ts";
import { readShelf, type Shelf, type Trouble, troubleOf, writeEdit } from "./case-edits.ts";
import { KINDS } from "./read-document.tsx";
import { type Filled, filledFrom, isWhole, written } from "./read-fill.ts";
import { TroubleView } from "./read-statement.tsx";
import { TieFields } from "./read-tie-fields.tsx";

/** Words turned into a statement, and into the event or tie that it supports; or a statement that is mended. */
export function StatementForm({
  source,
  words,
  statement,
  onDone,
  onCancel,
}: {
  readonly source: Case;
  /** The words chosen, and the document they stand in. */
  readonly words: { readonly document: string; readonly quote: string; readonly line: number };
  /** The statement to mend; absent for a new one. */
  readonly statement?: Statement | undefined;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [filled, setFilled] = useState<Filled>(() => filledFrom(source, words, statement));
  const [shelf, setShelf] = useState<Shelf>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const read = (): void => {
    setTrouble(undefined);
    setShelf(undefined);
    readShelf().then(setShelf, (problem: unknown) => setTrouble(troubleOf(problem)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the edit rests on is what stood there when it was begun
  useEffect(() => {
    read();
    first.current?.focus();
  }, []);
  const put = (changes: Partial<Filled>): void => setFilled((before) => ({ ...before, ...changes }));
  const stands = (source.texts[words.document] ?? "").includes(filled.quote) && filled.quote !== "";

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (shelf === undefined || busy || !stands || !isWhole(filled)) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const { changed, id } = written(shelf, source, words, filled, statement);
      await writeEdit(shelf, changed);
      await client.invalidateQueries({ queryKey: ["case"] });
      onDone(id);
    } catch (problem) {
      setTrouble(troubleOf(problem));
      setBusy(false);
    }
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onCancel();
  };
  const speakers = [
    ...new Set([
      ...source.statements.flatMap((one) => one.speaker ?? []),
      ...source.actors.map((actor) => actor.name),
    ]),
  ];
  const hedges = [...new Set(source.statements.flatMap((one) => one.hedge ?? []))];

  return (
    <form
      className="coding"
      aria-labelledby="form-title"
      onSubmit={(event) => void save(event)}
      onKeyDown={leave}
    >
      <h2 id="form-title">{t(statement === undefined ? "read.newStatement" : "read.mendStatement")}</h2>
      <label>
        {t("read.type")}
        <select
          ref={first}
          value={filled.kind}
          onChange={(event) => put({ kind: event.target.value as Filled["kind"] })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`read.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("read.words")}
        <textarea
          dir="auto"
          rows={3}
          value={filled.quote}
          aria-invalid={!stands}
          aria-describedby={stands ? undefined : "no-such-words"}
          onChange={(event) => put({ quote: event.target.value })}
        />
      </label>
      {!stands && (
        <p id="no-such-words" role="alert">
          {t("read.noSuchWords")}
        </p>
      )}
      <label>
        {t("read.saysWho")}
        <input
          list="speakers"
          value={filled.speaker}
          placeholder={source.documents.find((one) => one.id === words.document)?.author}
          onChange={(event) => put({ speaker: event.target.value })}
        />
      </label>
      <datalist id="speakers">
        {speakers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label>
        {t("read.hedge")}
        <input list="hedges" value={filled.hedge} onChange={(event) => put({ hedge: event.target.value })} />
      </label>
      <datalist id="hedges">
        {hedges.map((hedge) => (
          <option key={hedge} value={hedge} />
        ))}
      </datalist>
      {statement === undefined && <TieFields source={source} filled={filled} put={put} />}
      <label className="tick">
        <input
          type="checkbox"
          checked={filled.draft}
          onChange={(event) => put({ draft: event.target.checked })}
        />
        {t("read.asDraft")}
      </label>
      <div className="deeds">
        <Button type="submit" isDisabled={shelf === undefined || busy || !stands || !isWhole(filled)}>
          {t("read.save")}
        </Button>
        <Button onPress={onCancel}>{t("read.cancel")}</Button>
      </div>
      {trouble !== undefined && <TroubleView trouble={trouble} again={read} />}
    </form>
  );
}
