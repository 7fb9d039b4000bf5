import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { banzhaf, dummies, shapleyShubik } from "../../measure/index.ts";
import { percent } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { type Bench, dealt, splitOrJoined, written } from "./benches.ts";
import { PictureView } from "./contents.tsx";
import { Measured } from "./measured.tsx";
import { type WorthRow, worthPicture } from "./power-pictures.ts";

/** Seats that can be dealt out otherwise, and what they are worth: indices side by side, and what they were before. */
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
  const { chosen } = usePlace();
  const keep = chosen.get("grow") !== "yes";
  const now = useMemo(() => worths(benches, quota), [benches, quota]);
  const before = useMemo(() => worths(given, givenQuota), [given, givenQuota]);
  const put = (next: readonly Bench[]): void => choose({ seats: written(given, next) });
  const house = benches.reduce((sum, bench) => sum + bench.seats, 0);
  const was = new Map(given.map((bench) => [bench.id, bench.seats]));
  if (now === undefined) return <p role="alert">{t("power.noGame")}</p>;
  const rows: readonly WorthRow[] = benches.map((bench) => {
    const worth = now.get(bench.id);
    const old = before?.get(bench.id);
    return {
      ...{ name: bench.name, seats: bench.seats },
      ...{ shapley: worth?.shapley ?? 0, banzhaf: worth?.banzhaf ?? 0 },
      before: old && { seats: was.get(bench.id) ?? 0, shapley: old.shapley, banzhaf: old.banzhaf },
    };
  });
  return (
    <>
      <section className="table seats" aria-labelledby="seats-title">
        <h3 id="seats-title">{t("power.indices")}</h3>
        <p>
          <label className="inline">
            <input
              type="checkbox"
              checked={keep}
              onChange={(event) => choose({ grow: event.target.checked ? undefined : "yes" })}
            />{" "}
            {t("power.keep")}
          </label>
          {" · "}
          <span role="status">{t("power.house", { count: house })}</span>
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("power.list")}</th>
              <th scope="col" colSpan={2}>
                {t("power.seats")}
              </th>
              <th scope="col" className="number">
                <Measured name={t("power.shapley")} measure="shapley-shubik" />
              </th>
              <th scope="col" className="number">
                <Measured name={t("power.banzhaf")} measure="banzhaf" />
              </th>
              <th scope="col" className="number">
                <Measured name={t("power.change")} measure="power-change" />
              </th>
              <th scope="col">
                <span className="off">{t("power.split")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {benches.map((bench) => {
              const { shapley, banzhaf: index, dummy } = now.get(bench.id) ?? NOTHING;
              const half = benches.some((one) => one.id === `${bench.id.replace(/\*$/, "")}*`);
              return (
                <tr key={bench.id}>
                  <th scope="row">
                    {bench.name}
                    {dummy ? ` · ${t("power.dummy")}` : ""}
                  </th>
                  <td>
                    <SeatSlider
                      bench={bench}
                      was={was.get(bench.id)}
                      house={house}
                      onPut={(seats) => put(dealt(benches, bench.id, seats, keep))}
                    />
                  </td>
                  <td>
                    <input
                      type="number"
                      min={0}
                      value={bench.seats}
                      aria-label={t("power.seatsOf", { name: bench.name })}
                      onChange={(event) => put(dealt(benches, bench.id, Number(event.target.value), keep))}
                    />
                  </td>
                  <td className="number">{percent(shapley, 1)}</td>
                  <td className="number">{percent(index, 1)}</td>
                  <td className="number">
                    {change(before?.get(bench.id)?.shapley, shapley, t("power.new"))}
                  </td>
                  <td>
                    {(half ? !bench.id.endsWith("*") : bench.seats > 1) && (
                      <Button
                        className="small"
                        aria-label={t(half ? "power.joinOf" : "power.splitOf", { name: bench.name })}
                        onPress={() => put(splitOrJoined(benches, bench.id))}
                      >
                        {t(half ? "power.join" : "power.split")}
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
      <PictureView picture={worthPicture(rows, t)} />
    </>
  );
}

const NOTHING: Worth = { shapley: 0, banzhaf: 0, dummy: true };

/** A slider for the seats of a list, with a mark where the case has it. */
function SeatSlider({
  bench,
  was,
  house,
  onPut,
}: {
  readonly bench: Bench;
  readonly was: number | undefined;
  readonly house: number;
  readonly onPut: (seats: number) => void;
}) {
  const { t } = useTranslation();
  const moved = was !== undefined && was !== bench.seats;
  return (
    <span className="seat-slider">
      <input
        type="range"
        min={0}
        max={house}
        value={bench.seats}
        aria-label={t("power.drag", { name: bench.name })}
        onChange={(event) => onPut(Number(event.target.value))}
      />
      {moved && (
        <span
          className="ghost"
          style={{ insetInlineStart: `calc(8px + ${was / Math.max(1, house)} * (100% - 16px))` }}
          title={t("power.wasSeats", { count: was })}
        />
      )}
    </span>
  );
}

interface Worth {
  readonly shapley: number;
  readonly banzhaf: number;
  readonly dummy: boolean;
}

function worths(benches: readonly Bench[], quota: number): ReadonlyMap<string, Worth> | undefined {
  const game = { quota, weights: benches.map((bench) => bench.seats) };
  try {
    const [shapley, indices] = [shapleyShubik(game), banzhaf(game)];
    const none = new Set(dummies(game));
    return new Map(
      benches.map((bench, i) => [bench.id, { shapley: shapley[i], banzhaf: indices[i], dummy: none.has(i) }]),
    );
  } catch {
    return undefined;
  }
}

/** A change in per cent points, with its sign as a word for eyes and ears. */
function change(before: number | undefined, now: number, fresh: string): string {
  if (before === undefined) return fresh;
  const points = 100 * (now - before);
  if (Math.abs(points) < 0.05) return "–";
  return `${points > 0 ? "▲ +" : "▼ −"}${Math.abs(points).toFixed(1)}`;
}
