import { structuredPatch } from "diff";

/** The lines that differ, with two around them: taken out with −, put in with +. */
export function LinesApart({
  file,
  before,
  after,
}: {
  readonly file: string;
  /** Nothing where there was, or is, no file. */
  readonly before: string | null;
  readonly after: string | null;
}) {
  const { hunks } = structuredPatch(file, file, before ?? "", after ?? "", "", "", { context: 2 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: lines that scroll must be reached by the keyboard
    <pre className="patch" dir="ltr" tabIndex={0}>
      <span className="hunk">{`${file}\n`}</span>
      {hunks.map((hunk) => (
        <span key={hunk.newStart}>
          <span className="hunk">{`@@ ${hunk.oldStart} → ${hunk.newStart} @@\n`}</span>
          {hunk.lines.map((line, i) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: lines never change their order
              key={i}
              className={line.startsWith("+") ? "put" : line.startsWith("-") ? "out" : undefined}
            >
              {`${line}\n`}
            </span>
          ))}
        </span>
      ))}
    </pre>
  );
}
