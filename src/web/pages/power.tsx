import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { assemblyToday } from "../../desk/index.ts";
import { hemicycle } from "../../show/index.ts";
import type { PageProps } from "../app.tsx";
import { type Bench, standing } from "../parts/benches.ts";
import { CoalitionExplorer } from "../parts/coalition-explorer.tsx";
import { ConfidenceSwitches } from "../parts/confidence-switches.tsx";
import { PictureView } from "../parts/contents.tsx";
import { OnPage } from "../parts/on-page.tsx";
import { ReportSections } from "../parts/report.tsx";
import { PAGE_SECTIONS } from "../parts/report-places.ts";
import { SavedViews } from "../parts/saved-views.tsx";
import { SeatTable } from "../parts/seat-table.tsx";
import { choose, usePlace } from "../place.ts";
import "../power.css";

/** Who decides in the assembly, and who would if seats were dealt out otherwise. */
export default function Power({ answer }: PageProps) {
  const { t } = useTranslation();
  const source = answer.case;
  const sits = useMemo(() => source !== null && assemblyToday(source) !== undefined, [source]);
  return (
    <>
      <h1>{t("page.power")}</h1>
      {answer.case !== null && (
        <>
          <OnPage
            before={
              sits
                ? [
                    ["explorer", t("coalition.title")],
                    ["motion", t("motion.title")],
                  ]
                : []
            }
            sections={PAGE_SECTIONS.power}
          />
          <House source={answer.case} />
          <SavedViews source={answer.case} page="power" />
        </>
      )}
      <ReportSections ids={PAGE_SECTIONS.power} />
    </>
  );
}

function House({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const assembly = useMemo(() => assemblyToday(source), [source]);
  if (assembly === undefined) return <p>{t("power.noAssembly")}</p>;
  const lineup = (["now", "elected", "allied"] as const).find((id) => id === chosen.get("lineup")) ?? "now";
  const given: readonly Bench[] = assembly[lineup].map(({ id, name, seats }) => ({ id, name, seats }));
  const benches = standing(given, chosen.get("seats"));
  const quota = Number(chosen.get("quota") ?? assembly.quota);
  const changed = chosen.has("seats") || chosen.has("quota");
  const held = benches.reduce((sum, bench) => sum + bench.seats, 0);
  const picture =
    held > 0 &&
    hemicycle(
      { lists: benches.filter((bench) => bench.seats > 0), quota },
      { id: "house", title: assembly.arena.name, method: t("power.houseMethod") },
    );
  return (
    <section aria-labelledby="house-heading">
      <h2 id="house-heading">{assembly.arena.name}</h2>
      <div className="choices">
        <label>
          {t("power.lineup")}{" "}
          <select
            value={lineup}
            onChange={(event) => choose({ lineup: event.target.value, seats: undefined, with: undefined })}
          >
            {(["now", "elected", "allied"] as const)
              .filter((id) => assembly[id].length > 0)
              .map((id) => (
                <option key={id} value={id}>
                  {t(`power.lineups.${id}`)}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t("power.quota")}{" "}
          <input
            type="number"
            min={1}
            max={Math.max(1, held)}
            value={quota}
            onChange={(event) => choose({ quota: event.target.value })}
          />
        </label>
        {changed && (
          <Button onPress={() => choose({ seats: undefined, quota: undefined })}>{t("power.reset")}</Button>
        )}
      </div>
      <div className="house">
        {picture !== false && <PictureView picture={picture} />}
        <SeatTable given={given} benches={benches} quota={quota} givenQuota={assembly.quota} />
        <CoalitionExplorer benches={benches} quota={quota} />
        <ConfidenceSwitches benches={benches} quota={quota} />
      </div>
    </section>
  );
}
