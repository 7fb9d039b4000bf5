import { useTranslation } from "react-i18next";
import type { PageProps } from "../app.tsx";
import { MapDesk } from "../parts/map-desk.tsx";
import { RoutesMap } from "../parts/map-routes.tsx";
import { ReportSections } from "../parts/report.tsx";
import "../map.css";

/** Who is tied to whom on any day of the case, the factions, and the routes. */
export default function MapPage({ answer }: PageProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("page.map")}</h1>
      {answer.case === null || answer.case.actors.length === 0 ? (
        <p className="empty">{t("map.noActors")}</p>
      ) : (
        <>
          <MapDesk source={answer.case} />
          <RoutesMap source={answer.case} />
        </>
      )}
      <ReportSections ids={["network", "fronts", "routes"]} />
    </>
  );
}
