import { useTranslation } from "react-i18next";
import { csv, table } from "../../show/index.ts";
import type { Bench } from "./benches.ts";
import { Downloads } from "./downloads.tsx";
import { TableView } from "./table-view.tsx";

/** Which majorities leave out whom: for each list the smallest majority without it, and how many there are. */
export function WhoIsLeftOut({
  benches,
  majorities,
}: {
  readonly benches: readonly Bench[];
  readonly majorities: readonly (readonly number[])[];
}) {
  const { t } = useTranslation();
  const seats = (one: readonly number[]): number => one.reduce((sum, i) => sum + benches[i].seats, 0);
  const rows = benches.flatMap((bench, i) => {
    if (bench.seats === 0) return [];
    const without = majorities.filter((one) => !one.includes(i));
    const fewest = without.reduce<readonly number[] | undefined>(
      (best, one) => (best === undefined || one.length < best.length ? one : best),
      undefined,
    );
    return [
      {
        ...{ name: bench.name, with: majorities.length - without.length, without: without.length },
        fewest:
          fewest === undefined
            ? t("coalition.cannot")
            : `${fewest.map((k) => benches[k].name).join(" + ")} (${seats(fewest)})`,
      },
    ];
  });
  const data = table(
    t("coalition.leftOut"),
    [
      { key: "name", name: t("power.list") },
      { key: "with", name: t("coalition.withIt"), measure: "minimal-majorities" },
      { key: "without", name: t("coalition.withoutIt"), measure: "minimal-majorities" },
      { key: "fewest", name: t("coalition.fewest"), wide: true },
    ],
    rows,
  );
  return (
    <details className="left-out">
      <summary>{t("coalition.leftOut")}</summary>
      <TableView data={data} />
      <p>
        <small>{t("coalition.leftOutHelp")}</small>
      </p>
      <Downloads name="who-is-left-out" table={csv(data)} />
    </details>
  );
}
