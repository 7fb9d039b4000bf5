import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { RunState } from "../../desk/index.ts";
import type { ReportContents, SectionId } from "../../show/index.ts";
import { call, useCaseHash, useRun } from "../api.ts";
import { usePlace } from "../place.ts";
import { SectionView } from "./contents.tsx";
import { ReportLinks } from "./report-links.tsx";
import { RunPanel } from "./run-panel.tsx";

/** What a report is made with; what is left out is the desk's own choice. */
export interface ReportSize {
  readonly runs: number;
  readonly seed?: string;
  readonly months?: number;
}

const USUAL: ReportSize = { runs: 2000 };

/** The report that the reader asked for last: of which case, and how large. All pages show that one. */
interface Asked {
  readonly hash: string;
  readonly size: ReportSize;
}

const listeners = new Set<() => void>();

function keep(asked: Asked): void {
  const text = JSON.stringify(asked);
  if (sessionStorage.getItem("report") === text) return;
  sessionStorage.setItem("report", text);
  for (const listener of listeners) listener();
}

function useAsked(): Asked | undefined {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sessionStorage.getItem("report"),
  );
  return text === null ? undefined : (JSON.parse(text) as Asked);
}

/** The size that the address names, if it names one. */
function sizeIn(chosen: URLSearchParams): ReportSize | undefined {
  const runs = Number(chosen.get("runs"));
  if (!(Number.isInteger(runs) && runs > 0)) return undefined;
  const months = Number(chosen.get("months"));
  const seed = chosen.get("seed");
  return {
    runs,
    ...(seed === null || seed === "" ? {} : { seed }),
    ...(months > 0 ? { months } : {}),
  };
}

/** What the main job found. It is shown at once where it was made before; otherwise it is made once the reader wants it. */
export function useReport() {
  const { page, chosen } = usePlace();
  const hash = useCaseHash();
  const asked = useAsked();
  const mine = asked !== undefined && asked.hash === hash ? asked.size : undefined;
  const inAddress = page === "futures" ? sizeIn(chosen) : undefined;
  const size = inAddress ?? mine ?? USUAL;
  const linked = inAddress === undefined ? undefined : JSON.stringify(inAddress);
  useEffect(() => {
    // Who came by a link asked for these futures too: the other pages show them.
    if (linked !== undefined && hash !== undefined) keep({ hash, size: JSON.parse(linked) as ReportSize });
  }, [linked, hash]);
  const known = useQuery({
    queryKey: ["known", "report", size, hash],
    queryFn: () =>
      call<{ readonly run: RunState | null }>("/api/known/report", "POST", {
        options: { ...size, contents: true },
      }),
    enabled: hash !== undefined && mine === undefined && inAddress === undefined,
  });
  const state = known.data?.run?.state;
  const there = state === "done" || state === "running" || state === "waiting";
  const wanted = hash !== undefined && (mine !== undefined || inAddress !== undefined || there);
  const run = useRun("report", wanted ? { ...size, contents: true } : undefined);
  const found = run.state?.outcome?.json as { readonly report?: ReportContents } | undefined;
  return {
    ...run,
    size,
    wanted,
    looking: !wanted && known.isFetching,
    contents: found?.report,
    play(wish: ReportSize = size) {
      if (hash !== undefined) keep({ hash, size: wish });
    },
  };
}

/** Some sections of the report; before it is made, what to do to get it. */
export function ReportSections({
  ids,
  empty = "empty.report",
}: {
  readonly ids: readonly SectionId[];
  /** Key of the words that say what the reader will find here once the futures are played. */
  readonly empty?: string;
}) {
  const { t } = useTranslation();
  const { wanted, looking, contents, size, play, state, error, stop, again } = useReport();
  if (looking) return <p role="status">{t("looking")}</p>;
  if (!wanted) {
    return (
      <div className="empty">
        <p>{t(empty)}</p>
        <Button onPress={() => play()}>{t("empty.play", { runs: size.runs.toLocaleString() })}</Button>
      </div>
    );
  }
  if (contents === undefined) return <RunPanel state={state} error={error} stop={stop} again={again} />;
  return (
    <ReportLinks contents={contents}>
      {state?.state === "stopped" && <RunPanel state={state} error={error} stop={stop} again={again} />}
      {ids.map((id) => {
        const section = contents.sections.find((one) => one.id === id);
        return section === undefined ? null : <SectionView key={id} section={section} />;
      })}
    </ReportLinks>
  );
}
