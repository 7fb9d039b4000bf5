import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ReportContents, SectionId } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { SectionView } from "./contents.tsx";
import { RunPanel } from "./run-panel.tsx";

const RUNS = 2000;

/** What the main job found; asked for once the reader wants it, and kept for all pages. */
export function useReport() {
  const [wanted, setWanted] = useState(() => sessionStorage.getItem("report") === "wanted");
  const run = useRun("report", wanted ? { runs: RUNS } : undefined);
  const found = run.state?.outcome?.json as { readonly report?: ReportContents } | undefined;
  return {
    ...run,
    wanted,
    contents: found?.report,
    play() {
      sessionStorage.setItem("report", "wanted");
      setWanted(true);
    },
  };
}

/** Some sections of the report; before it is made, what to do to get it. */
export function ReportSections({ ids }: { readonly ids: readonly SectionId[] }) {
  const { t } = useTranslation();
  const { wanted, contents, play, state, error, stop, again } = useReport();
  if (!wanted) {
    return (
      <div className="empty">
        <p>{t("empty.report")}</p>
        <Button onPress={play}>{t("empty.play", { runs: RUNS.toLocaleString() })}</Button>
      </div>
    );
  }
  if (contents === undefined) return <RunPanel state={state} error={error} stop={stop} again={again} />;
  return ids.map((id) => {
    const section = contents.sections.find((one) => one.id === id);
    return section === undefined ? null : <SectionView key={id} section={section} />;
  });
}
