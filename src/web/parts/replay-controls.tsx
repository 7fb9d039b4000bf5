import { type KeyboardEvent, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";

const PACE = 1200;

/** First, previous, run on, next, last: by buttons, by a slider and by keys. */
export function ReplayControls({
  at,
  count,
  onGo,
}: {
  readonly at: number;
  readonly count: number;
  readonly onGo: (place: number) => void;
}) {
  const { t } = useTranslation();
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return undefined;
    if (at >= count - 1) {
      setRunning(false);
      return undefined;
    }
    const timer = setTimeout(() => onGo(at + 1), PACE);
    return () => clearTimeout(timer);
  }, [running, at, count, onGo]);
  const key = (event: KeyboardEvent): void => {
    // The slider has these keys itself.
    if (event.target instanceof HTMLInputElement) return;
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to =
      event.key === forward
        ? at + 1
        : event.key === back
          ? at - 1
          : event.key === "Home"
            ? 0
            : event.key === "End"
              ? count - 1
              : undefined;
    if (to === undefined) return;
    event.preventDefault();
    setRunning(false);
    onGo(to);
  };
  return (
    <div className="recording" onKeyDownCapture={key}>
      <Button onPress={() => onGo(0)} isDisabled={at === 0}>
        {t("replay.first")}
      </Button>
      <Button onPress={() => onGo(at - 1)} isDisabled={at === 0}>
        {t("replay.previous")}
      </Button>
      <Button onPress={() => setRunning(!running)}>{t(running ? "replay.hold" : "replay.run")}</Button>
      <Button onPress={() => onGo(at + 1)} isDisabled={at >= count - 1}>
        {t("replay.next")}
      </Button>
      <Button onPress={() => onGo(count - 1)} isDisabled={at >= count - 1}>
        {t("replay.last")}
      </Button>
      <input
        type="range"
        min={0}
        max={Math.max(0, count - 1)}
        value={at}
        aria-label={t("replay.at", { step: at + 1, of: count })}
        onChange={(event) => onGo(Number(event.target.value))}
      />
      <span role="status">{t("replay.at", { step: at + 1, of: count })}</span>
      <small>{t("replay.keys")}</small>
    </div>
  );
}
