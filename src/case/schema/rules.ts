import * as z from "zod";
import { date, id, quantityIn, status } from "./parts.ts";

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

const span = z.strictObject({ series: id, from: date, to: date });

export const measure: z.ZodType<Measure, unknown> = z.lazy(() =>
  z.union([
    z.number(),
    z.strictObject({ sum: span }),
    z.strictObject({ max: span }),
    z.strictObject({ worst_day: span }),
    z.strictObject({ times: z.tuple([z.number(), measure]) }),
    z.strictObject({ share: z.strictObject({ of: id, arena: id.optional(), on: date }) }),
    z.strictObject({ seats: z.strictObject({ of: id, on: date }) }),
    z.strictObject({ rank: z.strictObject({ of: id, arena: id, on: date }) }),
    z.strictObject({ pledges: z.strictObject({ against: id, by: date }) }),
    z.strictObject({ left: z.strictObject({ bloc: id, by: date }) }),
    z.strictObject({ status_quo: z.strictObject({ issue: id, on: date }) }),
    z.strictObject({
      count: z.strictObject({
        move: id,
        by: id.optional(),
        target: id.optional(),
        from: date.optional(),
        to: date,
      }),
    }),
    z.strictObject({ stability: z.strictObject({ to: date }) }),
  ]),
);

export const rule: z.ZodType<Rule, unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(rule).min(1) }),
    z.strictObject({ any: z.array(rule).min(1) }),
    z.strictObject({ not: rule }),
    z.strictObject({
      holds: z.strictObject({
        post: id,
        actor: id.optional(),
        bloc: id.optional(),
        acting: z.boolean().optional(),
      }),
      on: date,
    }),
    z.strictObject({ filled: z.strictObject({ post: id }), by: date }),
    z.strictObject({
      status: z.strictObject({ actor: id, is: status }),
      on: date.optional(),
      by: date.optional(),
    }),
    z.strictObject({
      occurs: z.strictObject({
        move: id.optional(),
        event: id.optional(),
        by: id.optional(),
        target: id.optional(),
        object: id.optional(),
        success: z.boolean().optional(),
      }),
      from: date.optional(),
      by: date,
    }),
    z.strictObject({
      boycotts: z.strictObject({ actor: id, arena: id }),
      on: date.optional(),
      by: date.optional(),
    }),
    z.strictObject({ taken: z.strictObject({ territory: id.optional(), from: id.optional() }), by: date }),
    z.strictObject({ compare: z.tuple([measure, z.enum([">", ">=", "<", "<=", "="]), measure]) }),
  ]),
);

/** A change to the world or the rules, at the start of play or at a date. */
export const intervention = z
  .union([
    z.strictObject({
      forbid: z.strictObject({ move: id, by: id.optional(), target: id.optional(), object: id.optional() }),
    }),
    z.strictObject({ replace: z.strictObject({ post: id, by: id }) }),
    z.strictObject({ fill: z.strictObject({ post: id, with: id }) }),
    z.strictObject({ vacate: z.strictObject({ post: id }) }),
    z.strictObject({ remove: z.strictObject({ actor: id }) }),
    z.strictObject({ restore: z.strictObject({ actor: id }) }),
    z.strictObject({ lift: z.strictObject({ kind: id, by: id.optional(), of: id.optional() }) }),
    z.strictObject({ relation: z.strictObject({ from: id, to: id, value: quantityIn(-1, 1) }) }),
    z.strictObject({ position: z.strictObject({ actor: id, issue: id, to: quantityIn(0, 100) }) }),
    z.strictObject({ status_quo: z.strictObject({ issue: id, to: quantityIn(0, 100) }) }),
    z.strictObject({ holding: z.strictObject({ actor: id, resource: id, times: quantityIn(0, 1000) }) }),
    z.strictObject({ outside: z.strictObject({ event: id, happens: z.boolean() }) }),
  ])
  .meta({ id: "Intervention" });

export type Intervention = z.infer<typeof intervention>;
