import { useCallback, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dayOf } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { choose, usePlace } from "../place.ts";
import { MapControls } from "./map-controls.tsx";
import { useDay } from "./map-day.ts";
import { COLOUR_BY, drawing as drawingOf, SIZE_BY } from "./map-look.ts";
import { around, asDate, collapsed, type Making, networkAt, spanOfDays, tiedOnly } from "./map-network.ts";
import { MapTables } from "./map-tables.tsx";
import { MapView, MOST_DRAWN } from "./map-view.tsx";
import { useFactions, usePlaces } from "./map-worker.ts";

const MAKINGS: readonly Making[] = ["all", "ties", "events"];

/** The map with all that can be chosen on it. */
export function MapDesk({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen: now } = usePlace();
  // Menus answer at once; what is drawn follows as it can.
  const query = useDeferredValue(now.toString());
  const chosen = useMemo(() => new URLSearchParams(query), [query]);
  const span = useMemo(() => spanOfDays(source), [source]);
  const asked = chosen.get("day");
  const { day, shown, move } = useDay(asked === null ? span.last : dayOr(asked, span.last), span.last);
  const making = MAKINGS.find((id) => id === chosen.get("made")) ?? "all";
  const halfLife = Math.max(1, Number(chosen.get("half")) || 180);
  const colour = COLOUR_BY.find((id) => id === chosen.get("colour")) ?? "bloc";
  const size = SIZE_BY.find((id) => id === chosen.get("size")) ?? "ties";
  const shutText = chosen.get("shut") ?? "";
  const shut = useMemo(() => new Set(shutText.split("~").filter((name) => name !== "")), [shutText]);

  const whole = useMemo(
    () => collapsed(networkAt(source, shown, making, halfLife), shut),
    [source, shown, making, halfLife, shut],
  );
  // Places are those of the last day, so that nobody moves when the day does.
  const still = useMemo(
    () => collapsed(networkAt(source, span.last, "all", halfLife), shut),
    [source, span, halfLife, shut],
  );
  const places = usePlaces(still);
  const found = useFactions(whole);
  const focus = whole.nodes.find((node) => node.id === chosen.get("focus"))?.id;
  const lone = chosen.get("lone") === "yes";
  const hops = Math.max(1, Math.min(4, Number(chosen.get("hops")) || 1));
  const near = useMemo(
    () => (focus !== undefined ? around(whole, focus, hops) : lone ? whole : tiedOnly(whole)),
    [whole, focus, hops, lone],
  );
  const factions = useMemo(() => {
    const [sides, broken] = [new Map<string, number>(), new Set<string>()];
    found?.network.nodes.forEach((node, i) => void sides.set(node.id, found.factions.partition[i]));
    for (const k of found?.factions.frustrated ?? []) {
      const tie = found?.network.ties[k];
      if (tie !== undefined) broken.add(`${tie.from} ${tie.to}`);
    }
    return { sides, broken };
  }, [found]);
  const drawn = useMemo(
    () => (places === undefined ? undefined : drawingOf(near, places, factions, { colour, size }, shown)),
    [near, places, factions, colour, size, shown],
  );
  const toggle = useCallback((id: string): void => choose({ focus: id === focus ? undefined : id }), [focus]);
  const many = near.nodes.length > MOST_DRAWN;
  const canvas = many || chosen.get("draw") === "canvas";
  return (
    <>
      <MapControls
        source={source}
        nodes={whole.nodes}
        span={span}
        day={day}
        onDay={move}
        making={MAKINGS.find((id) => id === now.get("made")) ?? "all"}
        halfLife={halfLife}
        colour={COLOUR_BY.find((id) => id === now.get("colour")) ?? "bloc"}
        size={SIZE_BY.find((id) => id === now.get("size")) ?? "ties"}
        shut={shut}
        focus={now.get("focus") ?? undefined}
        hops={hops}
        lone={lone}
        canvas={canvas}
        many={many}
      />
      {drawn === undefined ? (
        <p role="status">{t("map.placing", { count: near.nodes.length })}</p>
      ) : (
        <MapView
          drawing={drawn}
          day={shown}
          title={t("map.title", { date: asDate(shown) })}
          chosen={focus}
          canvas={canvas}
          onChoose={toggle}
        />
      )}
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
        </p>
      </section>
      {drawn !== undefined && <MapTables drawing={drawn} day={shown} />}
    </>
  );
}

function dayOr(text: string, instead: number): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : instead;
}
