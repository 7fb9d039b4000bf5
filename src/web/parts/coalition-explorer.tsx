import { type DragEvent, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { critical, isBlocking, isWinning, minimalWinning } from "../../measure/index.ts";
import { choose, usePlace } from "../place.ts";
import type { Bench } from "./benches.ts";
import { PictureView } from "./contents.tsx";
import { seatBar } from "./power-pictures.ts";
import { WhoIsLeftOut } from "./who-is-left-out.tsx";

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
  const all = useMemo(() => attempt(() => minimalWinning(game)), [game]);
  const out = benches.findIndex((bench) => bench.id === chosen.get("without"));
  const some = all?.filter((one) => out < 0 || !one.includes(out)) ?? [];
  const names = (places: readonly number[]) => places.map((i) => benches[i].name).join(" + ");
  const wins = members.length > 0 && attempt(() => isWinning(game, members)) === true;
  const blocks = !wins && attempt(() => isBlocking(game, members)) === true;
  const needed = wins ? critical(game, members) : [];
  const surplus = wins ? members.filter((i) => !needed.includes(i)) : [];
  const put = (id: string, on: boolean): void => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    choose({ with: [...next].join("_") });
  };
  const seated = benches.filter((bench) => bench.seats > 0);
  const verdict = wins ? "wins" : blocks ? "blocks" : "loses";
  const bar = seatBar(
    members.map((i) => ({
      ...{ name: benches[i].name, seats: benches[i].seats },
      look: surplus.includes(i) ? "fhair" : wins ? "ffriendly tint" : "f8 tint",
      side: t(surplus.includes(i) ? "coalition.surplusOne" : "coalition.in"),
    })),
    quota,
    benches.reduce((sum, bench) => sum + bench.seats, 0),
    { id: "coalition", title: t("coalition.bar"), method: t("coalition.barMethod") },
    t,
  );
  return (
    <section aria-labelledby="explorer">
      <h3 id="explorer">{t("coalition.title")}</h3>
      <p>{t("coalition.pick")}</p>
      <div className="sides">
        {([true, false] as const).map((inside) => (
          <Side key={`${inside}`} inside={inside} onDropped={(id) => put(id, inside)}>
            {seated
              .filter((bench) => picked.has(bench.id) === inside)
              .map((bench) => (
                // Dragging does what the box does by click and key.
                // biome-ignore lint/a11y/noStaticElementInteractions: see above
                <span
                  key={bench.id}
                  className="chip"
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData("text/plain", bench.id)}
                >
                  <label>
                    <input
                      type="checkbox"
                      checked={inside}
                      onChange={(event) => put(bench.id, event.target.checked)}
                    />{" "}
                    {bench.name} ({bench.seats})
                  </label>
                </span>
              ))}
          </Side>
        ))}
      </div>
      <p role="status">
        {members.length === 0
          ? t("coalition.none")
          : [
              t(`coalition.${verdict}`, { seats, quota }),
              ...(surplus.length > 0
                ? [t("coalition.surplus", { names: surplus.map((i) => benches[i].name).join(", ") })]
                : wins
                  ? [t("coalition.minimal")]
                  : []),
            ].join(" ")}
      </p>
      {members.length > 0 && <PictureView picture={bar} />}
      {all !== undefined && <WhoIsLeftOut benches={benches} majorities={all} />}
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
      {all !== undefined && (
        <>
          <p>{t("coalition.count", { count: some.length, shown: Math.min(LISTED, some.length) })}</p>
          <ul className="majorities">
            {some.slice(0, LISTED).map((one) => (
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

/** One of the two sides that a list can be dragged to. */
function Side({
  inside,
  onDropped,
  children,
}: {
  readonly inside: boolean;
  readonly onDropped: (id: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onDropped(event.dataTransfer.getData("text/plain"));
  };
  return (
    <fieldset
      className={over ? "side over" : "side"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend>{t(inside ? "coalition.in" : "coalition.out")}</legend>
      {children}
    </fieldset>
  );
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
