import * as z from "zod";
import { date, quantityIn, status } from "./parts.ts";
import { standingKind } from "./people.ts";
import { ref } from "./references.ts";

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

const span = z.strictObject({ series: ref("series"), from: date, to: date });

export const measure: z.ZodType<Measure, unknown> = z
  .lazy(() =>
    z.union([
      z.number(),
      z.strictObject({ sum: span }),
      z.strictObject({ max: span }),
      z.strictObject({ worst_day: span }),
      z.strictObject({ times: z.tuple([z.number(), measure]) }),
      z.strictObject({
        share: z.strictObject({
          of: ref("actor", "bloc", "group"),
          arena: ref("arena").optional(),
          on: date,
        }),
      }),
      z.strictObject({ seats: z.strictObject({ of: ref("actor", "bloc"), on: date }) }),
      z.strictObject({ rank: z.strictObject({ of: ref("actor", "bloc"), arena: ref("arena"), on: date }) }),
      z.strictObject({ pledges: z.strictObject({ against: ref("actor"), by: date }) }),
      z.strictObject({ left: z.strictObject({ bloc: ref("bloc"), by: date }) }),
      z.strictObject({ status_quo: z.strictObject({ issue: ref("issue"), on: date }) }),
      z.strictObject({
        count: z.strictObject({
          move: ref("move"),
          by: ref("actor").optional(),
          target: ref("actor").optional(),
          from: date.optional(),
          to: date,
        }),
      }),
      z.strictObject({ stability: z.strictObject({ to: date }) }),
    ]),
  )
  .meta({ id: "Measure" });

export const rule: z.ZodType<Rule, unknown> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(rule).min(1) }),
      z.strictObject({ any: z.array(rule).min(1) }),
      z.strictObject({ not: rule }),
      z.strictObject({
        holds: z.strictObject({
          post: ref("post"),
          actor: ref("actor").optional(),
          bloc: ref("bloc").optional(),
          acting: z.boolean().optional(),
        }),
        on: date,
      }),
      z.strictObject({ filled: z.strictObject({ post: ref("post") }), by: date }),
      z.strictObject({
        status: z.strictObject({ actor: ref("actor"), is: status }),
        on: date.optional(),
        by: date.optional(),
      }),
      z.strictObject({
        occurs: z.strictObject({
          move: ref("move").optional(),
          event: ref("outside").optional(),
          by: ref("actor").optional(),
          target: ref("actor").optional(),
          object: ref("any").optional(),
          success: z.boolean().optional(),
        }),
        from: date.optional(),
        by: date,
      }),
      z.strictObject({
        boycotts: z.strictObject({ actor: ref("actor"), arena: ref("arena") }),
        on: date.optional(),
        by: date.optional(),
      }),
      z.strictObject({
        taken: z.strictObject({ territory: ref("territory").optional(), from: ref("actor").optional() }),
        by: date,
      }),
      z.strictObject({ compare: z.tuple([measure, z.enum([">", ">=", "<", "<=", "="]), measure]) }),
    ]),
  )
  .meta({ id: "Rule" });

/** A change to the world or the rules, at the start of play or at a date. */
export const intervention = z
  .union([
    z.strictObject({
      forbid: z.strictObject({
        move: ref("move"),
        by: ref("actor").optional(),
        target: ref("actor").optional(),
        object: ref("any").optional(),
      }),
    }),
    z.strictObject({ replace: z.strictObject({ post: ref("post"), by: ref("actor") }) }),
    z.strictObject({ fill: z.strictObject({ post: ref("post"), with: ref("actor") }) }),
    z.strictObject({ vacate: z.strictObject({ post: ref("post") }) }),
    z.strictObject({ remove: z.strictObject({ actor: ref("actor") }) }),
    z.strictObject({ restore: z.strictObject({ actor: ref("actor") }) }),
    z.strictObject({
      lift: z.strictObject({ kind: standingKind, by: ref("actor").optional(), of: ref("actor").optional() }),
    }),
    z.strictObject({
      relation: z.strictObject({ from: ref("actor"), to: ref("actor"), value: quantityIn(-1, 1) }),
    }),
    z.strictObject({
      position: z.strictObject({ actor: ref("actor"), issue: ref("issue"), to: quantityIn(0, 100) }),
    }),
    z.strictObject({ status_quo: z.strictObject({ issue: ref("issue"), to: quantityIn(0, 100) }) }),
    z.strictObject({
      holding: z.strictObject({ actor: ref("actor"), resource: ref("resource"), times: quantityIn(0, 1000) }),
    }),
    z.strictObject({ outside: z.strictObject({ event: ref("outside"), happens: z.boolean() }) }),
  ])
  .meta({ id: "Intervention" });

export type Intervention = z.infer<typeof intervention>;
