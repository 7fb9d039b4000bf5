import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type At, offsetOf, placeOf } from "./file-places.ts";

/** So many lines stay above the caret where it is put somewhere. */
const ABOVE = 4;

/** The text of a file with its line numbers, and where the caret is. */
export function FileText({
  area,
  file,
  text,
  fixed,
  onText,
  onSave,
}: {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly file: string;
  readonly text: string;
  /** It cannot be changed now. */
  readonly fixed: boolean;
  readonly onText: (text: string) => void;
  readonly onSave: () => void;
}) {
  const { t } = useTranslation();
  const gutter = useRef<HTMLPreElement>(null);
  const [caret, setCaret] = useState<At>({ line: 1, column: 1 });
  const lines = useMemo(() => text.split("\n").length, [text]);
  const numbers = useMemo(() => Array.from({ length: lines }, (_, i) => i + 1).join("\n"), [lines]);
  const look = (): void => {
    const { current } = area;
    if (current !== null) setCaret(placeOf(current.value, current.selectionEnd));
  };
  // The browser tells of a caret that moved in any way: by key, by click, or from here.
  useEffect(() => {
    const moved = (): void => {
      if (document.activeElement === area.current) look();
    };
    document.addEventListener("selectionchange", moved);
    return () => document.removeEventListener("selectionchange", moved);
  });
  const press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    onSave();
  };
  return (
    <>
      <div className="file-text" dir="ltr">
        <pre ref={gutter} aria-hidden="true">
          {numbers}
        </pre>
        <textarea
          ref={area}
          aria-label={t("files.text", { file })}
          aria-describedby="file-keys"
          aria-keyshortcuts="Control+S"
          dir="ltr"
          lang="en"
          wrap="off"
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          autoComplete="off"
          readOnly={fixed}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={press}
          onSelect={look}
          onScroll={(event) => {
            if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <p className="file-foot">
        <span className="caret">{t("files.caret", { ...caret })}</span>
        <small id="file-keys">{t("files.keys")}</small>
      </p>
    </>
  );
}

/** Puts the caret at a place of the text, and the place where it is seen. */
export function putCaret(area: HTMLTextAreaElement, at: At): void {
  const offset = offsetOf(area.value, at);
  area.focus();
  area.setSelectionRange(offset, offset);
  const { line } = placeOf(area.value, offset);
  area.scrollTop = (line - 1 - ABOVE) * Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollLeft = 0;
}
