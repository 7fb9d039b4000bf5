import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { CaseExperiment, RunState } from "../../desk/index.ts";
import { call, useCaseHash, useRun } from "../api.ts";
import { choose } from "../place.ts";
import { RunPanel } from "./run-panel.tsx";
import { SweepFound, type Swept } from "./sweep-found.tsx";

let turns = 0;
/** A number that no asking has had, so that what is asked again is carried out again, even back on this page. */
const nextTurn = (): number => {
  turns += 1;
  return turns;
};

/** How long one experiment takes, its play with progress, and what it found. Nothing is played before somebody says so. */
export function SweepRun({
  experiment: { id, name },
  isChosen,
}: {
  readonly experiment: CaseExperiment;
  readonly isChosen: boolean;
}) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(0);
  const [turn, setTurn] = useState(0);
  const options = { experiment: id, contents: true };
  const plan = useRun("sweep", asks === 0 ? undefined : { experiment: id, plan: true }, asks);
  const known = useKnown(options);
  const isKnown = known !== undefined && ["waiting", "running", "done"].includes(known.state);
  const run = useRun("sweep", turn > 0 || isKnown ? options : undefined, turn);
  const stopped = useStopped(turn === 0 && known?.state === "stopped" ? known.key : undefined);
  const state = run.state ?? stopped;
  const isGoing = state?.state === "waiting" || state?.state === "running";
  const found = isGoing ? undefined : (state?.outcome?.json as Swept | undefined);
  // Nothing is left to play; where a piece failed, or the time is spent, there is.
  const isOver = state?.state === "done" && state.outcome?.code === 0 && found?.spent !== true;
  const begin = (): void => {
    setTurn(nextTurn());
    choose({ sweep: id });
  };
  return (
    <>
      <div className="deeds">
        <Button onPress={() => setAsks(nextTurn())} aria-label={t("sweep.howLongOf", { name })}>
          {t("sweep.howLong")}
        </Button>
        {!isGoing && !isOver && (
          <Button
            onPress={begin}
            aria-label={t(found === undefined ? "sweep.playIt" : "sweep.onWith", { name })}
          >
            {t(found === undefined ? "sweep.play" : "sweep.on")}
          </Button>
        )}
      </div>
      {asks > 0 && plan.state?.state !== "done" && <RunPanel {...plan} />}
      {plan.state?.state === "done" && (
        <p role="status" lang="en" dir="ltr" className="lines">
          {plan.state.outcome?.text}
        </p>
      )}
      {run.state !== undefined && found === undefined && <RunPanel {...run} />}
      {run.state === undefined && turn > 0 && <RunPanel {...run} />}
      {state !== undefined && found !== undefined && (
        <details className="swept" open={isChosen || turn > 0}>
          <summary>{t("sweep.found")}</summary>
          <SweepFound name={id} state={state} found={found} />
        </details>
      )}
    </>
  );
}

/** The run that was asked for before, if any; it is not begun. */
function useKnown(options: Readonly<Record<string, unknown>>): RunState | undefined {
  const hash = useCaseHash();
  const { data } = useQuery({
    queryKey: ["known", "sweep", options, hash],
    queryFn: () => call<{ readonly run: RunState | null }>("/api/known/sweep", "POST", { options }),
    enabled: hash !== undefined,
    staleTime: 0,
  });
  return data?.run ?? undefined;
}

/** What a run had found when it was stopped. */
function useStopped(key: string | undefined): RunState | undefined {
  const { data } = useQuery({
    queryKey: ["ask", "stopped sweep", key],
    queryFn: () => call<RunState>(`/api/runs/${key}`),
    enabled: key !== undefined,
  });
  return key === undefined ? undefined : data;
}
