import { useMemo } from "react";
import { Checkbox } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { critical, isBlocking, isWinning, minimalWinning } from "../../measure/index.ts";
import { choose, usePlace } from "../place.ts";
import type { Bench } from "./benches.ts";

const LISTED = 12;

/** Pick partners: do they win, who of them is not needed, and which majorities leave somebody out. */
export function CoalitionExplorer({
  benches,
  quota,
}: {
  readonly benches: readonly Bench[];
  readonly quota: number;
}) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const picked = new Set((chosen.get("with") ?? "").split("_").filter((id) => id !== ""));
  const members = benches.flatMap((bench, i) => (picked.has(bench.id) ? [i] : []));
  const seats = members.reduce((sum, i) => sum + benches[i].seats, 0);
  const game = useMemo(() => ({ quota, weights: benches.map((bench) => bench.seats) }), [benches, quota]);
  const out = benches.findIndex((bench) => bench.id === chosen.get("without"));
  const smallest = useMemo(() => {
    try {
      const all = minimalWinning(game);
      const coalitions = out < 0 ? all : all.filter((one) => !one.includes(out));
      return { number: coalitions.length, shown: coalitions.slice(0, LISTED) };
    } catch {
      return undefined;
    }
  }, [game, out]);
  const names = (places: readonly number[]) => places.map((i) => benches[i].name).join(" + ");
  const wins = members.length > 0 && attempt(() => isWinning(game, members));
  const needed = wins === true ? critical(game, members) : [];
  const surplus = members.filter((i) => !needed.includes(i));
  return (
    <section aria-labelledby="explorer">
      <h3 id="explorer">{t("coalition.title")}</h3>
      <fieldset className="partners">
        <legend>{t("coalition.pick")}</legend>
        {benches
          .filter((bench) => bench.seats > 0)
          .map((bench) => (
            <Checkbox
              key={bench.id}
              isSelected={picked.has(bench.id)}
              onChange={(on) => {
                const next = new Set(picked);
                if (on) next.add(bench.id);
                else next.delete(bench.id);
                choose({ with: [...next].join("_") });
              }}
            >
              <span className="box" aria-hidden="true" />
              {bench.name} ({bench.seats})
            </Checkbox>
          ))}
      </fieldset>
      <p role="status">
        {members.length === 0
          ? t("coalition.none")
          : `${t(wins === true ? "coalition.wins" : attempt(() => isBlocking(game, members)) === true ? "coalition.blocks" : "coalition.loses", { seats, quota })} ${
              wins === true && surplus.length > 0
                ? t("coalition.surplus", { names: surplus.map((i) => benches[i].name).join(", ") })
                : ""
            }${wins === true && surplus.length === 0 ? t("coalition.minimal") : ""}`}
      </p>
      <label>
        {t("coalition.without")}{" "}
        <select
          value={chosen.get("without") ?? ""}
          onChange={(event) => choose({ without: event.target.value })}
        >
          <option value="">{t("coalition.nobody")}</option>
          {benches.map((bench) => (
            <option key={bench.id} value={bench.id}>
              {bench.name}
            </option>
          ))}
        </select>
      </label>
      {smallest !== undefined && (
        <>
          <p>{t("coalition.count", { count: smallest.number, shown: smallest.shown.length })}</p>
          <ul>
            {smallest.shown.map((one) => (
              <li key={one.join()}>
                {names(one)} · {one.reduce((sum, i) => sum + benches[i].seats, 0)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
