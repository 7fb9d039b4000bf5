import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { CaseExperiment, WhatCanChange } from "../../desk/index.ts";
import { useCaseHash } from "../api.ts";
import { get } from "../client.ts";
import { usePlace } from "../place.ts";
import { FileLink } from "./file-link.tsx";
import { SweepForm } from "./sweep-form.tsx";
import { SweepRun } from "./sweep-run.tsx";

/** The case's experiments: how large each is, how long it takes, and what it finds. */
export function Sweeps({ source, can }: { readonly source: Case; readonly can: WhatCanChange }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const hash = useCaseHash();
  const { data } = useQuery({
    queryKey: ["experiments", hash],
    queryFn: () => get("/api/experiments"),
    placeholderData: (before) => before,
  });
  return (
    <section aria-labelledby="sweeps">
      <h2 id="sweeps">{t("sweep.title")}</h2>
      <p>{t("sweep.lead")}</p>
      {data === undefined ? (
        <p role="status">{t("loading")}</p>
      ) : (
        <>
          {data.experiments.length === 0 && <p className="empty">{t("sweep.none")}</p>}
          <Faults findings={data.findings} />
          <ul className="cards">
            {data.experiments.map((experiment) => (
              <li key={experiment.id} className="card sweep">
                <h3 dir="auto">{experiment.name}</h3>
                {experiment.text !== undefined && <p dir="auto">{experiment.text}</p>}
                <Size experiment={experiment} />
                <Faults findings={experiment.findings} />
                {experiment.futures !== undefined && (
                  // Another state of the case has other answers: nothing of the old one stays on the page.
                  <SweepRun
                    key={hash}
                    experiment={experiment}
                    isChosen={chosen.get("sweep") === experiment.id}
                  />
                )}
              </li>
            ))}
          </ul>
          <SweepForm source={source} can={can} taken={data.experiments.map(({ id }) => id)} />
        </>
      )}
    </section>
  );
}

/** Points, futures and months in words, and what varies and is recorded. */
function Size({ experiment }: { readonly experiment: CaseExperiment }) {
  const { t } = useTranslation();
  const { variables, scenarios, recorded = [], points, repetitions, months, futures } = experiment;
  return (
    <dl className="facts">
      {futures !== undefined && (
        <div>
          <dt>{t("sweep.size")}</dt>
          <dd>
            {t(scenarios.length === 1 ? "sweep.sizeOf" : "sweep.sizeUnder", {
              points: points?.toLocaleString(),
              scenarios: scenarios.length,
              repetitions: repetitions.toLocaleString(),
              futures: futures.toLocaleString(),
              months,
            })}
          </dd>
        </div>
      )}
      {(
        [
          ["varies", variables],
          ["scenarios", scenarios.length === 1 ? [] : scenarios],
          ["records", recorded],
        ] as const
      ).map(([key, names]) =>
        names.length === 0 ? null : (
          <div key={key}>
            <dt>{t(`sweep.${key}`)}</dt>
            <dd dir="auto">{names.join(", ")}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Faults({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="findings" lang="en" dir="ltr">
      {findings.map(({ code, place, message }) => (
        <li key={`${code} ${place.file} ${place.line} ${message}`}>
          <FileLink place={place} /> {message}
        </li>
      ))}
    </ul>
  );
}
