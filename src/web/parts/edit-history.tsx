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
      {data.map((edit) => (
        <li key={edit.id}>
          <details>
            <summary>
              <time dateTime={edit.at}>{edit.at.slice(0, 16).replace("T", " ")}</time>{" "}
              <code>{edit.file}</code> {edit.undone && t("edits.undone")}
              {edit.before === null && t("edits.made")}
              {edit.after === null && t("edits.gone")}
            </summary>
            <Lines edit={edit} />
          </details>
        </li>
      ))}
    </ol>
  );
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
