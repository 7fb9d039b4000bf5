// Agreement with goldfish 1.7.0 and eventnet 1.3 on every model of a folder laid out like data/rem.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import {
  type Attribute,
  type EventData,
  eventnetClock,
  fitEvents,
  formula,
  type ModelKind,
  type Network,
  statisticRows,
} from "../../src/behave/index.ts";
import type { GoldenRow } from "./row.ts";

export const defaultDirectory = "../shared/data/rem";

/** A fit of goldfish as its JSON file gives it. */
interface Model {
  readonly model: string;
  readonly family: string;
  readonly subModel: string;
  readonly formula: string;
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly logLik: number;
  readonly nEventsUsed: number;
  readonly converged: boolean;
  readonly information?: readonly (readonly number[])[];
  readonly firstEventLogLik?: readonly number[];
  readonly lastEventLogLik?: readonly number[];
}

type Cells = { readonly [column: string]: string };

/** Compares every model of the folder. */
export async function golden(directory: string): Promise<readonly GoldenRow[]> {
  const folder = join(directory, "golden");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const fits = files.map((file): GoldenRow => {
    const model = JSON.parse(readFileSync(join(folder, file), "utf8")) as Model;
    try {
      return compare(join("golden", file), model, inputsOf(join(directory, "inputs"), model));
    } catch (problem) {
      const note = problem instanceof Error ? problem.message : String(problem);
      return { file: join("golden", file), table: model.formula, passed: false, compared: 0, note };
    }
  });
  return [...fits, ...eventnet(join(directory, "eventnet"))];
}

const SECONDS: { readonly [unit: string]: number } = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
};

/** Windows in words, such as "7 days", as goldfish counts them. */
function inSeconds(text: string): string {
  return text.replace(/"(\d+(?:\.\d+)?) *(second|minute|hour|day|week|month|year)s?"/g, (_, count, unit) =>
    String(Number(count) * SECONDS[unit]),
  );
}

function kindOf({ family, subModel, formula: text }: Model): ModelKind {
  const timed = formula(text).some((term) => term.statistic === "intercept");
  if (subModel === "choice_coordination") return "coordination";
  if (family === "REM") return timed ? "rem-timed" : "rem";
  if (subModel === "rate") return timed ? "rate-timed" : "rate";
  return "choice";
}

function compare(file: string, model: Model, data: EventData): GoldenRow {
  const text = inSeconds(model.formula);
  const fit = fitEvents(data, { kind: kindOf(model), formula: text, observe: true });
  const slack = model.converged ? 1e-5 : 1e-4;
  let compared = 0;
  let worst = 0;
  const check = (mine: number, theirs: number, tolerance: number): void => {
    compared += 1;
    const miss = Math.abs(mine - theirs) / tolerance;
    worst = Math.max(worst, Number.isNaN(miss) ? Number.POSITIVE_INFINITY : miss);
  };
  check(fit.logLikelihood, model.logLik, 1e-6);
  model.coef.forEach((coefficient, p) => {
    check(
      fit.terms[p].coefficient,
      coefficient,
      slack * Math.max(1, model.converged ? 1 : Math.abs(coefficient)),
    );
  });
  model.se.forEach((error, p) => {
    check(fit.terms[p].standardError, error, 1e-4 * error);
  });
  check(fit.count, model.nEventsUsed, 0.5);
  const parts = fit.parts ?? [];
  model.firstEventLogLik?.forEach((part, e) => {
    check(parts[e] ?? Number.NaN, part, 1e-4 * Math.max(1, Math.abs(part)));
  });
  model.lastEventLogLik?.forEach((part, e, all) => {
    check(parts[parts.length - all.length + e] ?? Number.NaN, part, 1e-4 * Math.max(1, Math.abs(part)));
  });
  return {
    file,
    table: `${model.family} ${model.subModel}: ${model.formula}`,
    passed: worst <= 1,
    compared,
    worst: Math.abs(fit.logLikelihood - model.logLik),
    digits: "log-likelihood 1e-6, coefficients 1e-5 (1e-4 where its score stalls), errors 1e-4 of each",
    note: `log-likelihood ${fit.logLikelihood.toFixed(9)} against ${model.logLik.toFixed(9)}; worst miss ${worst.toExponential(1)} of its tolerance`,
  };
}

function table(file: string): readonly Cells[] {
  return parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as readonly Cells[];
}

