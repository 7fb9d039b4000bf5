import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { addDatum, type Case } from "../../case/index.ts";
import { addressOf, go } from "../place.ts";
import { readShelf, type Trouble, troubleOf, writeEdit } from "./case-edits.ts";
import { freshId } from "./read-evidence.ts";
import { TroubleView } from "./read-statement.tsx";

/** The most that the server takes; said before a long text is sent. */
const LARGEST = 2_000_000;

/** A form that puts a text into the case: pasted or read from a file, shown as text, never as a page. */
export function AddDocument({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<Trouble>();
  const [added, setAdded] = useState<{ readonly id: string; readonly title: string }>();
  const form = useRef<HTMLFormElement>(null);
  const size = new TextEncoder().encode(text).length;
  const large = size > LARGEST || text.includes("\0");
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // Bytes that are no text become a mark that the form refuses, rather than letters that nobody wrote.
    const content = await file
      .slice(0, LARGEST + 1)
      .arrayBuffer()
      .then((bytes) => new TextDecoder("utf-8", { fatal: file.size <= LARGEST }).decode(bytes))
      .catch(() => "\0");
    setText(content);
    const title = form.current?.elements.namedItem("title");
    if (title instanceof HTMLInputElement && title.value === "")
      title.value = file.name.replace(/\.[^.]*$/, "");
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const value = (name: string): string => String(given.get(name) ?? "").trim();
    const title = value("title");
    setTrouble(undefined);
    setAdded(undefined);
    try {
      const shelf = await readShelf();
      const id = freshId(title, new Set(source.documents.map((one) => one.id)), "text");
      const file = `documents/${id}.md`;
      const optional = { author: value("author"), date: value("date"), language: value("language") };
      const item = {
        id,
        file,
        title,
        ...Object.fromEntries(Object.entries(optional).filter(([, word]) => word !== "")),
      };
      const named = addDatum(shelf.document, "documents", item);
      const whole = { ...named, changed: new Map([...named.changed, [file, `${text.trimEnd()}\n`]]) };
      await writeEdit(shelf, whole);
      await client.invalidateQueries({ queryKey: ["case"] });
      setAdded({ id, title });
      setText("");
      form.current?.reset();
    } catch (problem) {
      setTrouble(troubleOf(problem));
    }
  };
  return (
    <section aria-labelledby="add-document">
      <h2 id="add-document">{t("add.title")}</h2>
      <p>{t("add.lead")}</p>
      <form ref={form} className="fields" onSubmit={(event) => void submit(event)}>
        <label className="wide">
          {t("add.name")}
          <input name="title" required maxLength={200} />
        </label>
        <label>
          {t("add.author")}
          <input name="author" maxLength={200} />
        </label>
        <label>
          {t("add.date")}
          <input name="date" pattern="\d{4}(-\d{2}){0,2}" placeholder="2012-01-10" />
        </label>
        <label>
          {t("add.language")}
          <input name="language" maxLength={10} placeholder="en" />
        </label>
        <label>
          {t("add.file")}
          <input
            type="file"
            accept=".txt,.md,text/plain,text/markdown"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </label>
        <label className="wide whole">
          {t("add.text")}
          <textarea
            rows={6}
            required
            dir="auto"
            value={text.replaceAll("\0", "\uFFFD")}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <Button type="submit" isDisabled={large}>
          {t("add.it")}
        </Button>
        <p role="status">
          {added !== undefined && (
            <>
              {t("add.done", { title: added.title })}{" "}
              <a
                href={addressOf("read", { document: added.id })}
                onClick={(event) => {
                  event.preventDefault();
                  go(addressOf("read", { document: added.id }));
                }}
              >
                {t("add.open")}
              </a>
            </>
          )}
        </p>
      </form>
      {large && (
        <p role="alert" className="callout caution">
          {text.includes("\0") ? t("add.noText") : t("add.large", { size: (size / 1_000_000).toFixed(1) })}
        </p>
      )}
      {trouble !== undefined && <TroubleView trouble={trouble} />}
    </section>
  );
}
