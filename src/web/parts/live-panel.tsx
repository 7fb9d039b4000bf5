import { useState } from "react";
import { Checkbox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { LiveAnswer, LiveAsked } from "../../desk/index.ts";
import { signed } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { changesIn, flagsOf } from "./change-address.ts";
import { useLive } from "./live.ts";
import { LiveFan } from "./live-fan.tsx";
import { LiveNumbers } from "./live-numbers.tsx";
import { monthsOf } from "./months-of.ts";

const SIZES = [100, 200, 400];

/** A few futures played in this browser after each change, beside the case as it is in grey. */
export function LivePanel({ source, sliders }: { readonly source: Case; readonly sliders: boolean }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const wanted = chosen.get("live");
  const on = wanted === null ? sliders : wanted !== "0";
  const runs = SIZES.find((size) => String(size) === wanted) ?? 200;
  const changes = changesIn(chosen.get("changes"));
  const asked: LiveAsked | undefined = on
    ? { changes: flagsOf(changes), seed: "tawazun", runs, months: monthsOf(source) }
    : undefined;
  const live = useLive(source, asked);
  const [picked, setPicked] = useState<string>();
  const shown = live.base;
  const actor = picked ?? shown?.head ?? shown?.power[0]?.actor ?? "";
  return (
    <section aria-labelledby="live">
      <h2 id="live">{t("whatif.live.title")}</h2>
      <div className="choices">
        <Checkbox isSelected={on} onChange={(now) => choose({ live: now ? String(runs) : "0" })}>
          <span className="box" aria-hidden="true" />
          <span>{t("whatif.live.on")}</span>
        </Checkbox>
        {on && (
          <label>
            {t("whatif.live.runs")}{" "}
            <select value={runs} onChange={(event) => choose({ live: event.target.value })}>
              {SIZES.map((size) => (
                <option key={size} value={size}>
                  {size}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {on && live.refused !== undefined && (
        <div role="alert" className="callout caution">
          <p className="lines">{live.refused}</p>
        </div>
      )}
      {on && live.refused === undefined && (
        <>
          <p role="status">{saidOf(live, changes.length > 0, t)}</p>
          {!live.done && (
            <progress value={live.runs} max={runs} aria-label={t("whatif.live.playing", { runs })} />
          )}
        </>
      )}
      {on && shown !== undefined && (
        <>
          <label>
            {t("whatif.live.power")}{" "}
            <select value={actor} onChange={(event) => setPicked(event.target.value)}>
              {shown.power.map((one) => (
                <option key={one.actor} value={one.actor}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <figure className="picture">
            <div className="drawing" dir="ltr">
              <LiveFan
                base={shown}
                now={live.now}
                actor={actor}
                label={t("whatif.live.alt", { name: nameOf(shown, actor) })}
              />
            </div>
          </figure>
          <p>
            <small>{t("whatif.live.legend")}</small>
          </p>
          <LiveNumbers base={shown} now={live.now} actor={actor} />
        </>
      )}
    </section>
  );
}

type Translate = ReturnType<typeof useTranslation>["t"];

/** In words, said once at the start and once at the end: what is being played, and what moved most. */
function saidOf(live: ReturnType<typeof useLive>, changed: boolean, t: Translate): string {
  if (!live.done || live.base === undefined) return t("whatif.live.begun");
  const { now, base, runs } = live;
  if (!changed || now === undefined) return t("whatif.live.asItIs", { runs });
  const moved = base.questions
    .map((question, q) => ({ ...question, by: now.questions[q].share - question.share }))
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  if (moved === undefined || moved.by === 0) return t("whatif.live.same", { runs });
  return t("whatif.live.moved", { runs, text: moved.text, points: signed(100 * moved.by, 1) });
}

function nameOf(answer: LiveAnswer, actor: string): string {
  return answer.power.find((one) => one.actor === actor)?.name ?? actor;
}
