import * as z from "zod";
import { date, id, oneOrMore, provenance, quantityIn, status, text } from "./parts.ts";
import { ref } from "./references.ts";
import { form, intervention, measure, rule } from "./rules.ts";

/** Where data are from: a publication, a data set, or the author's judgement. */
export const source = z
  .strictObject({
    id,
    title: text("What it is called."),
    publisher: text("Who published it.").optional(),
    date: date.optional().meta({ description: "When it was published." }),
    url: text("Where it can be read.").optional(),
    licence: text("Under which licence it may be used.").optional(),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "CaseSource" });

/** A text of the case: a file beside the YAML, never changed by the program. */
export const document = z
  .strictObject({
    id,
    file: text("The path of the text in the folder, such as documents/briefing.md."),
    title: text("What it is called."),
    author: text("Who wrote it.").optional(),
    date: date.optional().meta({ description: "When it was written." }),
    language: text("Its language, such as en or ar.").optional(),
    source: oneOrMore("source").optional().meta({ description: "Where the text is from." }),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "Document" });

/** What a text says, tied to the words that say it. */
export const statement = z
  .strictObject({
    id,
    document: ref("document").meta({ description: "The document it stands in." }),
    quote: z.string().min(1).meta({ description: "Words of the document, letter by letter." }),
    line: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: "Line of the document on which the quote begins." }),
    kind: z
      .enum(["fact", "tie", "event", "claim", "forecast"])
      .optional()
      .meta({ description: "What sort of thing it says." }),
    speaker: text("Who says so, if it is not the author of the document.").optional(),
    hedge: text("The words that make it less than certain: said to be, probably.").optional(),
    rows: z
      .array(z.string())
      .optional()
      .meta({ description: "Rows of a requirement list that it serves, such as S7." }),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "Statement" });

/** Something from outside the actors' choice that happens on a date, or may happen in a span. */
export const outside = z
  .strictObject({
    id,
    name: text("Its name."),
    date: date.optional().meta({ description: "The day, if it is set." }),
    from: date.optional().meta({ description: "With `to`: the first day on which it may fall." }),
    to: date.optional().meta({ description: "With `from`: it may fall on any day of the span." }),
    probability: quantityIn(0, 1).optional().meta({ description: "That it happens at all; default 1." }),
    rate: quantityIn(0, 52).optional().meta({
      description:
        "In place of a date and a probability: it comes by hazard, so many times a year on average, on any day of its span; without a span, of the play.",
    }),
    repeats: z
      .boolean()
      .optional()
      .meta({ description: "With `rate`: it may come again and again; default: once at most." }),
    given: ref("outside").optional().meta({ description: "Only if this other outside event has happened." }),
    by: ref("actor").optional().meta({ description: "Whose doing it is." }),
    effects: z
      .array(
        z.union([
          form("A tie and its standing value change.", {
            relation: z.strictObject({ from: ref("actor"), to: ref("actor"), change: quantityIn(-2, 2) }),
          }),
          form("Something else holds on an issue.", {
            status_quo: z.strictObject({ issue: ref("issue"), to: quantityIn(0, 100) }),
          }),
          form("An actor's grievance changes.", {
            grievance: z.strictObject({ actor: ref("actor"), change: quantityIn(-5, 5) }),
          }),
          form("What an actor holds of a resource is multiplied.", {
            holding: z.strictObject({
              actor: ref("actor"),
              resource: ref("resource"),
              times: quantityIn(0, 100),
            }),
          }),
          form("An actor gets another status.", {
            status: z.strictObject({ actor: ref("actor"), to: status }),
          }),
          form(
            "A post passes to another, or falls vacant; with the head of government's goes the government.",
            {
              post: z.strictObject({
                post: ref("post"),
                to: ref("actor").optional().meta({ description: "Who holds it then; default: nobody." }),
                acting: z.boolean().optional().meta({ description: "Only acting in it." }),
              }),
            },
          ),
          form("The level of violence is multiplied.", {
            violence: z.strictObject({ times: quantityIn(0, 10) }),
          }),
          form("An assembly is elected anew.", { election: z.strictObject({ arena: ref("arena") }) }),
        ]),
      )
      .optional()
      .meta({ description: "What it changes when it happens." }),
    ...provenance,
  })
  .meta({ id: "Outside" });

