import * as z from "zod";
import { experiment } from "./experiment.ts";
import { demand, issue, pact, perception, relation, route, stake, territory } from "./matters.ts";
import { date, id, provenance, quantityIn, text } from "./parts.ts";
import { actor, bloc, group, holding, membership, post, standing } from "./people.ts";
import {
  claim,
  document,
  event,
  outcome,
  outside,
  question,
  scenario,
  series,
  source,
  statement,
} from "./record.ts";
import { ref } from "./references.ts";
import { view } from "./view.ts";

/** A partition of politics: every post, issue and dyad lies on one front. */
const front = z.strictObject({ id, name: text("Its name."), ...provenance }).meta({ id: "Front" });

/** What can be held: seats, arms, money … in a unit. */
const resource = z
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
const arena = z
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
const head = z
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
  .meta({
    id: "Head",
    description: "The head: what the case is about, as of when, and how far ahead. A case has one.",
  });

function list<Element extends z.ZodType>(element: Element, meaning: string) {
  return z.array(element).meta({ description: meaning });
}

/** Every section of a case by name: the folder's YAML files hold these as top-level keys, in any split. */
export const sections = {
  case: head,
  sources: list(source, "Where data are from: publications, data sets, the author's own judgement."),
  fronts: list(front, "A partition of politics: every arena, post, issue and event lies on one front."),
  arenas: list(arena, "Places where power is counted."),
  resources: list(resource, "What can be held: seats, arms, money … in a unit."),
  groups: list(group, "Ethnic, sectarian or confessional groups, and their access to power."),
  actors: list(
    actor,
    "Who can act: persons, parties, movements, armed groups, states, organisations, institutions.",
  ),
  blocs: list(bloc, "Actors tied together; blocs form a tree."),
  memberships: list(membership, "Dated, weighted links of actors to blocs and groups."),
  holdings: list(holding, "Amounts of resources in the hands of actors."),
  posts: list(post, "Offices: who holds them, and which bloc or actor is owed them."),
  standing: list(standing, "Standing facts between actors that moves can set and lift."),
  issues: list(issue, "Questions with a scale from 0 to 100."),
  stakes: list(stake, "Where actors stand on issues, and how much they care."),
  perceptions: list(perception, "How one actor sees another's position, where that differs from the truth."),
  demands: list(demand, "What one actor asks of another."),
  pacts: list(pact, "Agreements, and who is owed what under them."),
  relations: list(relation, "Standing ties between actors. What is not listed is unknown; 0 is neutral."),
  territories: list(territory, "Pieces of land, and who holds them."),
  routes: list(route, "Corridors through territories; open while every holder on the way lets them pass."),
  outside: list(
    outside,
    "What happens whatever the actors do: on a day, or some time in a span, with a probability.",
  ),
  documents: list(document, "Texts of the case; the program reads them and never changes them."),
  statements: list(statement, "What texts say, each tied to its words, letter by letter."),
  events: list(event, "Dated deeds: who did what to whom, up to the as-of date."),
  series: list(series, "Monthly counts, read from a CSV file. They end before the as-of date."),
  claims: list(claim, "What texts assert, what the record says, and the experiment that would test it."),
  questions: list(question, "Dated questions that play, and one day the world, answers."),
} as const;

/** What judging alone reads, from `outcomes.yaml`: a list, or `outcomes` beside the `sources` that say so. */
export const outcomes = z.array(outcome);
export const outcomesFile = z.union([
  outcomes,
  z.strictObject({ sources: z.array(source).optional(), outcomes }),
]);

export type SectionName = keyof typeof sections;

/** The lists of a case by name, in the order in which a case is told. */
export const listNames = Object.keys(sections).filter((name) => name !== "case") as readonly Exclude<
  SectionName,
  "case"
>[];

/** What stands in files of its own, which no reading of the case itself sees. */
export type Apart = "outcomes" | "scenarios" | "experiments" | "views";

/** What one item of a section must look like; for `case` the head itself. */
export function elementOf(section: SectionName | Apart): z.ZodType {
  if (section === "case") return sections.case;
  if (section === "scenarios") return scenario;
  if (section === "experiments") return experiment;
  if (section === "views") return view;
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
