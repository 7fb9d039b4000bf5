import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { routes as routesPicture } from "../../show/index.ts";
import { PictureView } from "./contents.tsx";

/** The routes of a case as lines with stations: who holds each stage, and whether it lets pass. */
export function RoutesMap({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const picture = useMemo(() => {
    if (source.routes.length === 0) return undefined;
    const names = new Map(
      [...source.actors, ...source.territories].map((one) => [
        one.id,
        one.name.replace(/\s*\([^()]*\)\s*$/, ""),
      ]),
    );
    const name = (id: string): string => names.get(id) ?? id;
    const holder = new Map(source.territories.map((territory) => [territory.id, territory.holder]));
    return routesPicture(
      {
        routes: source.routes.map((route) => ({
          id: route.id,
          name: route.name,
          stages: route.stages.map((stage) => {
            const held = holder.get(stage.territory);
            return {
              name: name(stage.territory),
              open: stage.passes,
              ...(held === undefined ? {} : { holder: name(held) }),
            };
          }),
        })),
      },
      { id: "map-routes", title: t("map.routes"), method: t("map.routesMethod") },
    );
  }, [source, t]);
  if (picture === undefined) return null;
  return (
    <section aria-labelledby="map-routes-title">
      <h2 id="map-routes-title">{t("map.routes")}</h2>
      <PictureView picture={picture} />
    </section>
  );
}
