// How long does it take to fit an event model, statistics and fit together?
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../src/base/index.ts";
import {
  type BehaviourModel,
  dataOfSimulation,
  type EventData,
  type FitOptions,
  fitEvents,
  simulateEvents,
} from "../../src/behave/index.ts";
import { type BenchOptions, type BenchResult, peakMemory, ratio } from "./measurement.ts";

interface Task {
  readonly what: string;
  readonly file: string;
  readonly fit: FitOptions;
  /** The peer's CPU seconds and its name. */
  readonly peer?: readonly [seconds: number, name: string];
  readonly goal: number;
  readonly slow?: true;
}

const four = "inertia + recip + trans + indeg";
const tasks: readonly Task[] = [
  { what: "choice, 4 terms", file: "ev10k_200.csv", fit: { kind: "choice", formula: four }, peer: [21.5, "goldfish"], goal: 0.5 },
  { what: "rate with times, 3 terms", file: "ev10k_200.csv", fit: { kind: "rate-timed", formula: "1 + indeg + outdeg" }, peer: [22.2, "goldfish"], goal: 0.5 },
  { what: "ordered REM, all pairs, 3 terms", file: "ev10k_200.csv", fit: { kind: "rem", formula: "inertia + recip + trans" }, peer: [248.1, "goldfish"], goal: 15 },
  { what: "choice, 4 terms", file: "ev100k_200.csv", fit: { kind: "choice", formula: four }, peer: [239.8, "goldfish"], goal: 5, slow: true },
  { what: "REM, 20 controls, 3 terms", file: "ev100k_200.csv", fit: { kind: "rem-sampled", formula: "inertia + recip + trans", controls: 20 }, peer: [120.9, "remstats"], goal: 4, slow: true },
]; // biome-ignore format: a table

/** A model with its coefficients, by term. */
function model(kind: BehaviourModel["kind"], terms: { readonly [name: string]: number }): BehaviourModel {
  const names = Object.keys(terms);
  return {
    kind,
    formula: names
      .map((name) => name.replace("conf: ", ""))
      .map((name) => (name === "intercept" ? "1" : name))
      .join(" + "),
    terms: names.map((name) => ({ name, coefficient: terms[name] })),
  };
}

const world: EventData = {
  actors: Array.from({ length: 200 }, (_, i) => `actor ${i}`),
  networks: Object.fromEntries(
    ["all", "coop", "conf"].map((name) => [
      name,
      { directed: true, changes: "increment", list: { time: [], sender: [], receiver: [], value: [] } },
    ]),
  ),
  attributes: {
    size: { initial: Array.from({ length: 200 }, (_, i) => (i % 7) / 7) },
    bloc: { initial: Array.from({ length: 200 }, (_, i) => i % 5) },
  },
  dependent: { time: [], sender: [], receiver: [], type: [], types: ["coop", "conf"] },
  network: "all",
  signed: ["coop", "conf"],
};

/** Models to draw from: with windows, as goldfish has them, and with half-lives. */
const drawn: readonly { readonly what: string; readonly models: readonly BehaviourModel[] }[] = [
  {
    what: "drawing: rate 3, choice 4 terms, type; windows",
    models: [
      model("rate-timed", { intercept: -3, "outdeg(window=30)": 0.05, "ego(size)": 0.7 }),
      model("choice", {
        "inertia(window=60)": 1.5,
        "recip(window=60)": 1,
        "same(bloc)": 0.6,
        "alter(size)": -0.5,
      }),
      model("type", { "conf: intercept": -0.5, "conf: recip(conf, window=60)": 1.2 }),
    ],
  },
  {
    what: "drawing: rate 3, choice 4 terms, type; half-lives",
    models: [
      model("rate-timed", { intercept: -3, "sent(h=30)": 0.005, "ego(size)": 0.7 }),
      model("choice", { "inertia(h=30)": 0.5, "recip(h=30)": 0.4, "same(bloc)": 0.6, "alter(size)": -0.5 }),
      model("type", { "conf: intercept": -0.5, "conf: recip(conf, h=30)": 0.5 }),
    ],
  },
];