const numeric = (cell: string): number =>
  cell === "NA" || cell === "" ? Number.NaN : cell === "TRUE" ? 1 : cell === "FALSE" ? 0 : Number(cell);

/** The inputs that a model's name and formula ask for: its name is `v01_se_…`, `…_ft_…` or `…_sy_…`. */
function inputsOf(folder: string, { model, formula: text }: Model): EventData {
  const family = /(?:^|_)(se|ft|sy)(?:_|$)/.exec(model)?.[1];
  if (family === "se") return calls(folder);
  if (family === "ft") return treaties(folder);
  if (family === "sy") return signed(folder, text.split("~")[0].trim());
  throw new Error(`${model}: which inputs it takes cannot be told from its name.`);
}

function actorsOf(rows: readonly Cells[]): { readonly names: readonly string[]; of(name: string): number } {
  const names = rows.map((row) => row.label);
  const numbers = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    of(name) {
      const number = numbers.get(name);
      if (number === undefined) throw new Error(`There is no actor "${name}".`);
      return number;
    },
  };
}

type Actors = ReturnType<typeof actorsOf>;

function columnsOf(rows: readonly Cells[], actors: Actors, value: (row: Cells) => number): Network["list"] {
  return {
    time: rows.map((row) => Number(row.time)),
    sender: rows.map((row) => actors.of(row.sender)),
    receiver: rows.map((row) => actors.of(row.receiver)),
    value: rows.map(value),
  };
}

function attribute(
  rows: readonly Cells[],
  column: string,
  changes: readonly Cells[],
  actors: Actors,
): Attribute {
  return {
    initial: rows.map((row) => numeric(row[column])),
    list: {
      time: changes.map((row) => Number(row.time)),
      actor: changes.map((row) => actors.of(row.node)),
      value: changes.map((row) => numeric(row.replace)),
    },
  };
}

function calls(folder: string): EventData {
  const rows = table(join(folder, "se_actors.csv"));
  const actors = actorsOf(rows);
  const list = columnsOf(table(join(folder, "se_calls.csv")), actors, (row) => Number(row.increment));
  const friends = columnsOf(table(join(folder, "se_friendship.csv")), actors, (row) => numeric(row.replace));
  return {
    actors: actors.names,
    networks: {
      callNetwork: { directed: true, changes: "increment", list },
      friendshipNetwork: { directed: true, changes: "replace", list: friends },
    },
    attributes: {
      floor: attribute(rows, "floor", [], actors),
      gradeType: attribute(rows, "gradeType", [], actors),
    },
    dependent: list,
    network: "callNetwork",
  };
}

function treaties(folder: string): EventData {
  const rows = table(join(folder, "ft_states.csv"));
  const actors = actorsOf(rows);
  const n = actors.names.length;
  const initial = (file: string): Float64Array => {
    const ties = new Float64Array(n * n);
    for (const row of table(join(folder, file))) {
      ties[actors.of(row.sender) * n + actors.of(row.receiver)] = numeric(row.value) || 0;
    }
    return ties;
  };
  const changes = table(join(folder, "ft_bilatchanges.csv"));
  return {
    actors: actors.names,
    networks: {
      bilatnet: {
        directed: false,
        changes: "increment",
        list: columnsOf(changes, actors, (row) => Number(row.increment)),
        initial: initial("ft_bilatnet0.csv"),
      },
      contignet: {
        directed: false,
        changes: "replace",
        list: columnsOf(table(join(folder, "ft_contigchanges.csv")), actors, (row) => numeric(row.replace)),
        initial: initial("ft_contignet0.csv"),
      },
    },
    attributes: {
      regime: attribute(rows, "regime", table(join(folder, "ft_regchanges.csv")), actors),
      gdp: attribute(rows, "gdp", table(join(folder, "ft_gdpchanges.csv")), actors),
    },
    presence: attribute(rows, "present", table(join(folder, "ft_sovchanges.csv")), actors),
    dependent: columnsOf(
      changes.filter((row) => row.increment === "1"),
      actors,
      () => 1,
    ),
    network: "bilatnet",
  };
}

