import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../base/index.ts";
import { get } from "../client.ts";
import { choose, usePlace } from "../place.ts";
import { FileDesk } from "./file-desk.tsx";
import { useDrafts } from "./file-drafts.ts";
import "../files.css";

/** The most that the server takes from a browser. */
const LARGEST = 2_000_000;
const MEGABYTE = 1_000_000;
/** What the server takes from a browser: texts of the kinds that a case is read from, outside the runs in `out`. */
const WRITABLE = /^(?!out\/)(?:[^./][^/]*\/)*[^./][^/]*\.(?:ya?ml|csv|md|txt)$/i;

/** The files of the case: any of them is chosen, read, edited and saved. The address holds which. */
export default function FileEditor({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const { drafts } = useDrafts();
  const { data: list, error } = useQuery({ queryKey: ["files"], queryFn: () => get("/api/files") });
  const file = chosen.get("file") ?? "";
  const section = useRef<HTMLElement>(null);
  const linked = useRef(file !== "");
  useEffect(() => {
    // Who came by a link to a file is brought to it.
    if (linked.current) section.current?.scrollIntoView();
  }, []);
  const names = [...new Set([...(list ?? []).map((one) => one.file), ...drafts.keys()])].sort();
  return (
    <section ref={section} aria-labelledby="case-files" className="case-files">
      <h2 id="case-files">{t("files.title")}</h2>
      <p>{t("files.lead")}</p>
      {error !== null && <p role="alert">{error.message}</p>}
      <div className="fields">
        <label>
          {t("files.choose")}
          <select
            value={names.includes(file) ? file : ""}
            onChange={(event) => choose({ file: event.target.value, line: undefined, column: undefined })}
          >
            <option value="">–</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {drafts.has(name) ? t("files.unsaved", { file: name }) : name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {file === "" ? (
        <p className="soft">{t("files.none")}</p>
      ) : (
        list !== undefined && (
          <Chosen file={file} bytes={list.find((one) => one.file === file)?.bytes ?? 0} findings={findings} />
        )
      )}
    </section>
  );
}

/** The file that was chosen, or why it is not edited here. */
function Chosen({
  file,
  bytes,
  findings,
}: {
  readonly file: string;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}) {
  const { t } = useTranslation();
  if (!WRITABLE.test(file)) return <p role="status">{t("files.kind", { file })}</p>;
  if (bytes > LARGEST) {
    const [size, most] = [bytes, LARGEST].map((one) => (one / MEGABYTE).toFixed(1));
    return <p role="status">{t("files.large", { file, size, most })}</p>;
  }
  return (
    <FileDesk
      key={file}
      file={file}
      faults={findings
        .filter(({ place }) => place.file === file)
        .map(({ place, severity, message }) => ({ place, message: `${severity}: ${message}` }))}
    />
  );
}
