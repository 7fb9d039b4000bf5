import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { RunState } from "../../desk/index.ts";
import { call } from "../api.ts";
import { get } from "../client.ts";

/** The runs of this case so far, newest first; those that still go can be stopped. */
export function RunList() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["runs"],
    queryFn: () => get("/api/runs"),
    refetchInterval: (query) => (query.state.data?.some(isGoing) === true ? 2000 : false),
    staleTime: 0,
  });
  const stop = async (key: string): Promise<void> => {
    await call(`/api/runs/${key}`, "DELETE");
    await client.invalidateQueries({ queryKey: ["runs"] });
  };
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{t("settings.runs")}</h2>
      {data === undefined || data.length === 0 ? (
        <p className="empty">{t("settings.noRuns")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
        <section className="table" aria-label={t("settings.runs")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("settings.verb")}</th>
                <th scope="col">{t("settings.options")}</th>
                <th scope="col">{t("settings.state")}</th>
                <th scope="col">
                  <span className="off">{t("settings.stop")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((run) => (
                <tr key={run.key}>
                  <th scope="row">{run.verb}</th>
                  <td>{optionsShown(run)}</td>
                  <td>
                    {t(`settings.states.${run.state}`)}
                    {run.progress === undefined ? "" : ` (${run.progress.done} / ${run.progress.total})`}
                  </td>
                  <td>
                    {isGoing(run) && (
                      <Button
                        aria-label={t("settings.stopIt", { verb: run.verb })}
                        onPress={() => void stop(run.key)}
                      >
                        {t("settings.stop")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function isGoing({ state }: RunState): boolean {
  return state === "running" || state === "waiting";
}

/** The options that say what was asked; switches that are off and empty lists are left out. */
function optionsShown({ options }: RunState): string {
  return Object.entries(options)
    .filter(
      ([name, value]) =>
        value !== false && name !== "contents" && !(Array.isArray(value) && value.length === 0),
    )
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join(" · ");
}
