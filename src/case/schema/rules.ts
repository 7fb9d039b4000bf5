import * as z from "zod";
import { date, MOST_HELD, quantityIn, status } from "./parts.ts";
import { ref } from "./references.ts";
import { liftableKinds } from "./standing-kinds.ts";

/** A number read off one run: a constant, a sum of a series, a share of power, a count of moves … */
export type Measure =
  | number
  | { sum: { series: string; from: string; to: string } }
  | { max: { series: string; from: string; to: string } }
  | { worst_day: { series: string; from: string; to: string } }
  | { times: [number, Measure] }
  | { share: { of: string; arena?: string; on: string } }
  | { seats: { of: string; on: string } }
  | { rank: { of: string; arena: string; on: string } }
  | { pledges: { against: string; by: string } }
  | { left: { bloc: string; by: string } }
  | { status_quo: { issue: string; on: string } }
  | { count: { move: string; by?: string; target?: string; from?: string; to: string } }
  | { stability: { to: string } };

/** Whether a run makes a statement true. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { holds: { post: string; actor?: string; bloc?: string; acting?: boolean }; on: string }
  | { filled: { post: string }; by: string }
  | { status: { actor: string; is: z.infer<typeof status> }; on?: string; by?: string }
  | {
      occurs: {
        move?: string;
        event?: string;
        by?: string;
        target?: string;
        object?: string;
        success?: boolean;
      };
      from?: string;
      by: string;
    }
  | { boycotts: { actor: string; arena: string }; on?: string; by?: string }
  | { taken: { territory?: string; from?: string }; by: string }
  | { compare: [Measure, ">" | ">=" | "<" | "<=" | "=", Measure] };

const actorOrBloc = ref("actor", "bloc");

/** One way to write a rule, a measure or an intervention, and what it means. */
export function form<Shape extends z.core.$ZodLooseShape>(meaning: string, shape: Shape) {
  return z.strictObject(shape).meta({ description: meaning });
}

const span = z.strictObject({
  series: ref("series"),
  from: date.meta({ description: "The first month." }),
  to: date.meta({ description: "The last month." }),
});

export const measure: z.ZodType<Measure, unknown> = z
  .lazy(() =>
    z.union([
      z.number(),
      form("The sum of a series over months, known ones and played ones.", { sum: span }),
      form("The greatest month of a series.", { max: span }),
      form("The worst day of violence within months that are played.", { worst_day: span }),
      form("A number times a measure.", { times: z.tuple([z.number(), measure]) }),
      form(
        "A share of power, 0…1: of an actor with what it leads, a bloc or a group; in one arena, or overall.",
        {
          share: z.strictObject({
            of: ref("actor", "bloc", "group"),
            arena: ref("arena").optional(),
            on: date,
          }),
        },
      ),
      form("Seats held by an actor with what it leads, or by a bloc.", {
        seats: z.strictObject({ of: actorOrBloc, on: date }),
      }),
      form("The place in an arena by share of power, 1 for the greatest.", {
        rank: z.strictObject({ of: actorOrBloc, arena: ref("arena"), on: date }),
      }),
      form("The most votes ever pledged to dismiss the head of government, until a day.", {
        pledges: z.strictObject({ against: ref("actor"), by: date }),
      }),
      form("Seats that a bloc has lost since it was elected.", {
        left: z.strictObject({ bloc: ref("bloc"), by: date }),
      }),
      form("What holds on an issue, 0…100.", {
        status_quo: z.strictObject({ issue: ref("issue"), on: date }),
      }),
      form("How many moves of a kind are made, by whom and against whom.", {
        count: z.strictObject({
          move: ref("move"),
          by: actorOrBloc.optional(),
          target: actorOrBloc.optional(),
          from: date.optional(),
          to: date,
        }),
      }),
      form("The part of the months until a day without crisis, armed confrontation or raised violence.", {
        stability: z.strictObject({ to: date }),
      }),
    ]),
  )
  .meta({ id: "Measure" });

export const rule: z.ZodType<Rule, unknown> = z
  .lazy(() =>
    z.union([
      form("Each of these rules holds.", { all: z.array(rule).min(1) }),
      form("At least one of these rules holds.", { any: z.array(rule).min(1) }),
      form("The rule does not hold.", { not: rule }),
      form("A post is held on a day: by this actor, by a member of this bloc, in full or acting.", {
        holds: z.strictObject({
          post: ref("post"),
          actor: ref("actor").optional(),
          bloc: ref("bloc").optional(),
          acting: z
            .boolean()
            .optional()
            .meta({ description: "Only if the holder acts, or does not; default: either." }),
        }),
        on: date,
      }),
      form("A post gets a full holder by a day, or has one already.", {
        filled: z.strictObject({ post: ref("post") }),
        by: date,
      }),
      form("An actor has a status: on a day, or at any time by a day.", {
        status: z.strictObject({ actor: ref("actor"), is: status }),
        on: date.optional(),
        by: date.optional(),
      }),
      form("A move of a kind is made, or an outside event happens, by a day.", {
        occurs: z.strictObject({
          move: ref("move").optional(),
          event: ref("outside").optional(),
          by: actorOrBloc.optional().meta({ description: "Who moves." }),
          target: actorOrBloc.optional().meta({ description: "Whom the move is against or with." }),
          object: ref("any")
            .optional()
            .meta({ description: "What the move is about: a post, an issue, an arena …" }),
          success: z.boolean().optional().meta({ description: "Only if it succeeds, or fails." }),
        }),
        from: date.optional(),
        by: date,
      }),
      form("An actor, or most of a bloc, stays away from an arena: on a day, or at any time by a day.", {
        boycotts: z.strictObject({ actor: actorOrBloc, arena: ref("arena") }),
        on: date.optional(),
        by: date.optional(),
      }),
      form(
        "A territory changes hands by force by a day: this one, or any capital; from this actor, or from any.",
        {
          taken: z.strictObject({ territory: ref("territory").optional(), from: actorOrBloc.optional() }),
          by: date,
        },
      ),
      form("Two measures compare so.", {
        compare: z.tuple([measure, z.enum([">", ">=", "<", "<=", "="]), measure]),
      }),
    ]),
  )
  .meta({ id: "Rule" });

