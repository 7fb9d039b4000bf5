import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Replay, ReplayedStep } from "../../desk/index.ts";
import { call } from "../api.ts";
import { addressOf, go } from "../place.ts";
import { changesWritten } from "./change-address.ts";
import type { Names } from "./names.ts";
import type { SeatAnswer } from "./seat-list.ts";

/** What can be made of a step: sit down in its maker's seat and go on from there, or ask what were without such moves. */
export function ReplayFork({
  replay: { run, seed },
  months,
  step: { actor, time, options },
  names,
}: {
  readonly replay: Replay;
  readonly months: number;
  readonly step: ReplayedStep;
  readonly names: Names;
}) {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState<string>();
  const chosen = options.find((option) => option.chosen);
  if (actor === undefined || chosen === undefined) return null;
  const name = names(actor);
  const fork = async (): Promise<void> => {
    setTrouble(undefined);
    try {
      const wish = { as: [actor], seed, months, run, from: time };
      const { id } = await call<SeatAnswer>("/api/seats", "POST", wish);
      go(addressOf("seat", { game: `${id}` }));
    } catch (problem) {
      setTrouble(problem instanceof Error ? problem.message : String(problem));
    }
  };
  const toward = chosen.target === undefined ? "" : `>${chosen.target}`;
  const changes = changesWritten([{ kind: "forbid", text: `${chosen.move}:${actor}${toward}` }]);
  return (
    <div className="deeds">
      <Button onPress={() => void fork()}>{t("replay.fork", { name })}</Button>
      <Button onPress={() => go(addressOf("whatif", { changes }))}>{t("replay.without", { name })}</Button>
      {trouble !== undefined && (
        <div role="alert" className="callout caution">
          {trouble}
        </div>
      )}
    </div>
  );
}
