import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { confidence } from "../../measure/index.ts";
import { number, percent } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import type { Bench } from "./benches.ts";
import { PictureView } from "./contents.tsx";
import { seatBar } from "./power-pictures.ts";

const LINES = { for: 1, wavers: 0.5, against: 0 } as const;
type Line = keyof typeof LINES;
const LOOKS = { for: "ffriendly tint", wavers: "f8 tint", against: "fhair" } as const;

/** A motion of no confidence with each list's line as a switch: does it pass, who decides, whose defection turns it. */
export function ConfidenceSwitches({
  benches,
  quota,
}: {
  readonly benches: readonly Bench[];
  readonly quota: number;
}) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const lines = new Map(
    (chosen.get("lines") ?? "")
      .split("_")
      .map((one) => one.split("~") as [string, Line])
      .filter(([, line]) => line in LINES),
  );
  const discipline = Number(chosen.get("discipline") ?? 0.9);
  const key = `${chosen.get("lines")} ${discipline} ${quota} ${benches.map((one) => one.seats).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the answer depends on
  const found = useMemo(() => {
    try {
      return confidence({
        kind: "absolute",
        needed: quota,
        blocs: benches
          .filter((bench) => bench.seats > 0)
          .map(({ id, seats }) => ({ id, seats, line: LINES[lines.get(id) ?? "against"], discipline })),
      });
    } catch {
      return undefined;
    }
  }, [key]);
  const seated = benches.filter((bench) => bench.seats > 0);
  const bar = seatBar(
    (["for", "wavers", "against"] as const).flatMap((line) =>
      seated
        .filter((bench) => (lines.get(bench.id) ?? "against") === line)
        .map(({ name: its, seats }) => ({
          name: its,
          seats,
          look: LOOKS[line],
          side: t(`motion.lines.${line}`),
        })),
    ),
    quota,
    benches.reduce((sum, bench) => sum + bench.seats, 0),
    { id: "motion-bar", title: t("motion.bar"), method: t("motion.barMethod") },
    t,
  );
  const name = (id: string) => benches.find((bench) => bench.id === id)?.name ?? id;
  const turn = (id: string, line: Line): void => {
    const next = new Map(lines).set(id, line);
    choose({
      lines: [...next]
        .filter(([, one]) => one !== "against")
        .map((one) => one.join("~"))
        .join("_"),
    });
  };
  return (
    <section aria-labelledby="motion">
      <h3 id="motion">{t("motion.title")}</h3>
      <p>{t("motion.what", { quota })}</p>
      <div className="switches">
        {seated.map((bench) => (
          <label key={bench.id}>
            <span>
              {bench.name} ({bench.seats})
            </span>
            <select
              value={lines.get(bench.id) ?? "against"}
              onChange={(event) => turn(bench.id, event.target.value as Line)}
            >
              {(Object.keys(LINES) as Line[]).map((line) => (
                <option key={line} value={line}>
                  {t(`motion.lines.${line}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <label>
        {t("motion.discipline", { share: percent(discipline) })}{" "}
        <input
          type="range"
          min={0.5}
          max={1}
          step={0.01}
          value={discipline}
          onChange={(event) => choose({ discipline: event.target.value })}
        />
      </label>
      <PictureView picture={bar} />
      {found !== undefined && (
        <div role="status">
          <p>
            <strong>{t("motion.passes", { share: percent(found.passes, 1) })}</strong>{" "}
            {t("motion.slack", { votes: number(found.byLines.votesFor), slack: number(found.byLines.slack) })}
          </p>
          {found.defections !== undefined && found.defections.from.length > 0 && (
            <p>
              {t("motion.turned", {
                who: found.defections.from
                  .map(({ bloc, members }) => `${members} × ${name(bloc)}`)
                  .join(", "),
              })}
            </p>
          )}
          <p>
            <small>
              {t("motion.pivots", {
                who: [...found.pivots]
                  .sort((a, b) => Math.abs(b.pivot) - Math.abs(a.pivot))
                  .slice(0, 3)
                  .map(({ bloc, pivot }) => `${name(bloc)} (${percent(Math.abs(pivot))})`)
                  .join(", "),
              })}
            </small>
          </p>
        </div>
      )}
    </section>
  );
}
