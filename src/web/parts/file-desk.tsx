import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Place } from "../../base/index.ts";
import { call, Refusal } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { FileConflict } from "./file-conflict.tsx";
import { keepDraft, useDrafts } from "./file-drafts.ts";
import { FileFaults } from "./file-faults.tsx";
import { type FileAnswer, pathOf } from "./file-of.ts";
import { type Fault, faultsIn } from "./file-places.ts";
import { FileText, putCaret } from "./file-text.tsx";

/** What came of saving. */
type Came =
  | { readonly kind: "nothing" | "saving" }
  | { readonly kind: "saved"; readonly hash: string }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] }
  | { readonly kind: "failed"; readonly message: string };

/** One file of the case, to read and to edit. */
export function FileDesk({ file, faults }: { readonly file: string; readonly faults: readonly Fault[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { chosen } = usePlace();
  const { drafts, unkept } = useDrafts();
  const { data: theirs, error } = useQuery({ queryKey: ["file", file], queryFn: () => read(file) });
  const [came, setCame] = useState<Came>({ kind: "nothing" });
  const [dropping, setDropping] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = drafts.get(file);
  const known = theirs === undefined ? undefined : linesOf(theirs?.text ?? "");
  const text = draft?.text ?? known;
  const changed = draft !== undefined && known !== undefined && (draft.text !== known || theirs === null);
  const conflict = changed && draft.restsOn !== theirs?.hash;
  const there = text !== undefined;
  const [line, column] = [Number(chosen.get("line")), Number(chosen.get("column"))];
  useEffect(() => {
    if (there && line > 0 && area.current !== null) putCaret(area.current, { line, column });
  }, [there, line, column]);
  const edit = (now: string): void => {
    if (came.kind !== "refused") setCame({ kind: "nothing" });
    const restsOn = draft === undefined ? theirs?.hash : draft.restsOn;
    keepDraft(file, now === known && theirs !== null ? undefined : { text: now, restsOn });
  };
  const save = async (): Promise<void> => {
    if (!changed || conflict || came.kind === "saving") return;
    setCame({ kind: "saving" });
    setDropping(false);
    const asItWas = theirs?.text.includes("\r\n") === true ? draft.text.replaceAll("\n", "\r\n") : draft.text;
    try {
      const body = { text: asItWas, restsOn: draft.restsOn };
      const { hash = "" } = await call<Partial<FileAnswer>>(pathOf(file), "PUT", body);
      client.setQueryData<FileAnswer>(["file", file], { file, text: asItWas, hash });
      keepDraft(file, undefined);
      setCame({ kind: "saved", hash });
      // What was asked of the case before stands; of the case as it is now, all is asked anew.
      await client.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "ask" });
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      const code = problem instanceof Refusal ? problem.code : "";
      setCame(
        code === "server/findings"
          ? { kind: "refused", faults: faultsIn(message) }
          : code === "server/conflict"
            ? { kind: "nothing" }
            : { kind: "failed", message },
      );
      if (code === "server/conflict") await client.invalidateQueries({ queryKey: ["file", file] });
    }
  };
  const goTo = ({ file: wanted, line: wantedLine = 1, column: wantedColumn = 1 }: Place): void => {
    if (wanted === file && area.current !== null)
      putCaret(area.current, { line: wantedLine, column: wantedColumn });
    else choose({ file: wanted, line: `${wantedLine}`, column: `${wantedColumn}` });
  };
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (theirs === null && draft === undefined) return <p role="status">{t("files.gone", { file })}</p>;
  if (text === undefined) return <p role="status">{t("loading")}</p>;
  return (
    <>
      {conflict && (
        <FileConflict
          file={file}
          theirs={theirs === null ? null : known}
          mine={draft.text}
          onTheirs={() => {
            keepDraft(file, undefined);
            setCame({ kind: "nothing" });
            area.current?.focus();
          }}
          onMine={() => {
            keepDraft(file, { text: draft.text, restsOn: theirs?.hash });
            area.current?.focus();
          }}
        />
      )}
      <FileText
        area={area}
        file={file}
        text={text}
        fixed={came.kind === "saving"}
        onText={edit}
        onSave={() => void save()}
      />
      <div className="deeds">
        <Button
          isDisabled={!changed || conflict || came.kind === "saving"}
          onPress={() => void save()}
          aria-keyshortcuts="Control+S"
        >
          {t("files.save")}
        </Button>
        {changed && !dropping && <Button onPress={() => setDropping(true)}>{t("files.drop")}</Button>}
        {changed && dropping && (
          <>
            <span role="status">{t("files.dropSure")}</span>
            <Button
              onPress={() => {
                keepDraft(file, undefined);
                setDropping(false);
                setCame({ kind: "nothing" });
                area.current?.focus();
              }}
            >
              {t("files.dropIt")}
            </Button>
            <Button autoFocus onPress={() => setDropping(false)}>
              {t("files.keepIt")}
            </Button>
          </>
        )}
      </div>
      <p role="status">
        {came.kind === "saving"
          ? t("files.saving")
          : changed
            ? t(unkept.has(file) ? "files.unkept" : "files.changed")
            : came.kind === "saved" && came.hash === theirs?.hash
              ? t("files.saved", { file })
              : ""}
      </p>
      {came.kind === "failed" && (
        <div role="alert" className="callout caution lines">
          {t("files.failed")} <span lang="en">{came.message}</span>
        </div>
      )}
      {came.kind === "refused" && changed && (
        <div role="alert" className="callout caution">
          <p>{t("files.refused", { count: came.faults.length })}</p>
          <FileFaults faults={came.faults} onGo={goTo} />
        </div>
      )}
      {faults.length > 0 && (
        <>
          <h3>{t("files.found")}</h3>
          <FileFaults faults={faults} onGo={goTo} />
        </>
      )}
    </>
  );
}

/** Reads a file; nothing where the case has none of that name. */
async function read(file: string): Promise<FileAnswer | null> {
  try {
    return await call<FileAnswer>(pathOf(file));
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === "server/file") return null;
    throw problem;
  }
}

/** A text as a field holds it: lines end with one letter. */
function linesOf(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
