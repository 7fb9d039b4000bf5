import * as z from "zod";
import { id, text } from "./parts.ts";
import { ref } from "./references.ts";
import { form, measure, rule } from "./rules.ts";
import { timeSpan } from "./time-span.ts";

/** What a variable of an experiment sets: an intervention whose value is left open. */
export const settable = z
  .union([
    form("A tie.", { relation: z.strictObject({ from: ref("actor"), to: ref("actor") }) }),
    form("An actor's position on an issue, 0…100.", {
      position: z.strictObject({ actor: ref("actor"), issue: ref("issue") }),
    }),
    form("How much an actor cares about an issue, 0…1.", {
      salience: z.strictObject({ actor: ref("actor"), issue: ref("issue") }),
    }),
    form("What holds on an issue, 0…100.", { status_quo: z.strictObject({ issue: ref("issue") }) }),
    form("What an actor holds of a resource: the amount, or how many times what it has.", {
      holding: z.strictObject({
        actor: ref("actor"),
        resource: ref("resource"),
        as: z.enum(["amount", "times"]).optional().meta({ description: "Default: amount." }),
      }),
    }),
    form("The quota of an assembly.", { quota: z.strictObject({ arena: ref("arena") }) }),
    form("An uncertain input of the case, or a default of the engine, within its range.", {
      input: z.strictObject({
        name: z.string().meta({ description: "As the sensitivity of a case names it." }),
      }),
    }),
    form("Whether an outside event happens (true or false), or the day on which it does.", {
      outside: z.strictObject({ event: ref("outside") }),
    }),
    form("The actor to whom a post passes, with what goes with it.", {
      replace: z.strictObject({ post: ref("post") }),
    }),
  ])
  .meta({ id: "Settable" });

/** What a variable sets, without its value. */
export type Settable = z.infer<typeof settable>;

const number = z.number();

const variable = z.strictObject({
  name: id.meta({ description: "Heads its column; lower-case letters, digits and single hyphens." }),
  set: settable.meta({ description: "What it sets; see Variables." }),
  values: z
    .array(z.union([z.number(), z.boolean(), z.string()]))
    .min(1)
    .optional()
    .meta({ description: "Each of these values." }),
  range: z
    .tuple([number, number])
    .optional()
    .meta({ description: "[low, high]: any value between, each as likely." }),
  distribution: z
    .tuple([number, number, number])
    .optional()
    .meta({ description: "[low, mode, high]: a PERT distribution." }),
  steps: z
    .number()
    .int()
    .min(2)
    .max(1000)
    .optional()
    .meta({ description: "In a full factorial design: so many values of the range, its ends among them." }),
});

const recorded = z.strictObject({
  name: id.meta({ description: "Heads its column." }),
  rule: rule.optional().meta({ description: "A rule: 1 in a future in which it holds, else 0; see Rules." }),
  measure: measure.optional().meta({ description: "A number read off each future; see Measures." }),
  precision: number.positive().optional().meta({ description: "Standard error of the mean that is enough." }),
});

/** Which points of the variables' space are played. */
export const design = z
  .union([
    form("Every combination of the values.", { factorial: z.literal(true) }),
    form("So many points; each variable has one in each of as many equally likely parts.", {
      latin_hypercube: z.number().int().min(2).max(1_000_000),
    }),
    form("So many points of a Sobol’ sequence; powers of 2 are best.", {
      sobol: z.number().int().min(2).max(1_000_000),
    }),
    form("So many samples of a Saltelli design, for first-order and total indices.", {
      saltelli: z.number().int().min(8).max(1_000_000),
    }),
  ])
  .meta({ id: "Design" });

/** A file of `experiments/`: a case played at many points, to see what its answers depend on. */
export const experiment = z
  .strictObject({
    id: id.optional().meta({ description: "Names it on the command line; default: the name of its file." }),
    name: text("What tables are headed with."),
    text: text("What it is to find out.").optional(),
    variables: z
      .array(variable)
      .max(500)
      .optional()
      .meta({ description: "What varies from point to point." }),
    design: design.optional().meta({ description: "Which points are played; default: every combination." }),
    scenarios: z.array(z.string()).min(1).optional().meta({
      description: "Each point under each of these scenarios of the case; `as-is` is the case unchanged.",
    }),
    repetitions: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: "Futures of each point, at most." }),
    months: z.number().int().min(1).max(1200).optional().meta({
      description: "Calendar months of each future, the first being that of the as-of date; default: 12.",
    }),
    seed: text("Text from which all chance follows; default: tawazun.").optional(),
    policy: text("The decision rule of all actors; default: strategic.").optional(),
    record: z
      .strictObject({
        questions: z
          .array(ref("question"))
          .optional()
          .meta({ description: "Questions of the case; default: all that are settled within the months." }),
        outcomes: z
          .array(recorded)
          .optional()
          .meta({ description: "Rules and measures beside them, as text or as records." }),
      })
      .optional()
      .meta({ description: "What is taken from each future." }),
    stop: z
      .strictObject({
        precision: number.positive().max(0.5).optional().meta({
          description: "A point has enough futures once each probability has at most this standard error.",
        }),
        runs: z.number().int().min(1).optional().meta({ description: "Futures to play at most, in all." }),
        budget: timeSpan.optional().meta({
          description:
            "Time of the clock after which no more is begun, such as `45 min`, `2 h` or `1 d`; the same command goes on for as long again.",
        }),
      })
      .optional()
      .meta({ description: "When to stop before all repetitions are done." }),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "Experiment" });
