import { isoDate } from "../../base/index.ts";
import type { GoodnessOfFit } from "../../behave/index.ts";
import { number, type Part, percent, plural, range, type Table, table } from "../../show/index.ts";
import type { EventMaterial } from "./case-events.ts";
import type { Calibrated, FitCheck, ModelCheck } from "./check.ts";
import { drawnEvenly } from "./check-streams.ts";
import { MODEL_TITLES, pText } from "./fit-tables.ts";

/** All that the checks found as data; rankings stand with the models. */
export function checkJson({ goodness, models, stopped }: FitCheck) {
  return {
    goodness,
    models: models.map(({ model, ...found }) => ({ kind: model.fit.kind, ...found })),
    stopped,
  };
}

/** All that the checks found, as parts of a page. */
export function checkParts(check: FitCheck, material: EventMaterial): readonly Part[] {
  const models = check.models.map(({ model }) => model);
  const even = drawnEvenly(models);
  return [
    { kind: "subheading", title: "Do streams drawn from the models look like the observed one?" },
    ...(typeof check.goodness === "string"
      ? [says(check.goodness)]
      : [...(even === undefined ? [] : [says(even)]), goodnessTable(check.goodness)]),
    { kind: "subheading", title: "Do the coefficients stay the same?" },
    ...constancyParts(check.models),
    { kind: "subheading", title: "Do the models foretell later events?" },
    rankingTable(check),
    ...check.models.flatMap(({ calibration }): readonly Part[] =>
      calibration === undefined
        ? []
        : [
            { kind: "subheading", title: "Do acts of a type come as often as foretold?" },
            typeof calibration === "string" ? says(calibration) : calibrationTable(calibration),
          ],
    ),
    { kind: "subheading", title: "Which events do the models not understand?" },
    ...check.models.map((each) => surpriseTable(each, material)),
  ];
}

const says = (text: string): Part => ({ kind: "paragraph", text });

/** Features of the observed stream beside their bands in drawn ones. */
export function goodnessTable({ rows, runs, seed, level }: GoodnessOfFit): Table {
  const outside = rows.filter(({ inside }) => !inside).length;
  return table(
    `What no coefficient fixes, observed and in ${plural(runs, "drawn stream")}`,
    [
      { key: "name", name: "Feature" },
      { key: "label", name: "of" },
      { key: "observed", name: "Observed", align: "end" },
      { key: "median", name: "Drawn, median", align: "end" },
      { key: "band", name: `${percent(level)} band`, align: "end" },
      { key: "p", name: "p", align: "end", measure: "gof-p" },
      { key: "inside", name: "Inside" },
    ],
    rows.map((row) => ({
      name: row.name,
      label: row.label,
      observed: short(row.observed),
      median: short(row.median),
      band: range(short(row.low), short(row.high)),
      p: pText(row.p),
      inside: row.inside,
    })),
    {
      note: `Drawn at the estimates, seed "${seed}". ${outside} of ${plural(rows.length, "value")} outside the band; by luck alone ${number((1 - level) * rows.length, 1)} would be. p: part of the streams that are no less far out. Networks of fronts and of types that are not told apart change as recorded.`,
    },
  );
}

const short = (value: number): string =>
  number(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1);

/** For each model whether its coefficients stay the same, and when one changed. */
export function constancyParts(models: readonly Pick<ModelCheck, "model" | "constancy">[]): readonly Part[] {
  const changes = models.flatMap(({ model, constancy }) =>
    typeof constancy === "string"
      ? []
      : constancy.points.map((point) => ({
          model: MODEL_TITLES[model.fit.kind],
          term: point.term,
          when: isoDate(Math.floor(point.time)),
          event: point.event + 1,
          statistic: point.statistic,
          p: pText(point.p),
          before: `${number(point.before, 2)} ± ${number(point.beforeError, 2)}`,
          after: `${number(point.after, 2)} ± ${number(point.afterError, 2)}`,
        })),
  );
  return [
    ...models.map(({ model, constancy }) =>
      says(`${MODEL_TITLES[model.fit.kind]}: ${constancyInWords(constancy)}`),
    ),
    ...(changes.length === 0
      ? []
      : [
          table(
            "Change points of coefficients",
            [
              { key: "model", name: "Model" },
              { key: "term", name: "Coefficient" },
              { key: "when", name: "Changed", unit: "date" },
              { key: "event", name: "at event" },
              { key: "statistic", name: "Test value", digits: 2 },
              { key: "p", name: "p", align: "end", measure: "change-p" },
              { key: "before", name: "before", align: "end" },
              { key: "after", name: "from then on", align: "end" },
            ],
            changes,
            {
              note: "Test value: the largest distance of the cumulated scores from a straight line, in standard errors; 1.36 is the 5% point of one coefficient. Estimates with standard errors, between neighbouring change points. Tested without priors, which would pull the estimates.",
            },
          ),
        ]),
  ];
}

