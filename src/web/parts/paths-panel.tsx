import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { FoundPaths } from "../../desk/index.ts";
import { csv, percent, table } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { Downloads } from "./downloads.tsx";
import { HeadTable } from "./head-table.tsx";
import { useReport } from "./report.tsx";
import { RunPanel } from "./run-panel.tsx";

/** Paths are found among so many futures at most: more would add rare ones alone. */
const MOST = 2000;
const SHOWN = 15;

/** Futures put together by what happened in which order, and where the answers to questions part. */
export function PathsPanel() {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const { size } = useReport();
  const asked = chosen.get("paths") === "1";
  const run = useRun("paths", asked ? { ...size, runs: Math.min(MOST, size.runs) } : undefined);
  const found = run.state?.state === "done" ? (run.state.outcome?.json as FoundPaths | undefined) : undefined;
  return (
    <section aria-labelledby="paths">
      <h2 id="paths">{t("paths.title")}</h2>
      <p>{t("paths.lead")}</p>
      {!asked && <Button onPress={() => choose({ paths: "1" })}>{t("paths.find")}</Button>}
      {asked && found === undefined && <RunPanel {...run} />}
      {found !== undefined &&
        (found.told.length === 0 ? <p className="empty">{t("paths.alike")}</p> : <Answer found={found} />)}
    </section>
  );
}

function Answer({ found: { runs, paths, turns } }: { readonly found: FoundPaths }) {
  const { t } = useTranslation();
  const rest = paths.slice(SHOWN).reduce((sum, { runs: own }) => sum + own, 0);
  return (
    <>
      <HeadTable
        caption
        label={t("paths.of", { count: runs })}
        heads={[t("paths.path"), t("paths.part"), t("paths.interval"), `.${t("replay.watch")}`]}
      >
        {paths.slice(0, SHOWN).map(({ steps, part, low, high, future }) => (
          <tr key={steps.map(({ what }) => what).join(" → ")}>
            <th scope="row">
              {steps.length === 0
                ? t("paths.none")
                : steps.map(({ what, day }, k) => (
                    <span key={what} className="hop">
                      {k > 0 && "→ "}
                      {what} <small>{day.slice(0, 7)}</small>{" "}
                    </span>
                  ))}
            </th>
            <td className="number">
              <span className="share" style={{ inlineSize: `${(100 * part).toFixed(1)}%` }} />
              {percent(part, 1)}
            </td>
            <td>{t("paths.fromTo", { low: percent(low), high: percent(high) })}</td>
            <td>
              <Watch future={future} />
            </td>
          </tr>
        ))}
      </HeadTable>
      {rest > 0 && <p>{t("paths.rest", { count: paths.length - SHOWN, part: percent(rest / runs, 1) })}</p>}
      <Downloads
        name="paths"
        table={csv(
          table(
            t("paths.title"),
            ["path", "futures", "part", "low", "high", "such_as"].map((key) => ({ key, name: key })),
            paths.map(({ steps, runs: own, part, low, high, future }) => ({
              path: steps.map(({ what, day }) => `${what} (${day})`).join(" → "),
              futures: own,
              ...{ part, low, high, such_as: future },
            })),
          ),
        )}
      />
      <h3>{t("paths.turns")}</h3>
      {turns.length === 0 ? (
        <p>{t("paths.noTurns")}</p>
      ) : (
        <>
          <HeadTable
            label={t("paths.turns")}
            heads={[t("paths.question"), t("paths.all"), t("paths.at"), t("paths.with"), t("paths.without")]}
          >
            {turns.map(({ question, text, all, what, withIt, runsWith, without, runsWithout }) => (
              <tr key={question}>
                <th scope="row">{text}</th>
                <td className="number">{percent(all)}</td>
                <td>{what}</td>
                <td>{t("paths.among", { part: percent(withIt), count: runsWith })}</td>
                <td>{t("paths.among", { part: percent(without), count: runsWithout })}</td>
              </tr>
            ))}
          </HeadTable>
          <p>
            <small>{t("paths.notCause")}</small>
          </p>
        </>
      )}
    </>
  );
}

/** Leads to the recording of one future. */
export function Watch({ future, words }: { readonly future: number; readonly words?: string }) {
  const { t } = useTranslation();
  return (
    <Button
      aria-label={t("replay.watchOne", { future })}
      onPress={() => {
        choose({ future: `${future}`, step: undefined, of: undefined });
        document.getElementById("replay")?.scrollIntoView();
      }}
    >
      {words ?? t("replay.watch")}
    </Button>
  );
}
