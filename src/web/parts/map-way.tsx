import { memo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { number } from "../../show/index.ts";
import { choose } from "../place.ts";
import { ActorPicker } from "./actor-picker.tsx";
import { TieMark, useNames } from "./map-actor.tsx";
import type { MapNetwork, MapTie } from "./map-network.ts";
import type { Over } from "./map-reach.ts";

/** The shortest way from one actor to another, tie by tie. */
export const WayCard = memo(function WayCard({
  network,
  who,
  to,
  over,
  way,
}: {
  readonly network: MapNetwork;
  readonly who: string | undefined;
  readonly to: string | undefined;
  readonly over: Over;
  readonly way: readonly MapTie[] | undefined;
}) {
  const { t } = useTranslation();
  const names = useNames(network);
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? id;
  return (
    <section className="way" aria-labelledby="map-way">
      <h3 id="map-way">{t("map.way")}</h3>
      <ActorPicker label={t("map.wayFrom")} among={names} value={who} onPick={(id) => choose({ who: id })} />
      <ActorPicker label={t("map.wayTo")} among={names} value={to} onPick={(id) => choose({ to: id })} />
      <label className="inline">
        <input
          type="checkbox"
          checked={over === "friendly"}
          onChange={(event) => choose({ over: event.target.checked ? "friendly" : undefined })}
        />{" "}
        {t("map.overFriends")}
      </label>
      {who !== undefined && to !== undefined && who !== to && (
        <div role="status">
          {way === undefined ? (
            <p>{t("map.noWay")}</p>
          ) : (
            <>
              <p>{t("map.waySteps", { count: way.length })}</p>
              <ol className="ties">
                {stepsOf(way, who).map(({ tie, at }) => (
                  <li key={tie.key}>
                    <TieMark tie={tie} />
                    <span>{nameOf(at)}</span>
                    <span className="number">{number(tie.value, 2)}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      )}
      {to !== undefined && <Button onPress={() => choose({ to: undefined })}>{t("map.unway")}</Button>}
    </section>
  );
});

/** Each tie of a way with the actor that it leads to. */
function stepsOf(
  way: readonly MapTie[],
  from: string,
): readonly { readonly tie: MapTie; readonly at: string }[] {
  let at = from;
  return way.map((tie) => {
    at = tie.from === at ? tie.to : tie.from;
    return { tie, at };
  });
}
