import { useQuery } from "@tanstack/react-query";
import { structuredPatch } from "diff";
import { useTranslation } from "react-i18next";
import type { EditDone } from "../../desk/index.ts";
import { useCaseHash } from "../api.ts";
import { get } from "../client.ts";

/** What was edited in the workbench, newest first, line by line. */
export default function EditHistory() {
  const { t } = useTranslation();
  const hash = useCaseHash();
  const { data } = useQuery({
    queryKey: ["edits", hash],
    queryFn: () => get("/api/edits"),
    staleTime: 0,
  });
  if (data === undefined) return <p role="status">{t("loading")}</p>;
  if (data.length === 0) return <p className="empty">{t("edits.none")}</p>;
  return (
    <ol className="edits">
      {actsOf(data).map((edits) => (
        <li key={edits[0].act}>
          <details>
            <summary>
              <time dateTime={edits[0].at}>{edits[0].at.slice(0, 16).replace("T", " ")}</time>{" "}
              {edits.map((edit, i) => (
                <span key={edit.id}>
                  {i > 0 && ", "}
                  <code>{edit.file}</code>
                  {edit.before === null && ` ${t("edits.made")}`}
                  {edit.after === null && ` ${t("edits.gone")}`}
                </span>
              ))}{" "}
              {edits[0].undone && t("edits.undone")}
            </summary>
            {edits.map((edit) => (
              <Lines key={edit.id} edit={edit} />
            ))}
          </details>
        </li>
      ))}
    </ol>
  );
}

/** What was done at once stands together, its files in their order. */
function actsOf(edits: readonly EditDone[]): readonly (readonly EditDone[])[] {
  const acts = new Map<string, EditDone[]>();
  for (const edit of edits) acts.set(edit.act, [edit, ...(acts.get(edit.act) ?? [])]);
  return [...acts.values()];
}

/** The lines that differ, with two around them: taken out with −, put in with +. */
function Lines({ edit: { file, before, after } }: { readonly edit: EditDone }) {
  const { hunks } = structuredPatch(file, file, before ?? "", after ?? "", "", "", { context: 2 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: lines that scroll must be reached by the keyboard
    <pre className="patch" dir="ltr" tabIndex={0}>
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
