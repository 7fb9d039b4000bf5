import * as z from "zod";
import { didYouMean, TawazunError } from "../../base/index.ts";
import { type Replay, type ReplayedStep, replayRun } from "../../forecast/index.ts";
import { percent, table, tablePlain } from "../../show/index.ts";
import { stageOf, type World } from "../../simulate/index.ts";
import { openCase, unusable } from "../open.ts";
import { monthsPlayed } from "../played-to.ts";
import { verb } from "../verb.ts";
import { behaviourOf, fitOptions, scenarioOf, sizeOptions } from "./size.ts";

export const replay = verb({
  id: "replay",
  summary: "play one future again, step by step: who moved, what each option was worth and why, what changed",
  details:
    "Give the seed, months and coefficients with which the future was played; its number counts from 0, as in a report. Without --step every step is listed; with it, that step's options and changes are shown.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.omit({ runs: true, workers: true }).extend({
    ...fitOptions,
    run: z.coerce.number().int().min(0).default(0).meta({ description: "number of the future, from 0" }),
    step: z.coerce.number().int().min(1).optional().meta({ description: "the step to look into, from 1" }),
    actor: z.string().optional().meta({ description: "list only the turns of this actor, by its id" }),
    most: z.coerce
      .number()
      .int()
      .min(1)
      .default(12)
      .meta({ description: "options shown of a step, likeliest first" }),
    brief: z
      .boolean()
      .default(false)
      .meta({ description: "in the data too, give of each step no more options than are shown" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    const stage = stageOf(source);
    const behaviour = await behaviourOf(lent, source, options);
    const scenario = scenarioOf(source, options, behaviour);
    const found = replayRun(stage, scenario, options.run);
    if (options.step !== undefined) {
      const step = stepAt(found, options.step);
      if (options.actor !== undefined) refuseOther(found, step, deciderOf(stage.world, options.actor));
      return { code: 0, text: looked(step, options.most), json: step };
    }
    const steps = found.steps.filter(
      (step) => options.actor === undefined || step.actor === deciderOf(stage.world, options.actor),
    );
    return {
      code: 0,
      text: [
        `Future ${found.run} of ${monthsPlayed(stage.world, options.months)}, seed "${found.seed}": ${found.steps.length} steps`,
        "",
        ...steps.map(line),
        "",
        "In brackets: the chance that this option was chosen. Look into a step with --step NUMBER.",
      ].join("\n"),
      json: { ...found, steps: options.brief ? steps.map((step) => brief(step, options.most)) : steps },
    };
  },
});

/** Who decides for an actor: a party's turns are those of its leader. */
function deciderOf(world: World, id: string): string {
  const a = world.actorIndex.get(id);
  if (a !== undefined) return world.actors[world.decider[a]].id;
  throw new TawazunError(
    "replay/actor",
    `There is no actor "${id}" in this case.${didYouMean(id, world.actorIndex.keys())}`,
  );
}

function stepAt({ steps, run }: Replay, number: number): ReplayedStep {
  const step = steps[number - 1];
  if (step !== undefined) return step;
  throw new TawazunError(
    "replay/step",
    `Future ${run} has ${steps.length} steps; there is no step ${number}.`,
  );
}

/** With an actor named too, a step of somebody else is not what was meant. */
function refuseOther({ steps }: Replay, step: ReplayedStep, actor: string): void {
  if (step.actor === actor) return;
  const own = steps.filter((one) => one.actor === actor).map((one) => one.step);
  throw new TawazunError(
    "replay/other",
    `Step ${step.step} is not of "${actor}": ${own.length === 0 ? "it has none in this future" : `its steps are ${own.slice(0, 12).join(", ")}${own.length > 12 ? " and later ones" : ""}`}.`,
  );
}

/** A step with the options that are shown, and how many there were. */
function brief(step: ReplayedStep, most: number) {
  const options = step.options.filter((option, o) => o < most || option.chosen);
  return { ...step, options, optionsInAll: step.options.length };
}

function line({ step, at, text, options }: ReplayedStep): string {
  const chosen = options.find((option) => option.chosen);
  const chance =
    chosen === undefined ? "" : ` (${percent(chosen.probability, 1)} of ${options.length} options)`;
  return `${String(step).padStart(4)}  ${at}  ${text}${chance}`;
}

/** One step in full: its options with what speaks for each, and what changed. */
function looked({ step, at, text, options, changes }: ReplayedStep, most: number): string {
  const shown = options.filter((option, o) => o < most || option.chosen);
  const weighed = table(
    `Options, the likeliest first: ${shown.length} of ${options.length}`,
    [
      { key: "chosen", name: "" },
      { key: "move", name: "Move" },
      { key: "toward", name: "toward, about" },
      { key: "habit", name: "habit", digits: 2 },
      { key: "gain", name: "gain", digits: 2 },
      { key: "price", name: "price", digits: 2 },
      { key: "value", name: "value", digits: 2 },
      { key: "probability", name: "chance", unit: "share", digits: 1 },
    ],
    shown.map((option) => ({
      ...option,
      chosen: option.chosen ? "→" : "",
      toward: [option.target, option.object].filter((id) => id !== undefined).join(", "),
    })),
  );
  const changed = table(
    "What changed",
    [
      { key: "what", name: "What" },
      { key: "of", name: "of" },
      { key: "from", name: "from" },
      { key: "to", name: "to" },
    ],
    changes.map(({ what, of, from, to }) => ({ what, of: of.join(" → "), from: told(from), to: told(to) })),
  );
  return [
    `Step ${step}, ${at}: ${text}`,
    ...(options.length === 0
      ? []
      : [
          "",
          tablePlain(weighed),
          "",
          "Gain and price are points, habit and value log-odds; strategic actors take habit + κ × (gain − price).",
        ]),
    ...(changes.length === 0 ? ["", "Nothing changed."] : ["", tablePlain(changed)]),
  ].join("\n");
}

function told(value: string | number): string {
  return typeof value === "string" ? value : String(Math.round(value * 10_000) / 10_000);
}
