import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { Places } from "./map-frame.ts";
import type { Drawing } from "./map-look.ts";
import { placesOut } from "./map-pins.ts";
import { SavedViews } from "./saved-views.tsx";

/** The views of the map: who is pinned is kept with each, and, if wanted, where everybody else stands. */
export function MapViews({
  source,
  drawing,
  pins,
}: {
  readonly source: Case;
  readonly drawing: Drawing | undefined;
  readonly pins: Places;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const standing = (): Places =>
    new Map([...(all ? (drawing?.nodes ?? []) : []).map(({ id, x, y }) => [id, [x, y]] as const), ...pins]);
  return (
    <SavedViews source={source} page="map" places={() => placesOut(standing(), source)}>
      <label className="inline">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{" "}
        {t("map.everybody")}
      </label>
    </SavedViews>
  );
}
