import * as z from "zod";
import { date, id, oneOrMore, provenance, quantityIn, status } from "./parts.ts";
import { ref } from "./references.ts";
import { intervention, measure, rule } from "./rules.ts";

/** Where data are from: a publication, a data set, or the author's judgement. */
export const source = z
  .strictObject({
    id,
    title: z.string(),
    publisher: z.string().optional(),
    date: date.optional(),
    url: z.string().optional(),
    licence: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: "CaseSource" });

/** A text of the case: a file beside the YAML, never changed by the program. */
export const document = z
  .strictObject({
    id,
    file: z.string(),
    title: z.string(),
    author: z.string().optional(),
    date: date.optional(),
    language: z.string().optional(),
    source: oneOrMore("source").optional(),
    note: z.string().optional(),
  })
  .meta({ id: "Document" });

/** What a text says, tied to the words that say it. */
export const statement = z
  .strictObject({
    id,
    document: ref("document"),
    quote: z.string().min(1).meta({ description: "Words of the document, letter by letter." }),
    line: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: "Line of the document on which the quote begins." }),
    kind: z.enum(["fact", "tie", "event", "claim", "forecast"]).optional(),
    speaker: z.string().optional(),
    hedge: z.string().optional(),
    rows: z
      .array(z.string())
      .optional()
      .meta({ description: "Rows of a requirement list that it serves, such as S7." }),
    note: z.string().optional(),
  })
  .meta({ id: "Statement" });

/** Something from outside the actors' choice that happens on a date, or may happen in a span. */
export const outside = z
  .strictObject({
    id,
    name: z.string(),
    date: date.optional().meta({ description: "The day, if it is set." }),
    from: date.optional(),
    to: date.optional().meta({ description: "With `from`: it may fall on any day of the span." }),
    probability: quantityIn(0, 1).optional().meta({ description: "That it happens at all; default 1." }),
    given: ref("outside").optional().meta({ description: "Only if this other outside event has happened." }),
    by: ref("actor").optional(),
    effects: z
      .array(
        z.union([
          z.strictObject({
            relation: z.strictObject({ from: ref("actor"), to: ref("actor"), change: quantityIn(-2, 2) }),
          }),
          z.strictObject({ status_quo: z.strictObject({ issue: ref("issue"), to: quantityIn(0, 100) }) }),
          z.strictObject({ grievance: z.strictObject({ actor: ref("actor"), change: quantityIn(-5, 5) }) }),
          z.strictObject({
            holding: z.strictObject({
              actor: ref("actor"),
              resource: ref("resource"),
              times: quantityIn(0, 100),
            }),
          }),
          z.strictObject({ status: z.strictObject({ actor: ref("actor"), to: status }) }),
          z.strictObject({ violence: z.strictObject({ times: quantityIn(0, 10) }) }),
          z.strictObject({ election: z.strictObject({ arena: ref("arena") }) }),
        ]),
      )
      .optional(),
    ...provenance,
  })
  .meta({ id: "Outside" });

/** A dated deed: who did what to whom. */
export const event = z
  .strictObject({
    id,
    date,
    by: ref("actor"),
    type: ref("event-type").meta({
      description: "A PLOVER event type, such as ACCUSE; see `tawazun types`.",
    }),
    of: ref("actor").optional().meta({ description: "The target." }),
    move: ref("move").optional().meta({ description: "The kind of move it was, if one fits." }),
    intensity: quantityIn(-10, 10)
      .optional()
      .meta({ description: "Goldstein scale; default: that of the type." }),
    front: ref("front").optional(),
    text: z.string(),
    certainty: quantityIn(0, 1).optional(),
    ...provenance,
  })
  .meta({ id: "Event" });

/** A monthly series of counts, read from a CSV file of the case. */
export const series = z
  .strictObject({
    id,
    name: z.string(),
    file: z.string(),
    column: z.string(),
    unit: z.string(),
    kind: z.enum(["violence", "other"]).optional(),
    worst_day: quantityIn(0, 1)
      .optional()
      .meta({ description: "Part of a month's count that falls on its worst day." }),
    ...provenance,
  })
  .meta({ id: "Series" });

/** An assertion of a text: what it says, what the record says, and the experiment that would test it. */
export const claim = z
  .strictObject({
    id,
    text: z.string(),
    evidence: oneOrMore("statement").optional(),
    rows: z.array(z.string()).optional(),
    audit: z.strictObject({
      verdict: z.enum([
        "confirmed",
        "partly-confirmed",
        "contradicted",
        "doubtful",
        "contested",
        "overclaimed",
        "unverifiable",
      ]),
      text: z.string(),
      source: oneOrMore("source").optional(),
      hindsight: z
        .boolean()
        .optional()
        .meta({ description: "The verdict rests on what was not known on the as-of date." }),
    }),
    experiment: z
      .strictObject({
        without: z.array(intervention).min(1).meta({ description: "What takes the alleged cause away." }),
        outcome: z.union([z.strictObject({ measure }), z.strictObject({ rule })]),
        effect: z
          .enum(["raises", "lowers"])
          .meta({ description: "What the text says the cause does to the outcome." }),
        unit: z.string().optional(),
        text: z.string().optional().meta({ description: "The experiment in a sentence." }),
      })
      .optional(),
    note: z.string().optional(),
  })
  .meta({ id: "Claim" });

/** A dated question that a run, and one day the world, answers. */
export const question = z
  .strictObject({
    id,
    text: z.string(),
    asked: date,
    by: date,
    group: z.string().optional(),
    resolution: z.string().meta({ description: "The rule in words: what counts as yes, and who says so." }),
    rule,
    persistence: z
      .union([z.boolean(), quantityIn(0, 1)])
      .optional()
      .meta({ description: "What would be answered if nothing changed." }),
    text_says: z.string().optional(),
    text_odds: quantityIn(0, 1)
      .optional()
      .meta({ description: "The text's own words turned into a probability." }),
    ...provenance,
  })
  .meta({ id: "Question" });

/** What came true: read by judging alone. */
export const outcome = z
  .strictObject({
    question: ref("question"),
    outcome: z.boolean(),
    value: z.union([z.string(), z.number(), z.record(z.string(), z.number())]).optional(),
    resolved: date,
    ...provenance,
  })
  .meta({ id: "Outcome" });
