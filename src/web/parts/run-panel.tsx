import { useEffect, useRef, useState } from "react";
import { Button, ProgressBar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { RunState } from "../../desk/index.ts";

/** How far a run is, in words and as a bar, with a way to stop it; what went wrong where something did. */
export function RunPanel({
  state,
  error,
  stop,
  again,
}: {
  readonly state: RunState | undefined;
  readonly error: Error | null;
  readonly stop: () => unknown;
  readonly again: () => unknown;
}) {
  const { t } = useTranslation();
  const left = useTimeLeft(state);
  const [stopping, setStopping] = useState<string>();
  if (error !== null) {
    return (
      <div role="alert" className="callout caution">
        <strong>{t("run.failed")}</strong>
        <p className="lines">{error.message}</p>
      </div>
    );
  }
  if (state === undefined) return <p role="status">{t("run.starting")}</p>;
  if (state.state === "done") return null;
  if (state.state === "failed" || state.state === "stopped") {
    return (
      <div role="alert" className="callout caution">
        <strong>{t(state.state === "failed" ? "run.failed" : "run.stopped")}</strong>
        {state.outcome !== undefined && state.state === "failed" && (
          <p className="lines">{state.outcome.text}</p>
        )}
        <Button onPress={again}>{t("run.again")}</Button>
      </div>
    );
  }
  const { progress } = state;
  const words =
    progress === undefined
      ? t(state.state === "waiting" ? "run.waiting" : "run.starting")
      : t("run.running", {
          doing: progress.doing,
          done: progress.done.toLocaleString(),
          total: progress.total.toLocaleString(),
        });
  return (
    <div className="run" role="status">
      <ProgressBar
        aria-label={words}
        value={progress?.done ?? 0}
        maxValue={Math.max(1, progress?.total ?? 1)}
        isIndeterminate={progress === undefined}
      >
        {({ percentage }) => (
          <div className="bar">
            <div className="filled" style={{ inlineSize: `${percentage ?? 0}%` }} />
          </div>
        )}
      </ProgressBar>
      <span>
        {words}
        {left === undefined ? "" : ` · ${t("run.left", { seconds: left })}`}
      </span>
      <Button
        isDisabled={stopping === state.key}
        onPress={() => {
          setStopping(state.key);
          stop();
        }}
      >
        {t(stopping === state.key ? "run.stopping" : "run.stop")}
      </Button>
    </div>
  );
}

/** Seconds left by the pace so far; nothing before there is a pace. */
function useTimeLeft(state: RunState | undefined): number | undefined {
  const began = useRef<{ at: number; done: number; doing: string }>(undefined);
  const [left, setLeft] = useState<number>();
  const progress = state?.progress;
  useEffect(() => {
    if (progress === undefined) {
      began.current = undefined;
      setLeft(undefined);
      return;
    }
    const now = performance.now();
    if (began.current?.doing !== progress.doing)
      began.current = { at: now, done: progress.done, doing: progress.doing };
    const { at, done } = began.current;
    const pace = (progress.done - done) / (now - at);
    setLeft(
      now - at < 1500 || pace <= 0 ? undefined : Math.ceil((progress.total - progress.done) / pace / 1000),
    );
  }, [progress]);
  return left;
}
