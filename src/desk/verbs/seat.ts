import * as z from "zod";
import { didYouMean, isoDate, TawazunError } from "../../base/index.ts";
import { type Decision, type Scenario, stageOf, type World } from "../../simulate/index.ts";
import { openCase, unusable } from "../open.ts";
import { matters, optionInWords, toldOf } from "../seat/told.ts";
import { violenceOf } from "../study.ts";
import { verb } from "../verb.ts";
import { POLICY_IDS, readPolicies } from "./policy-flag.ts";

/** Options shown at a turn before the rest is asked for, and news told. */
const SHOWN = 12;
const NEWS = 8;

export const seat = verb({
  id: "seat",
  summary: "sit in an actor's seat and choose its moves, one future of the case",
  details:
    "Plays one future. Each time the actor's clock rings, what has happened since is told and its options are listed, best first as the model would value them for it; you choose one, or none. The others play by their policies. The same seed and the same choices give the same future.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: z.object({
    as: z.string().meta({ description: "id of the actor in whose seat you sit" }),
    seed: z.string().default("tawazun").meta({ description: "text from which all chance follows" }),
    months: z.coerce
      .number()
      .int()
      .min(1)
      .max(240)
      .default(12)
      .meta({ description: "calendar months to play" }),
    policy: z
      .string()
      .default("strategic")
      .meta({
        description: `how the others decide: for all, or ACTOR=bold,OTHER=cautious (${POLICY_IDS.join(", ")})`,
      }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { ask } = lent;
    if (ask === undefined)
      throw new TawazunError("seat/nobody", "There is nobody to ask here: a seat needs a terminal.");
    const stage = stageOf(opened.source);
    const { world } = stage;
    const a = world.actorIndex.get(options.as);
    if (a === undefined) {
      throw new TawazunError(
        "seat/actor",
        `There is no actor "${options.as}".${didYouMean(options.as, world.actorIndex.keys())}`,
      );
    }
    const me = world.decider[a];
    if (!world.movers.includes(me))
      throw new TawazunError(
        "seat/still",
        `${world.actors[me].name} makes no moves of its own in this case.`,
      );
    const chosen = readPolicies(options.policy);
    const scenario: Scenario = {
      seed: options.seed,
      months: options.months,
      policy: chosen.policy,
      policies: { ...chosen.policies, [world.actors[me].id]: "human" },
      interventions: [],
      violence: violenceOf(opened.source)?.model,
    };
    const turns: { readonly date: string; readonly move: string | undefined }[] = [];
    let news: string[] = [];
    let left = false;
    let share = 0;
    stage.play(
      scenario,
      0,
      1,
      (_run, chronicle) => {
        const at = (options.months - 1) * world.actors.length;
        for (const led of world.led[me]) share += chronicle.share[at + led] ?? 0;
      },
      (decision) => {
        const told = toldOf(world, decision);
        if (decision.actor === me) {
          turns.push({ date: isoDate(Math.floor(decision.time)), move: told });
          news = [told];
        } else if (matters(world, decision, me)) news.push(`${isoDate(Math.floor(decision.time))} ${told}`);
      },
      (decision) => {
        if (left) return -1;
        const answer = turn(world, me, decision, news, ask);
        news = [];
        left = answer === undefined;
        if (answer === undefined || answer < 0) {
          turns.push({ date: isoDate(Math.floor(decision.time)), move: undefined });
          return -1;
        }
        return answer;
      },
    );
    const made = turns.filter((one) => one.move !== undefined).length;
    return {
      code: 0,
      text: [
        `${world.actors[me].name}: ${turns.length} turns, ${made} moves${left ? "; you left before the end, and passed from then on" : ""}.`,
        `Share of power at the end: ${(100 * share).toFixed(1)} %.`,
      ].join("\n"),
      json: {
        case: opened.source.head.id,
        as: world.actors[me].id,
        seed: options.seed,
        months: options.months,
        turns,
        share,
      },
    };
  },
});

/** One turn at the prompt: the index of an option, −1 to pass, nothing to leave. */
function turn(
  world: World,
  me: number,
  decision: Decision,
  news: readonly string[],
  ask: (prompt: string) => string | undefined,
): number | undefined {
  const order = decision.options
    .map((_, o) => o)
    .sort((x, y) => decision.options[y].value - decision.options[x].value);
  let shown = Math.min(SHOWN, order.length);
  let slip: readonly string[] = [];
  for (let tries = 0; tries < 1000; tries++) {
    const more = shown < order.length ? ", m" : "";
    const lines = order.slice(0, shown).map((o, k) => `  ${k + 1}. ${optionLine(world, decision, o)}`);
    const reply = ask(
      [
        "",
        `${isoDate(Math.floor(decision.time))}  ${world.actors[me].name}`,
        ...news.slice(-NEWS).map((line) => `  · ${line}`),
        ...lines,
        ...slip,
        `  0 to pass${shown < order.length ? `, m for all ${order.length}` : ""}, q to leave: `,
      ].join("\n"),
    )?.trim();
    if (reply === undefined || reply === "q") return undefined;
    slip = [];
    if (reply === "m") shown = order.length;
    else if (reply === "0") return -1;
    else if (/^[1-9]\d*$/.test(reply) && Number(reply) <= shown) return order[Number(reply) - 1];
    else slip = [`  "${reply}" is none of these: give a number from 0 to ${shown}${more}, or q.`];
  }
  return undefined;
}

function optionLine(world: World, decision: Decision, o: number): string {
  const { gain, price } = decision.options[o];
  return `${optionInWords(world, decision.options[o])}  (gain ${gain.toFixed(2)}, price ${price.toFixed(2)})`;
}
