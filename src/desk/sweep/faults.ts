import { type Finding, TawazunError } from "../../base/index.ts";
import {
  type Case,
  type NamedChanges,
  type Setting,
  type SweepExperiment,
  variableChange,
} from "../../case/index.ts";
import { gaugeOf, reachOf, testOf } from "../../forecast/index.ts";
import { endOf, interventionFaults, worldOf } from "../../simulate/index.ts";
import { studyDefaults } from "../study.ts";
import { readPolicies } from "../verbs/policy-flag.ts";

/** What is wrong with an experiment that only the play can tell, each where it stands. */
export function experimentFaults(
  source: Case,
  experiment: SweepExperiment,
  known: readonly NamedChanges[],
): readonly Finding[] {
  const world = worldOf(source);
  const { variables = [], record, months = studyDefaults.months } = experiment;
  const end = endOf(world.start, months);
  const faults: Finding[] = [];
  const fault = (path: readonly (string | number)[], code: string, message: string): void => {
    const place = experiment.place(path);
    if (!faults.some((other) => other.message === message && other.place.line === place.line))
      faults.push({ code, severity: "error", place, message });
  };
  const held = (path: readonly (string | number)[], work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof TawazunError)) throw error;
      fault(path, error.code, error.message);
    }
  };

  if (end > world.end)
    fault(
      ["months"],
      "play/months",
      `${months} months go beyond the case's horizon; give fewer, or set the horizon of the case later.`,
    );
  if (experiment.policy !== undefined) held(["policy"], () => void readPolicies(experiment.policy ?? ""));
  for (const [k, id] of (record?.questions ?? []).entries()) {
    const question = source.questions.find((candidate) => candidate.id === id);
    if (question !== undefined && reachOf(question.rule) > end)
      fault(
        ["record", "questions", k],
        "sweep/reach",
        `The question "${id}" looks beyond the ${months} months that are played.`,
      );
  }
  for (const [k, { name, rule, measure = 0 }] of (record?.outcomes ?? []).entries()) {
    const path = ["record", "outcomes", k];
    if (reachOf(rule ?? { compare: [measure, ">", 0] }) > end)
      fault(path, "sweep/reach", `"${name}" looks beyond the ${months} months that are played.`);
    held(path, () => void (rule === undefined ? gaugeOf(world, measure) : testOf(world, rule)));
  }

  const questions = record?.questions ?? source.questions.filter(({ rule }) => reachOf(rule) <= end);
  if (questions.length === 0 && (record?.outcomes ?? []).length === 0) {
    const message = `Nothing is recorded: no question of the case is settled within ${months} months. Give record.questions or record.outcomes.`;
    fault(["record"], "sweep/record", message);
  }
  const wrong = new Set<string>();
  for (const id of experiment.scenarios ?? ["as-is"]) {
    const changes = known.find((scenario) => scenario.id === id)?.changes ?? [];
    const first = variables.map((variable) => variableChange(variable.set, valuesOf(variable).values[0]));
    for (const [v, variable] of variables.entries()) {
      const { under, values } = valuesOf(variable);
      for (const [k, value] of values.entries()) {
        const key = `${v} ${k}`;
        if (wrong.has(key)) continue;
        const all = [...changes, ...first.with(v, variableChange(variable.set, value))];
        const found = interventionFaults(world, all).find(({ at }) => at === changes.length + v);
        if (found === undefined) continue;
        wrong.add(key);
        const where = id === "as-is" ? "" : ` under the scenario "${id}"`;
        fault(
          ["variables", v, under, k],
          found.code,
          `With ${variable.name} = ${value}${where}: ${found.message}`,
        );
      }
    }
  }
  return faults;
}

/** Every listed value, or the ends of what a variable may be, and the key under which they stand. */
function valuesOf({ values, range, distribution }: NonNullable<SweepExperiment["variables"]>[number]): {
  readonly under: string;
  readonly values: readonly Setting[];
} {
  if (values !== undefined) return { under: "values", values };
  if (range !== undefined) return { under: "range", values: range };
  return { under: "distribution", values: distribution ?? [] };
}