function constancyInWords(constancy: ModelCheck["constancy"]): string {
  if (typeof constancy === "string") return `constancy was not tested. ${constancy}`;
  const { points, terms, p, level } = constancy;
  const [most] = [...terms].sort((a, b) => a.p - b.p);
  const told = `${most.term} wanders most, test value ${number(most.statistic, 2)}, p ${pText(most.p)}; p for all together ${pText(p)}, level ${percent(level)}`;
  if (points.length > 0) return `${plural(points.length, "change point")} (${told}).`;
  return p > level
    ? `no coefficient is seen to change (${told}).`
    : `a coefficient changes, too near an end of the record or with too few events on one side for a date (${told}).`;
}

function rankingTable({ models }: FitCheck): Table {
  const why = models.flatMap(({ model: { tried, fit } }) =>
    typeof tried === "string" ? [`${MODEL_TITLES[fit.kind]}: ${tried}.`.replace(/\.\.$/, ".")] : [],
  );
  return table(
    "Ranking of the last fifth of the events, by models fitted to those before",
    [
      { key: "model", name: "Model" },
      { key: "events", name: "Events" },
      { key: "mrr", name: "MRR", digits: 3, measure: "mrr" },
      { key: "evenMrr", name: "all alike", digits: 3, measure: "mrr" },
      { key: "hits1", name: "hits@1", unit: "share", measure: "hits" },
      { key: "hits3", name: "hits@3", unit: "share", measure: "hits" },
      { key: "hits10", name: "hits@10", unit: "share", measure: "hits" },
      { key: "logLoss", name: "Log loss", digits: 3, measure: "log-loss" },
      { key: "evenLogLoss", name: "all alike", digits: 3, measure: "log-loss" },
    ],
    models.map(({ model: { fit, tried } }) => ({
      model: MODEL_TITLES[fit.kind],
      ...(tried === undefined || typeof tried === "string"
        ? {}
        : {
            events: tried.events,
            mrr: tried.mrr,
            evenMrr: tried.evenMrr,
            hits1: tried.hits1,
            hits3: tried.hits3,
            hits10: tried.hits10,
            logLoss: tried.logLoss,
            evenLogLoss: tried.evenLogLoss,
          }),
    })),
    why.length === 0 ? {} : { note: why.join(" ") },
  );
}

function calibrationTable(found: Calibrated): Table {
  return table(
    `Calibration of the type on ${plural(found.events, found.of === "fitted" ? "fitted event" : "event")}${found.of === "fitted" ? "" : " held back"}`,
    [
      { key: "type", name: "Type" },
      { key: "range", name: "Given between", align: "end" },
      { key: "events", name: "Events" },
      { key: "given", name: "Given", unit: "share" },
      { key: "came", name: "Came", unit: "share" },
      { key: "interval", name: "95%", align: "end" },
    ],
    found.table.map((row) => ({
      type: row.type,
      range: range(percent(row.from), percent(row.to)),
      events: row.events,
      given: row.given,
      came: row.came,
      interval: range(percent(row.low), percent(row.high)),
    })),
    {
      note: `Log loss ${number(found.logLoss, 3)}, of the base rate ${number(found.baseLogLoss, 3)}; Brier score ${number(found.brier, 3)}, of the base rate ${number(found.baseBrier, 3)}; mean distance between given and came ${percent(found.calibrationError, 1)}.`,
    },
  );
}

function surpriseTable({ model, surprises }: ModelCheck, { nameOf }: EventMaterial): Part {
  const title = MODEL_TITLES[model.fit.kind];
  if (typeof surprises === "string") return says(`${title}: ${surprises}`);
  const { least, outliers, events } = surprises;
  return table(
    `Least likely by the model of “${title.toLowerCase()}”: ${least.length} of ${plural(events, "event")}`,
    [
      { key: "date", name: "Date", unit: "date" },
      { key: "who", name: "Who" },
      { key: "whom", name: "toward whom" },
      { key: "type", name: "Type" },
      { key: "given", name: "Given", align: "end" },
      { key: "chance", name: "Chance of one no likelier", align: "end" },
      { key: "outlier", name: "Outlier" },
    ],
    least.map((one) => ({
      date: isoDate(Math.floor(one.time)),
      who: nameOf(one.sender),
      whom: nameOf(one.receiver),
      type: one.type,
      given: percent(one.probability, 1),
      chance: pText(one.chance),
      outlier: one.outlier,
    })),
    {
      note: `${outliers === 0 ? "None" : `${outliers} of all`} too improbable for as many events as there are, at a false-discovery rate of 5%.`,
    },
  );
}
