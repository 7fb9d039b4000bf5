import type { Head, ReportContents, Section } from "../../show/index.ts";
import type { Study } from "../study.ts";
import type { Comparison } from "../whatif/compare.ts";
import { pairs, whatIfSection } from "../whatif/section.ts";
import { behaviour } from "./behaviour.ts";
import { citedIn } from "./cited.ts";
import { claims } from "./claims.ts";
import { coalitions } from "./coalitions.ts";
import { findingsOf } from "./findings.ts";
import { fronts } from "./fronts.ts";
import { futures } from "./futures.ts";
import type { Judging } from "./judging.ts";
import { type Making, method } from "./method.ts";
import { network } from "./network.ts";
import { lastDayOf } from "./over-runs.ts";
import { overview } from "./overview.ts";
import { polity } from "./polity.ts";
import { positions } from "./positions.ts";
import { power } from "./power.ts";
import { questions } from "./questions.ts";
import { record } from "./record.ts";
import { routes } from "./routes.ts";
import { sensitivitySection } from "./sensitivity.ts";
import { stability } from "./stability.ts";
import { violence } from "./violence.ts";

/**
 * The whole report on a study as plain data; with outcomes, its forecasts are scored; with scenarios of the case,
 * what they change.
 */
export function reportContents(
  study: Study,
  judged: Judging | undefined,
  made: Making,
  scenarios?: Comparison,
): ReportContents {
  const sections: readonly Section[] = [
    overview(study, judged),
    polity(study),
    fronts(study),
    power(study),
    coalitions(study),
    network(study),
    routes(study),
    positions(study),
    record(study),
    behaviour(study),
    futures(study, judged),
    violence(study, judged),
    questions(study, judged),
    claims(study),
    stability(study, judged),
    sensitivitySection(study),
    ...(scenarios === undefined ? [] : [whatIfSection(scenarios)]),
  ];
  return {
    head: headOf(study, judged, made, scenarios),
    sections: [...sections, method(study, judged, made, citedIn(sections))],
  };
}

function headOf(
  study: Study,
  judged: Judging | undefined,
  made: Making,
  scenarios: Comparison | undefined,
): Head {
  const { head, hash } = study.source;
  return {
    title: head.title,
    polity: head.polity,
    asOf: head.as_of,
    horizon: lastDayOf(study, (study.far ?? study.near).months - 1),
    summary: head.summary,
    findings: findingsOf(study, judged),
    engine: made.version,
    caseHash: hash,
    seed: study.size.seed,
    runs: study.runs + (scenarios === undefined ? 0 : futuresOf(scenarios)),
    command: made.command,
    ...(head.licence === undefined ? {} : { licence: head.licence }),
  };
}

/** Futures that a comparison played, as it is and with each alternative. */
function futuresOf(comparison: Comparison): number {
  return pairs(comparison) * (comparison.compared.length + 1);
}