/** Events of a file with columns time, sender, receiver. */
function eventsOf(file: string): EventData {
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const actors = [...new Set(rows.flatMap(([, sender, receiver]) => [sender, receiver]))].sort();
  const numbers = new Map(actors.map((actor, i) => [actor, i]));
  const list = {
    time: Float64Array.from(rows, ([time]) => Number(time)),
    sender: Int32Array.from(rows, ([, sender]) => numbers.get(sender) ?? 0),
    receiver: Int32Array.from(rows, ([, , receiver]) => numbers.get(receiver) ?? 0),
    value: new Float64Array(rows.length).fill(1),
  };
  return {
    actors,
    networks: { calls: { directed: true, changes: "increment", list } },
    attributes: {},
    dependent: list,
    network: "calls",
  };
}

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const folder = words[0] ?? "../shared/data/rem/speed";
  const rows: { readonly [column: string]: string | number }[] = [];
  const add = (
    what: string,
    goal: string,
    seconds: number,
    events: number,
    actors: number,
    rest: Rest,
  ): void => {
    rows.push({
      model: what,
      events,
      actors,
      "CPU seconds": Number(seconds.toFixed(2)),
      goal,
      eventsPerSecond: Math.round(events / seconds),
      peer: rest.peer === undefined ? "–" : `${rest.peer[1]} ${rest.peer[0]} s`,
      faster: ratio(rest.peer?.[0], seconds),
      "log-likelihood": rest.logLikelihood?.toFixed(3) ?? "–",
      "peak MB": peakMemory(),
    });
  };
  for (const { what, file, fit, peer, goal, slow } of tasks) {
    if (quick && slow === true) continue;
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const data = eventsOf(path);
    const [seconds, made] = timed(() => fitEvents(data, { ...fit, random: seeded("bench") }));
    add(what, `${goal} s`, seconds, made.events, data.actors.length, {
      peer,
      logLikelihood: made.logLikelihood,
    });
  }
  for (const { what, models } of drawn) {
    const events = quick ? 20_000 : 100_000;
    const [seconds, made] = timed(() => simulateEvents(models, world, { seed: "bench", events }));
    add(what, "50,000 a second", seconds, made.count, world.actors.length, {
      // 3,400 events a second with 25 actors, fewer with more.
      peer: [Number((made.count / 3400).toFixed(1)), "remulate"],
    });
  }
  if (!quick) {
    const events = 1_000_000;
    const data = dataOfSimulation(simulateEvents(drawn[0].models, world, { seed: "million", events }), world);
    const fit: FitOptions = {
      kind: "rem-sampled",
      formula: "inertia(window=60) + recip(window=60) + same(bloc)",
    };
    const [seconds, made] = timed(() => fitEvents(data, { ...fit, controls: 20, random: seeded("bench") }));
    add("REM, 20 controls, 3 terms", "60 s, 2048 MB", seconds, made.events, data.actors.length, {
      logLikelihood: made.logLikelihood,
    });
  }
  return {
    title: "Fitting event models",
    rows,
    notes: [
      "Statistics and fit together, CPU seconds of the whole process from the columns in memory to the estimates, compilation by the engine included.",
      "Peers, measured once on a machine of this kind with one thread: goldfish 1.7.0 with its compiled engine, remstats and remstimate with 20 controls and 3 to 5 terms. The same streams, the same terms.",
      "The streams of the drawing rows and of the million events are drawn from models with known coefficients by the program itself. remulate makes 3,400 events a second with 25 actors and 1,500 with 50, which the peer's time is reckoned from, in its favour: it has no figure for 200.",
      "Peak memory is that of the process so far, so it never falls from row to row.",
      `The streams are ${folder}/ev10k_200.csv and ev100k_200.csv; name another folder after the question.`,
    ],
  };
}

interface Rest {
  readonly peer?: readonly [seconds: number, name: string] | undefined;
  readonly logLikelihood?: number;
}

/** CPU seconds of the whole process, and what was made. */
function timed<T>(work: () => T): readonly [seconds: number, made: T] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, made];
}
