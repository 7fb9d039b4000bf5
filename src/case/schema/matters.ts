import * as z from "zod";
import { date, id, provenance, quantityIn } from "./parts.ts";
import { ref } from "./references.ts";

/** One question with a scale from 0 (`low`) to 100 (`high`). */
export const issue = z
  .strictObject({
    id,
    name: z.string(),
    low: z.string().meta({ description: "What 0 means." }),
    high: z.string().meta({ description: "What 100 means." }),
    front: ref("front"),
    arena: ref("arena").optional().meta({ description: "Where it is settled." }),
    status_quo: quantityIn(0, 100).meta({ description: "What holds now." }),
    law: z.boolean().optional().meta({ description: "Changes only by a vote of the arena's assembly." }),
    ...provenance,
  })
  .meta({ id: "Issue" });

/** Where an actor stands on an issue, and how much it cares. */
export const stake = z
  .strictObject({
    actor: ref("actor"),
    issue: ref("issue"),
    position: quantityIn(0, 100),
    salience: quantityIn(0, 1),
    ideal: quantityIn(0, 100)
      .optional()
      .meta({ description: "Where it would like the outcome; default: its position." }),
    ...provenance,
  })
  .meta({ id: "Stake" });

/** How one actor sees another's position. */
export const perception = z
  .strictObject({
    by: ref("actor"),
    of: ref("actor"),
    issue: ref("issue"),
    position: quantityIn(0, 100),
    ...provenance,
  })
  .meta({ id: "Perception" });

/** What one actor asks of another, standing since a day. */
export const demand = z
  .strictObject({
    id,
    by: ref("actor"),
    of: ref("actor"),
    text: z.string(),
    issue: ref("issue").optional(),
    post: ref("post").optional(),
    since: date,
    until: date.optional(),
    ...provenance,
  })
  .meta({ id: "Demand" });

/** An agreement, and who is owed what under it. */
export const pact = z
  .strictObject({
    id,
    name: z.string(),
    date,
    parties: z.array(ref("bloc", "actor")).min(2),
    terms: z
      .array(
        z.strictObject({
          owed_to: ref("bloc", "actor"),
          by: ref("bloc", "actor").optional(),
          text: z.string(),
          post: ref("post").optional(),
          kept: z.enum(["kept", "partly", "broken", "pending"]).optional(),
          ...provenance,
        }),
      )
      .optional(),
    ...provenance,
  })
  .meta({ id: "Pact" });

/** A standing tie of one actor to another; absent is unknown, 0 is neutral. */
export const relation = z
  .strictObject({
    from: ref("actor"),
    to: ref("actor"),
    value: quantityIn(-1, 1).meta({ description: "−1 hostile … +1 friendly." }),
    mutual: z.boolean().optional().meta({ description: "Holds in both directions." }),
    since: date.optional(),
    ...provenance,
  })
  .meta({ id: "Relation" });

/** A piece of land: who holds it. */
export const territory = z
  .strictObject({
    id,
    name: z.string(),
    holder: ref("actor"),
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
    name: z.string(),
    stages: z
      .array(
        z.strictObject({
          territory: ref("territory"),
          passes: z.boolean().meta({ description: "Whether the present holder lets it pass." }),
          issue: ref("issue").optional().meta({ description: "The issue on which letting it pass depends." }),
        }),
      )
      .min(1),
    value: z
      .array(
        z.strictObject({
          actor: ref("actor"),
          value: quantityIn(-1, 1).meta({ description: "What the open route is worth to the actor." }),
        }),
      )
      .optional(),
    ...provenance,
  })
  .meta({ id: "Route" });