/** A dated deed: who did what to whom. */
export const event = z
  .strictObject({
    id,
    date: date.meta({ description: "When it was done." }),
    by: ref("actor").meta({ description: "Who did it." }),
    type: ref("event-type").meta({
      description: "A PLOVER event type, such as ACCUSE; see `tawazun types`.",
    }),
    of: ref("actor").optional().meta({ description: "The target." }),
    move: ref("move").optional().meta({ description: "The kind of move it was, if one fits." }),
    intensity: quantityIn(-10, 10)
      .optional()
      .meta({ description: "Goldstein scale; default: that of the type." }),
    front: ref("front")
      .optional()
      .meta({ description: "The front on which it lies; default: that of the two actors." }),
    text: text("What was done, in a sentence."),
    certainty: quantityIn(0, 1).optional().meta({ description: "That it happened so; default 1." }),
    ...provenance,
  })
  .meta({ id: "Event" });

/** A monthly series of counts, read from a CSV file of the case. */
export const series = z
  .strictObject({
    id,
    name: text("Its name."),
    file: text("The path of the CSV file in the folder; its first column is the month."),
    column: text("The name of the column that holds the values."),
    unit: text("What is counted: deaths, attacks."),
    kind: z.enum(["violence", "driver", "other"]).optional().meta({
      description:
        "The series of kind violence is the one that play carries on; one of kind driver is something political, known at the end of each month, that may bear on the violence of the month after.",
    }),
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
    text: text("What the text asserts, in a sentence."),
    evidence: oneOrMore("statement").optional().meta({ description: "The statements that assert it." }),
    rows: z
      .array(z.string())
      .optional()
      .meta({ description: "Rows of a requirement list that it serves, such as S7." }),
    audit: z
      .strictObject({
        verdict: z
          .enum([
            "confirmed",
            "partly-confirmed",
            "contradicted",
            "doubtful",
            "contested",
            "overclaimed",
            "unverifiable",
          ])
          .meta({ description: "What the record says of the claim." }),
        text: text("The record in a sentence or two."),
        source: oneOrMore("source").optional().meta({ description: "Where the record is." }),
        hindsight: z
          .boolean()
          .optional()
          .meta({ description: "The verdict rests on what was not known on the as-of date." }),
      })
      .meta({ description: "The claim held against the record." }),
    experiment: z
      .strictObject({
        without: z.array(intervention).min(1).meta({ description: "What takes the alleged cause away." }),
        outcome: z
          .union([z.strictObject({ measure }), z.strictObject({ rule })])
          .meta({ description: "What is looked at: a measure, or whether a rule holds." }),
        effect: z
          .enum(["raises", "lowers"])
          .meta({ description: "What the text says the cause does to the outcome." }),
        unit: text("The unit of the outcome.").optional(),
        text: text("The experiment in a sentence.").optional(),
      })
      .optional()
      .meta({ description: "How a causal claim is tested: play with and without the alleged cause." }),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "Claim" });

/** A dated question that a run, and one day the world, answers. */
export const question = z
  .strictObject({
    id,
    text: text("The question, to be answered with yes or no."),
    asked: date.meta({ description: "When it was asked." }),
    by: date.meta({ description: "The day on which it is settled: the last one that its rule looks at." }),
    group: text("What it is about; scores are also given by group.").optional(),
    resolution: text("The rule in words: what counts as yes, and who says so."),
    rule: rule.meta({ description: "The rule as it is held against each future; see Rules." }),
    persistence: z
      .union([z.boolean(), quantityIn(0, 1)])
      .optional()
      .meta({ description: "What would be answered if nothing changed." }),
    text_says: text("What the text under audit says of it.").optional(),
    text_odds: quantityIn(0, 1)
      .optional()
      .meta({ description: "The text's own words turned into a probability." }),
    ...provenance,
  })
  .meta({ id: "Question" });

/** A file of `scenarios/`: changes to be played beside the case as it is. */
export const scenario = z
  .strictObject({
    id: id.optional().meta({ description: "Names it on the command line; default: the name of its file." }),
    name: text("What tables are headed with."),
    text: text("What is changed, and why one might ask.").optional(),
    changes: z.array(intervention).min(1).meta({ description: "What is changed; see Interventions." }),
    note: text("What a reader should know of it.").optional(),
  })
  .meta({ id: "Scenario" });

/** What came true: read by judging alone. */
export const outcome = z
  .strictObject({
    question: ref("question").meta({ description: "Which question." }),
    outcome: z.boolean().meta({ description: "Whether the answer came out as yes." }),
    value: z
      .union([z.string(), z.number(), z.record(z.string(), z.number())])
      .optional()
      .meta({ description: "The number or the fact behind it." }),
    resolved: date.meta({ description: "When it was settled." }),
    ...provenance,
  })
  .meta({ id: "Outcome" });
