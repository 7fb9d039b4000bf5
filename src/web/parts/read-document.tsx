import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { lineStarts, type Span } from "./read-evidence.ts";
import { caretAt, offsetIn, paint } from "./read-highlights.ts";

export const KINDS = ["fact", "tie", "event", "claim", "forecast"] as const;

/** A document with the words that statements quote marked; the chosen ones are a real mark. */
export function DocumentText({
  source,
  id,
  spans,
  active,
  onChoose,
  onQuote,
}: {
  readonly source: Case;
  readonly id: string;
  readonly spans: readonly Span[];
  readonly active: ReadonlySet<string>;
  readonly onChoose: (statement: string) => void;
  readonly onQuote: (from: number, to: number) => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const [picked, setPicked] = useState<readonly [number, number]>();
  const about = source.documents.find((document) => document.id === id);
  const text = source.texts[id] ?? "";
  const lines = useMemo(() => {
    const starts = lineStarts(text);
    return starts.map((from, i) => ({
      from,
      text: text.slice(from, (starts[i + 1] ?? text.length + 1) - 1),
    }));
  }, [text]);
  const marked = spans.filter((span) => active.has(span.statement));

  useEffect(() => {
    if (box.current === null) return undefined;
    const kinds = new Map(source.statements.map(({ id: statement, kind }) => [statement, kind ?? "fact"]));
    const shown = spans.filter((span) => !active.has(span.statement));
    if (active.size > 0) box.current.querySelector("mark")?.scrollIntoView({ block: "nearest" });
    return paint(box.current, KINDS, shown, ({ statement }) => kinds.get(statement) ?? "fact");
  }, [source, spans, active]);

  useEffect(() => {
    const look = (): void => {
      const selection = getSelection();
      if (box.current === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) {
        setPicked(undefined);
        return;
      }
      const range = selection.getRangeAt(0);
      const from = offsetIn(box.current, range.startContainer, range.startOffset);
      const to = offsetIn(box.current, range.endContainer, range.endOffset);
      setPicked(from === undefined || to === undefined || from >= to ? undefined : [from, to]);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  const click = (event: MouseEvent): void => {
    if (box.current === null || getSelection()?.isCollapsed === false) return;
    const at = caretAt(box.current, event.clientX, event.clientY);
    if (at === undefined) return;
    const under = spans.filter((span) => span.from <= at && at < span.to);
    const [shortest] = under.sort((a, b) => a.to - a.from - (b.to - b.from));
    if (shortest !== undefined) onChoose(shortest.statement);
  };

  return (
    <div className="reader">
      <div className="picked" data-shown={picked !== undefined}>
        {picked === undefined ? (
          <small>{t("read.howTo")}</small>
        ) : (
          <Button onPress={() => onQuote(picked[0], picked[1])}>{t("read.fromWords")}</Button>
        )}
      </div>
      {/* Clicks are a short cut: the list of statements does the same by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <article
        ref={box}
        className="document"
        aria-label={about?.title ?? id}
        lang={about?.language}
        dir="auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by the keyboard
        tabIndex={0}
        onClick={click}
      >
        {lines.map((line) => (
          <p key={line.from} data-from={line.from} className={/^#/.test(line.text) ? "heading" : undefined}>
            <Marked line={line} spans={marked} />
          </p>
        ))}
      </article>
      <ul className="kinds" aria-label={t("read.kinds")}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className={`swatch ${kind}`}>{t(`read.kind.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A line with the chosen words in it as marks; spans that overlap are one mark. */
function Marked({
  line,
  spans,
}: {
  readonly line: { readonly from: number; readonly text: string };
  readonly spans: readonly Span[];
}) {
  const pieces: Piece[] = [];
  let done = 0;
  for (const span of spans) {
    const from = Math.max(done, span.from - line.from);
    const to = Math.min(line.text.length, span.to - line.from);
    if (from >= to) continue;
    pieces.push(line.text.slice(done, from), { mark: line.text.slice(from, to), at: from });
    done = to;
  }
  pieces.push(line.text.slice(done));
  const hashes = /^#+\s/.exec(line.text)?.[0];
  const [first] = pieces;
  if (hashes !== undefined && typeof first === "string" && first.startsWith(hashes)) {
    return (
      <>
        <span className="hashes">{hashes}</span>
        <Pieces pieces={[first.slice(hashes.length), ...pieces.slice(1)]} />
      </>
    );
  }
  return <Pieces pieces={pieces} />;
}

type Piece = string | { readonly mark: string; readonly at: number };

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece) =>
    typeof piece === "string" ? piece : <mark key={piece.at}>{piece.mark}</mark>,
  );
}
