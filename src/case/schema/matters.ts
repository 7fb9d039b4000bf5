import * as z from "zod";
import { date, id, provenance, quantityIn, text } from "./parts.ts";
import { ref } from "./references.ts";

/** One question with a scale from 0 (`low`) to 100 (`high`). */
export const issue = z
  .strictObject({
    id,
    name: text("Its name."),
    low: text("What 0 means."),
    high: text("What 100 means."),
    front: ref("front").meta({ description: "The front on which it lies." }),
    arena: ref("arena").optional().meta({ description: "Where it is settled." }),
    status_quo: quantityIn(0, 100).meta({ description: "What holds now." }),
    law: z.boolean().optional().meta({ description: "Changes only by a vote of the arena's assembly." }),
    ...provenance,
  })
  .meta({ id: "Issue" });

/** Where an actor stands on an issue, and how much it cares. */
export const stake = z
  .strictObject({
    actor: ref("actor").meta({ description: "Whose stake it is." }),
    issue: ref("issue").meta({ description: "In which issue." }),
    position: quantityIn(0, 100).meta({ description: "What it stands for now, on the scale of the issue." }),
    salience: quantityIn(0, 1).meta({ description: "How much it cares." }),
    ideal: quantityIn(0, 100)
      .optional()
      .meta({ description: "Where it would like the outcome; default: its position." }),
    ...provenance,
  })
  .meta({ id: "Stake" });

/** How one actor sees another's position. */
export const perception = z
  .strictObject({
    by: ref("actor").meta({ description: "Who sees it so." }),
    of: ref("actor").meta({ description: "Whose position is seen." }),
    issue: ref("issue").meta({ description: "On which issue." }),
    position: quantityIn(0, 100).meta({ description: "The position as it is seen." }),
    ...provenance,
  })
  .meta({ id: "Perception" });

/** What one actor asks of another, standing since a day. */
export const demand = z
  .strictObject({
    id,
    by: ref("actor").meta({ description: "Who demands." }),
    of: ref("actor").meta({ description: "Of whom." }),
    text: text("What is demanded, in a sentence."),
    issue: ref("issue").optional().meta({ description: "The issue it bears on." }),
    post: ref("post").optional().meta({ description: "The post that is demanded." }),
    since: date.meta({ description: "Since when; unmet demands gather grievance from then on." }),
    until: date.optional().meta({ description: "When it was met or dropped." }),
    ...provenance,
  })
  .meta({ id: "Demand" });

/** An agreement, and who is owed what under it. */
export const pact = z
  .strictObject({
    id,
    name: text("Its name."),
    date: date.meta({ description: "When it was made." }),
    parties: z.array(ref("bloc", "actor")).min(2).meta({ description: "Who made it." }),
    terms: z
      .array(
        z.strictObject({
          owed_to: ref("bloc", "actor").meta({ description: "Who is owed it." }),
          by: ref("bloc", "actor").optional().meta({ description: "Who owes it." }),
          text: text("What is owed."),
          post: ref("post").optional().meta({ description: "The post that is owed." }),
          kept: z
            .enum(["kept", "partly", "broken", "pending"])
            .optional()
            .meta({ description: "Whether it has been kept so far." }),
          ...provenance,
        }),
      )
      .optional()
      .meta({ description: "Who is owed what under it, and whether it was kept." }),
    ...provenance,
  })
  .meta({ id: "Pact" });

/** A standing tie of one actor to another; absent is unknown, 0 is neutral. */
export const relation = z
  .strictObject({
    from: ref("actor").meta({ description: "Whose tie it is." }),
    to: ref("actor").meta({ description: "Toward whom." }),
    value: quantityIn(-1, 1).meta({ description: "−1 hostile … +1 friendly." }),
    mutual: z.boolean().optional().meta({ description: "Holds in both directions." }),
    since: date.optional().meta({ description: "Since when." }),
    ...provenance,
  })
  .meta({ id: "Relation" });

/** A piece of land: who holds it. */
export const territory = z
  .strictObject({
    id,
    name: text("Its name."),
    holder: ref("actor").meta({ description: "Who holds it." }),
    capital: z
      .boolean()
      .optional()
      .meta({ description: "A capital city, or contains a provincial capital." }),
    groups: z
      .record(ref("group"), z.number().min(0).max(1))
      .optional()
      .meta({ description: "Population shares by group id." }),
    at: z
      .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
      .optional()
      .meta({ description: "[longitude, latitude]" }),
    ...provenance,
  })
  .meta({ id: "Territory" });

/** A corridor through territories; open while every holder on the way lets it pass. */
export const route = z
  .strictObject({
    id,
    name: text("Its name."),
    stages: z
      .array(
        z.strictObject({
          territory: ref("territory").meta({ description: "Which territory." }),
          passes: z.boolean().meta({ description: "Whether the present holder lets it pass." }),
          issue: ref("issue").optional().meta({ description: "The issue on which letting it pass depends." }),
        }),
      )
      .min(1)
      .meta({ description: "The territories on the way, in order." }),
    value: z
      .array(
        z.strictObject({
          actor: ref("actor").meta({ description: "To whom." }),
          value: quantityIn(-1, 1).meta({ description: "What the open route is worth to the actor." }),
        }),
      )
      .optional()
      .meta({ description: "What it is worth, and to whom." }),
    ...provenance,
  })
  .meta({ id: "Route" });
