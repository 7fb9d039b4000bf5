import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { banzhaf, dummies, shapleyShubik } from "../../measure/index.ts";
import { percent } from "../../show/index.ts";
import { choose } from "../place.ts";
import { type Bench, written } from "./benches.ts";

/** Seats that can be changed, and what they are worth: indices side by side, and what they were before. */
export function SeatTable({
  given,
  benches,
  quota,
  givenQuota,
}: {
  readonly given: readonly Bench[];
  readonly benches: readonly Bench[];
  readonly quota: number;
  readonly givenQuota: number;
}) {
  const { t } = useTranslation();
  const now = useMemo(() => power(benches, quota), [benches, quota]);
  const before = useMemo(() => power(given, givenQuota), [given, givenQuota]);
  const put = (id: string, seats: number): void => {
    const changed = benches.map((bench) =>
      bench.id === id ? { ...bench, seats: Math.max(0, seats) } : bench,
    );
    choose({ seats: written(given, changed) });
  };
  const split = (bench: Bench): void => {
    const away = Math.floor(bench.seats / 2);
    const changed = benches.flatMap((one) =>
      one.id === bench.id
        ? [
            { ...one, seats: one.seats - away },
            { ...one, id: `${one.id}*`, seats: away },
          ]
        : [one],
    );
    choose({ seats: written(given, changed) });
  };
  if (now === undefined) return <p role="alert">{t("power.noGame")}</p>;
  return (
    <section className="table" aria-label={t("power.indices")}>
      <table>
        <caption>{t("power.indices")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("power.list")}</th>
            <th scope="col">{t("power.seats")}</th>
            <th scope="col">
              <abbr title={t("help.shapley")}>Shapley–Shubik</abbr>
            </th>
            <th scope="col">
              <abbr title={t("help.banzhaf")}>Banzhaf</abbr>
            </th>
            <th scope="col">{t("power.change")}</th>
            <th scope="col">
              <span className="off">{t("power.split")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {benches.map((bench, i) => {
            const old = before?.get(bench.id)?.shapley;
            const { shapley, normalised, dummy } = now.get(bench.id) ?? {
              shapley: 0,
              normalised: 0,
              dummy: true,
            };
            return (
              <tr key={bench.id}>
                <th scope="row">
                  {bench.name}
                  {dummy ? ` · ${t("power.dummy")}` : ""}
                </th>
                <td>
                  <input
                    type="number"
                    min={0}
                    value={bench.seats}
                    aria-label={t("power.seatsOf", { name: bench.name })}
                    onChange={(event) => put(bench.id, Number(event.target.value))}
                  />
                </td>
                <td className="number">{percent(shapley, 1)}</td>
                <td className="number">{percent(normalised, 1)}</td>
                <td className="number">{change(old, shapley)}</td>
                <td>
                  {!bench.id.endsWith("*") && bench.seats > 1 && i < 200 && (
                    <Button
                      aria-label={t("power.splitOf", { name: bench.name })}
                      onPress={() => split(bench)}
                    >
                      {t("power.split")}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        <small>{t("power.exact")}</small>
      </p>
    </section>
  );
}

interface Worth {
  readonly shapley: number;
  readonly normalised: number;
  readonly dummy: boolean;
}

function power(benches: readonly Bench[], quota: number): ReadonlyMap<string, Worth> | undefined {
  const game = { quota, weights: benches.map((bench) => bench.seats) };
  try {
    const [shapley, normalised] = [shapleyShubik(game), banzhaf(game)];
    const none = new Set(dummies(game));
    return new Map(
      benches.map((bench, i) => [
        bench.id,
        { shapley: shapley[i], normalised: normalised[i], dummy: none.has(i) },
      ]),
    );
  } catch {
    return undefined;
  }
}

/** A change in per cent points, with its sign as a word for eyes and ears. */
function change(before: number | undefined, now: number): string {
  if (before === undefined) return "new";
  const points = 100 * (now - before);
  if (Math.abs(points) < 0.05) return "–";
  return `${points > 0 ? "▲ +" : "▼ −"}${Math.abs(points).toFixed(1)}`;
}
