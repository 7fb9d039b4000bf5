import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { choose, usePlace } from "../place.ts";
import { HelpMark } from "./help-mark.tsx";
import { useIdle } from "./later.ts";
import { ActorCard } from "./map-actor.tsx";
import { Brushes } from "./map-brushes.tsx";
import { MapControls } from "./map-controls.tsx";
import type { Pin } from "./map-hands.tsx";
import { asDate } from "./map-network.ts";
import { pinsIn, pinsOut } from "./map-pins.ts";
import { type MapState, useMapState } from "./map-state.ts";
import { MapTables } from "./map-tables.tsx";
import { MapView, MOST_DRAWN } from "./map-view.tsx";
import { MapViews } from "./map-views.tsx";
import { WayCard } from "./map-way.tsx";
import { useViews } from "./views.ts";

/** The map with all that can be chosen on it. */
export function MapDesk({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const { views } = useViews(source);
  const state = useMapState(
    source,
    views.find((view) => view.id === chosen.get("view")),
  );
  const { now, wish, index, day, shown, move, shut, whole, bars, left, near, way, onWay, drawn, focus } =
    state;
  const { kept, pins } = state;
  const pick = useCallback((id: string): void => {
    const url = new URL(location.href);
    choose({ who: url.searchParams.get("who") === id ? undefined : id, to: undefined });
  }, []);
  const pin: Pin = useCallback(
    (id, place) => {
      const next = new Map(pinsIn(new URL(location.href).searchParams.get("pin") ?? "", kept));
      if (place === undefined) next.delete(id);
      else next.set(id, place);
      choose({ pin: pinsOut(next, kept) });
    },
    [kept],
  );
  const large = whole.nodes.length > MOST_DRAWN;
  const drawable = near.nodes.length <= MOST_DRAWN;
  const canvas = !drawable || (wish.draw ?? (large ? "canvas" : "lines")) === "canvas";
  const later = useIdle(drawn);
  return (
    <>
      <MapControls
        source={source}
        span={index.span}
        day={day}
        onDay={move}
        wish={now}
        focused={focus !== undefined}
        shut={shut}
        canvas={canvas}
        drawable={drawable}
      />
      <div className="map-desk">
        {drawn === undefined ? (
          <p role="status">{t("map.placing", { count: near.nodes.length })}</p>
        ) : (
          <MapView
            drawing={drawn}
            colour={wish.colour}
            day={shown}
            title={t("map.title", { date: asDate(shown) })}
            chosen={wish.who}
            way={onWay}
            near={focus === undefined ? "" : `${focus} ${wish.hops} ${wish.open}`}
            canvas={canvas}
            pinned={pins.size}
            onChoose={pick}
            onPin={pin}
            onUnpinAll={unpinAll}
          />
        )}
        <aside className="map-side" aria-label={t("map.side")}>
          <ActorCard
            network={left}
            who={now.who}
            focus={focus}
            open={wish.open}
            pinned={now.who !== undefined && pins.has(now.who)}
            onPin={pin}
          />
          <WayCard network={left} who={now.who} to={now.to} over={now.over} way={way} />
          <Brushes bars={bars} wish={now} />
        </aside>
      </div>
      <MapViews source={source} drawing={drawn} pins={pins} />
      <Balance found={state.found} />
      {later !== undefined && <MapTables drawing={later} day={shown} />}
    </>
  );
}

/** Lets all go; a view that keeps places is left with them. */
function unpinAll(): void {
  choose({ pin: undefined, view: undefined });
}

function Balance({ found }: Pick<MapState, "found">) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="map-balance">
      <h2 id="map-balance">{t("map.balance")}</h2>
      <p>
        {found === undefined
          ? t("map.counting")
          : t(found.factions.method === "exact" ? "map.frustration" : "map.frustrationBound", {
              count: found.factions.value,
              low: found.factions.lower,
              ties: found.network.ties.filter((tie) => tie.value !== 0).length,
            })}
      </p>
      <p>
        <small>{t("map.balanceHelp")}</small>
        <HelpMark measure="frustration" name={t("map.balance")} />
      </p>
    </section>
  );
}
