import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { EditDone } from "../../desk/index.ts";
import { useCaseHash } from "../api.ts";
import { get } from "../client.ts";
import { LinesApart } from "./lines-apart.tsx";

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
              <LinesApart key={edit.id} {...edit} />
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
