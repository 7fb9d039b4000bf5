import { useMemo } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { sentencesOf } from "./read-evidence.ts";

/** The sentences of a document as a list: arrow keys move, Enter makes a statement of one. */
export function Sentences({
  source,
  id,
  onQuote,
}: {
  readonly source: Case;
  readonly id: string;
  readonly onQuote: (from: number, to: number) => void;
}) {
  const { t } = useTranslation();
  const text = source.texts[id] ?? "";
  const sentences = useMemo(() => sentencesOf(text), [text]);
  return (
    <details className="sentences">
      <summary>{t("read.byKeyboard")}</summary>
      <p>{t("read.sentenceHow")}</p>
      <ListBox
        aria-label={t("read.sentences")}
        selectionMode="none"
        onAction={(key) => {
          const sentence = sentences.find(({ from }) => from === key);
          if (sentence !== undefined) onQuote(sentence.from, sentence.to);
        }}
      >
        {sentences.map(({ from, to }) => (
          <ListBoxItem key={from} id={from} textValue={text.slice(from, to)}>
            <span dir="auto">{text.slice(from, to)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </details>
  );
}