/** Quads 1 and 2 are cooperation, 3 and 4 conflict. */
function signed(folder: string, dependent: string): EventData {
  const rows = table(join(folder, "syn_actors.csv"));
  const actors = actorsOf(rows);
  const events = table(join(folder, "syn_events.csv"));
  const some = (quads: readonly string[]): Network["list"] =>
    columnsOf(
      events.filter((row) => quads.includes(row.quad)),
      actors,
      () => 1,
    );
  const coop = some(["1", "2"]);
  const conf = some(["3", "4"]);
  return {
    actors: actors.names,
    networks: {
      coop: { directed: true, changes: "increment", list: coop },
      conf: { directed: true, changes: "increment", list: conf },
    },
    attributes: {
      power: attribute(rows, "power", table(join(folder, "syn_power.csv")), actors),
      bloc: attribute(rows, "bloc", [], actors),
    },
    presence: attribute(rows, "present", table(join(folder, "syn_presence.csv")), actors),
    dependent: dependent === "depc" ? coop : conf,
    network: dependent === "depc" ? "coop" : "conf",
    signed: ["coop", "conf"],
  };
}

const SIGNED: { readonly [column: string]: string } = {
  "pos.repetition": "inertia(coop",
  "neg.reciprocation": "recip(conf",
  "pos.reciprocation": "recip(coop",
  "neg.repetition": "inertia(conf",
  "pos.outdeg.source": "sent(coop, side=ego",
  "neg.outdeg.source": "sent(conf, side=ego",
  "pos.indeg.source": "received(coop, side=ego",
  "neg.indeg.source": "received(conf, side=ego",
  "pos.outdeg.target": "sent(coop, side=alter",
  "neg.outdeg.target": "sent(conf, side=alter",
  "pos.indeg.target": "received(coop, side=alter",
  "neg.indeg.target": "received(conf, side=alter",
  "friend.of.friend": "friend_of_friend(coop, conf",
  "friend.of.enemy": "friend_of_enemy(coop, conf",
  "enemy.of.friend": "enemy_of_friend(coop, conf",
  "enemy.of.enemy": "enemy_of_enemy(coop, conf",
};

/** Every row that eventnet wrote from `signed_events.csv`, statistic by statistic. */
function eventnet(folder: string): readonly GoldenRow[] {
  const input = join(folder, "input", "signed_events.csv");
  if (!existsSync(input)) return [];
  const options = { columns: true, delimiter: ";", bom: true, skip_empty_lines: true } as const;
  const events = parse(readFileSync(input), options) as readonly Cells[];
  const names = [...new Set(events.flatMap((row) => [row.Source, row.Target]))];
  const times = events.map((row) => Number(row.Time));
  const clock = eventnetClock(times);
  const some = (type: string): Network => {
    const which = events.map((_, e) => e).filter((e) => events[e].Type === type);
    return {
      directed: true,
      changes: "increment",
      list: {
        time: which.map((e) => clock[e]),
        sender: which.map((e) => names.indexOf(events[e].Source)),
        receiver: which.map((e) => names.indexOf(events[e].Target)),
        value: which.map((e) => Math.abs(Number(events[e].Weight))),
      },
    };
  };
  const data: EventData = {
    actors: names,
    networks: { coop: some("cooperation"), conf: some("conflict") },
    attributes: {},
    dependent: { time: [], sender: [], receiver: [] },
    network: "coop",
    signed: ["coop", "conf"],
  };
  const output = join(folder, "output");
  const files = readdirSync(output).filter(
    (file) => file.startsWith("signed_events") && file.endsWith(".csv"),
  );
  return files.map((file) => {
    const rows = parse(readFileSync(join(output, file)), options) as readonly Cells[];
    const columns = Object.keys(SIGNED).filter((column) => rows.length > 0 && column in rows[0]);
    const first = times[0];
    const values = statisticRows(
      data,
      columns.map((column) => `${SIGNED[column]}, h=30, floor=0.01)`).join(" + "),
      {
        time: rows.map((row) => (Number(row.TIME) === first ? 1 : Number(row.TIME) - first)),
        sender: rows.map((row) => names.indexOf(row.SOURCE)),
        receiver: rows.map((row) => names.indexOf(row.TARGET)),
      },
    );
    let worst = 0;
    rows.forEach((row, r) => {
      columns.forEach((column, p) => {
        worst = Math.max(worst, Math.abs(values[r * columns.length + p] - Number(row[column])));
      });
    });
    return {
      file: join("eventnet", "output", file),
      table: `${columns.length} signed statistics, ${rows.length} rows`,
      passed: worst <= 1e-7 && columns.length === 16,
      compared: rows.length * columns.length,
      worst,
      digits: "1e-7",
    };
  });
}
