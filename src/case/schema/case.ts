import * as z from "zod";
import { demand, issue, pact, perception, relation, route, stake, territory } from "./matters.ts";
import { date, id, provenance, quantityIn, text } from "./parts.ts";
import { actor, bloc, group, holding, membership, post, standing } from "./people.ts";
import { claim, document, event, outcome, outside, question, series, source, statement } from "./record.ts";
import { ref } from "./references.ts";

/** A partition of politics: every post, issue and dyad lies on one front. */
export const front = z.strictObject({ id, name: text("Its name."), ...provenance }).meta({ id: "Front" });

/** What can be held: seats, arms, money … in a unit. */
export const resource = z
  .strictObject({
    id,
    name: text("Its name."),
    unit: text("In what it is counted: seats, thousand men, billion dollars a year."),
    kind: z.enum(["seats", "posts", "arms", "street", "money", "authority", "backing", "other"]).meta({
      description: "What it does in play: seats vote, arms fight, the street protests, money pays.",
    }),
    ...provenance,
  })
  .meta({ id: "Resource" });

/** A place where power is counted: an assembly, a cabinet, the street, the region. */
export const arena = z
  .strictObject({
    id,
    name: text("Its name."),
    front: ref("front").meta({ description: "The front on which it lies." }),
    kind: z.enum(["assembly", "cabinet", "force", "street", "diplomacy", "other"]).meta({
      description:
        "How power is counted there: an assembly by votes, a cabinet by posts, others by what is held.",
    }),
    resource: ref("resource")
      .optional()
      .meta({ description: "The deciding resource; a cabinet is decided by posts." }),
    weight: quantityIn(0, 1).meta({
      description: "Its part in overall power; the weights are scaled to sum to 1.",
    }),
    seats: z.number().int().min(1).optional().meta({ description: "Seats in all; those held add up to it." }),
    quota: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: "Votes needed; default: more than half the seats." }),
    ...provenance,
  })
  .meta({ id: "Arena" });

/** The head of a case: what it is about, as of when, how far ahead. */
export const head = z
  .strictObject({
    id,
    title: text("What reports are headed with."),
    polity: text("The divided country."),
    summary: text("Two or three sentences on where things stand."),
    as_of: date.meta({
      description: "The day of which the case tells: nothing that came later stands in it.",
    }),
    horizon: date.meta({ description: "The last day that is played." }),
    format: z.literal(1).meta({ description: "The version of this format." }),
    authors: z.array(z.string()).optional().meta({ description: "Who wrote the case." }),
    licence: text("Under which licence it may be used.").optional(),
    default_source: ref("source")
      .optional()
      .meta({ description: "Source of every datum that names none: no warning is given for those." }),
  })
  .meta({ id: "Head" });

/** Every section of a case by name: the folder's YAML files hold these as top-level keys, in any split. */
export const sections = {
  case: head,
  sources: z.array(source),
  fronts: z.array(front),
  arenas: z.array(arena),
  resources: z.array(resource),
  groups: z.array(group),
  actors: z.array(actor),
  blocs: z.array(bloc),
  memberships: z.array(membership),
  holdings: z.array(holding),
  posts: z.array(post),
  standing: z.array(standing),
  issues: z.array(issue),
  stakes: z.array(stake),
  perceptions: z.array(perception),
  demands: z.array(demand),
  pacts: z.array(pact),
  relations: z.array(relation),
  territories: z.array(territory),
  routes: z.array(route),
  outside: z.array(outside),
  documents: z.array(document),
  statements: z.array(statement),
  events: z.array(event),
  series: z.array(series),
  claims: z.array(claim),
  questions: z.array(question),
} as const;

/** What judging alone reads, from `outcomes.yaml`: a list, or `outcomes` beside the `sources` that say so. */
export const outcomes = z.array(outcome);
export const outcomesFile = z.union([
  outcomes,
  z.strictObject({ sources: z.array(source).optional(), outcomes }),
]);

export type SectionName = keyof typeof sections;

/** What one item of a section must look like; for `case` the head itself. */
export function elementOf(section: SectionName | "outcomes"): z.ZodType {
  if (section === "case") return sections.case;
  return section === "outcomes" ? outcome : sections[section].element;
}

/** One YAML file of a case: any of the sections. */
export const caseFile = z.strictObject({
  case: sections.case.optional(),
  ...(Object.fromEntries(
    Object.entries(sections)
      .filter(([name]) => name !== "case")
      .map(([name, schema]) => [name, schema.optional()]),
  ) as { [Name in Exclude<SectionName, "case">]: z.ZodOptional<(typeof sections)[Name]> }),
});
