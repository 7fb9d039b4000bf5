import type { Place } from "../../base/index.ts";
import type { Value } from "../draft.ts";
import type { Report } from "../findings/report.ts";
import { intervention } from "../schema/rules.ts";
import type { Path } from "../schema/walk.ts";
import { explain } from "./explain.ts";
import { variableChange } from "./variable-change.ts";

/** How many points a full factorial design may have. */
const MOST_POINTS = 1_000_000;

/** What is wrong with the variables and outcomes of an experiment beyond their shape. */
export function checkVariables(
  experiment: Value<"experiments">,
  place: (path: Path) => Place,
  report: Report,
): void {
  const { variables = [], design = { factorial: true } } = experiment;
  const seen = new Set(["run", "point", "scenario", "future", "futures"]);
  const columns: readonly (readonly [string, Path])[] = [
    ...variables.map(({ name }, k) => [name, ["variables", k, "name"]] as const),
    ...(experiment.record?.questions ?? []).map((name, k) => [name, ["record", "questions", k]] as const),
    ...(experiment.record?.outcomes ?? []).map(
      ({ name }, k) => [name, ["record", "outcomes", k, "name"]] as const,
    ),
  ];
  for (const [name, path] of columns) {
    if (seen.has(name))
      report("case/duplicate-id", place(path), `There are two columns "${name}". Give one another name.`, {
        given: name,
      });
    seen.add(name);
  }
  for (const [k, { rule, measure }] of (experiment.record?.outcomes ?? []).entries()) {
    if ((rule === undefined) === (measure === undefined))
      report("case/type", place(["record", "outcomes", k]), "Give either a rule or a measure.", {
        expected: "rule or measure",
      });
  }
  let points = 1;
  for (const [k, variable] of variables.entries()) {
    const { name, values, range, distribution, steps } = variable;
    const given = [values, range, distribution].filter((way) => way !== undefined).length;
    if (given !== 1) {
      const message = `The variable "${name}" takes its values from one of values, range and distribution; ${given} are given.`;
      report("case/type", place(["variables", k]), message, { expected: "values, range or distribution" });
      continue;
    }
    const ends = range ?? distribution ?? [];
    if (ends.some((end, e) => e > 0 && end < ends[e - 1]))
      report(
        "case/range",
        place(["variables", k, range === undefined ? "distribution" : "range"]),
        `The range of "${name}" does not rise.`,
      );
    if ("factorial" in design && values === undefined && (range === undefined || steps === undefined)) {
      const message = `In a full factorial design the variable "${name}" needs values, or a range with steps.`;
      report("case/type", place(["variables", k]), message, { expected: "values, or range and steps" });
    }
    points *= values?.length ?? steps ?? 1;
    checkValues(variable, ["variables", k], place, report);
  }
  if (!("factorial" in design) && variables.length === 0)
    report(
      "case/type",
      place(["design"]),
      "A design without variables has one point; leave it out, or give variables.",
    );
  if ("factorial" in design && points > MOST_POINTS)
    report(
      "case/range",
      place(["variables"]),
      `The values make ${points} combinations; at most ${MOST_POINTS} can be played. A Latin hypercube or a Sobol’ sequence needs fewer points.`,
    );
}

/** Whether each value is one that the thing set can have. */
function checkValues(
  { name, set, values, range, distribution }: NonNullable<Value<"experiments">["variables"]>[number],
  path: Path,
  place: (path: Path) => Place,
  report: Report,
): void {
  const listed = values ?? range ?? distribution ?? [];
  const under = values !== undefined ? "values" : range !== undefined ? "range" : "distribution";
  for (const [v, value] of listed.entries()) {
    const at = place([...path, under, v]);
    const wanted = "replace" in set ? "string" : "outside" in set ? undefined : "number";
    if (wanted !== undefined && typeof value !== wanted) {
      const what = wanted === "string" ? "the id of an actor" : "a number";
      report("case/type", at, `A value of "${name}" is ${what}.`, { given: String(value), expected: what });
      continue;
    }
    const tried = intervention.safeParse(variableChange(set, value));
    if (tried.success) continue;
    const [fault] = explain(tried.error.issues[0], intervention, variableChange(set, value));
    report(fault.code, at, `A value of "${name}" ${fault.words}.`, {
      given: String(value),
      expected: fault.expected,
    });
  }
}