/** From when and to when something holds; absent, from the first day to the last. */
const during = {
  from: date.optional().meta({ description: "The first day; default: the as-of date." }),
  to: date.optional().meta({ description: "The last day; default: the end of play." }),
};

/** What can be lifted: standing facts, and demands. */
const liftable = z.enum(liftableKinds);

/** A change to the world or the rules: at the start of play, or on the days that it names. */
export const intervention = z
  .union([
    form("Nobody, or not this actor, makes moves of a kind; against this target, about this object.", {
      forbid: z.strictObject({
        move: ref("move"),
        by: actorOrBloc.optional(),
        target: actorOrBloc.optional(),
        object: ref("any").optional(),
        ...during,
      }),
    }),
    form("An actor makes a move on a day, or, where it is not open to it then, in the weeks after.", {
      force: z.strictObject({
        move: ref("move"),
        by: ref("actor"),
        target: ref("actor").optional().meta({ description: "Default: whom the actor would choose." }),
        object: ref("any").optional(),
        on: date.meta({ description: "The first day on which it is tried." }),
        until: date.optional().meta({ description: "The last day; default: four weeks later." }),
        success: z
          .boolean()
          .optional()
          .meta({ description: "That it comes off, or fails; default: by luck." }),
      }),
    }),
    form("A post passes to another actor, with what goes with it.", {
      replace: z.strictObject({ post: ref("post"), by: ref("actor") }),
    }),
    form("A post gets this full holder.", {
      fill: z.strictObject({ post: ref("post"), with: ref("actor") }),
    }),
    form("A post falls vacant.", { vacate: z.strictObject({ post: ref("post") }) }),
    form("An actor and what it leads leave the stage.", { remove: z.strictObject({ actor: ref("actor") }) }),
    form("An actor is active again, without warrant.", { restore: z.strictObject({ actor: ref("actor") }) }),
    form("What stands between actors is lifted.", {
      lift: z.strictObject({ kind: liftable, by: actorOrBloc.optional(), of: actorOrBloc.optional() }),
    }),
    form("A tie is set.", {
      relation: z.strictObject({ from: ref("actor"), to: ref("actor"), value: quantityIn(-1, 1) }),
    }),
    form("An actor takes another position.", {
      position: z.strictObject({ actor: ref("actor"), issue: ref("issue"), to: quantityIn(0, 100) }),
    }),
    form("An actor cares more, or less, about an issue.", {
      salience: z.strictObject({ actor: ref("actor"), issue: ref("issue"), to: quantityIn(0, 1) }),
    }),
    form("Something else holds on an issue.", {
      status_quo: z.strictObject({ issue: ref("issue"), to: quantityIn(0, 100) }),
    }),
    form("What an actor holds of a resource is multiplied, or set.", {
      holding: z
        .strictObject({
          actor: ref("actor"),
          resource: ref("resource"),
          times: quantityIn(0, 1000).optional(),
          to: quantityIn(0, MOST_HELD).optional(),
        })
        .refine(({ times, to }) => (times === undefined) !== (to === undefined), {
          message: "give either times or to",
          params: { code: "case/type" },
        }),
    }),
    form("An outside event happens for sure, or does not; or it happens on this day.", {
      outside: z
        .strictObject({
          event: ref("outside"),
          happens: z.boolean().optional(),
          on: date.optional().meta({ description: "It happens, and on this day." }),
        })
        .refine(({ happens, on }) => happens !== undefined || on !== undefined, {
          message: "give happens or on",
          params: { code: "case/type" },
        }),
    }),
    form("An assembly decides by another quota.", {
      quota: z.strictObject({ arena: ref("arena"), to: z.number().int().min(1) }),
    }),
    form("A post is owed to this bloc or actor, as if the pact had said so; without one, to nobody.", {
      entitle: z.strictObject({ post: ref("post"), to: ref("bloc", "actor").optional() }),
    }),
    form("A demand is put on the first day; or it does not stand and has never stood.", {
      demand: z.strictObject({
        by: ref("actor").meta({ description: "Who demands." }),
        of: ref("actor").meta({ description: "Of whom." }),
        stands: z.boolean().optional().meta({ description: "Default: it stands." }),
      }),
    }),
    form("A route is open on the first day, or shut; in this territory, or in all that it crosses.", {
      route: z.strictObject({
        route: ref("route"),
        territory: ref("territory").optional(),
        open: z.boolean(),
      }),
    }),
    form("An uncertain input of the case, or a default of the engine, has this value in every future.", {
      input: z.strictObject({
        name: z.string().meta({ description: "As the sensitivity of a case names it." }),
        to: z.number(),
      }),
    }),
  ])
  .meta({ id: "Intervention" });

/** A change to the world or the rules, at the start of play or on days that it names. */
export type Intervention = z.infer<typeof intervention>;
