import * as z from "zod";
import { date, id, MOST_HELD, provenance, quantityIn, status, text } from "./parts.ts";
import { ref } from "./references.ts";
import { standingKinds } from "./standing-kinds.ts";

/** An ethnic, sectarian or confessional group; `access` in the words of Ethnic Power Relations. */
export const group = z
  .strictObject({
    id,
    name: text("Its name."),
    size: quantityIn(0, 1).meta({ description: "Share of the population, 0…1." }),
    access: z
      .enum([
        "monopoly",
        "dominant",
        "senior-partner",
        "junior-partner",
        "self-excluded",
        "powerless",
        "discriminated",
        "irrelevant",
      ])
      .optional()
      .meta({ description: "Its access to state power, in the words of Ethnic Power Relations." }),
    ...provenance,
  })
  .meta({ id: "Group" });

/** The weights with which an actor judges the world; see `design/model`, section 1. */
const aims = z
  .strictObject({
    own: quantityIn(0, 10).optional().meta({ description: "α: own share of power." }),
    group: quantityIn(0, 10).optional().meta({ description: "γ: share of its group." }),
    policy: quantityIn(0, 10).optional().meta({ description: "π: outcomes on the issues it cares about." }),
    routes: quantityIn(0, 10)
      .optional()
      .meta({ description: "ρ: open routes that are worth something to it." }),
    security: quantityIn(0, 10).optional().meta({ description: "σ: dislike of its own insecurity." }),
    strategic: quantityIn(0, 50)
      .optional()
      .meta({ description: "κ: how strongly expected gain drives its choices." }),
  })
  .meta({ id: "Aims" });

/** Who can act: a person, party, movement, armed group, state, organisation or institution. */
export const actor = z
  .strictObject({
    id,
    name: text("Its full name, as reports print it; no two actors share one."),
    kind: z
      .enum(["person", "party", "movement", "armed-group", "state", "organisation", "institution"])
      .meta({ description: "What it is; defaults of pace and aims follow from it." }),
    aliases: z
      .array(z.string())
      .optional()
      .meta({ description: "Other names and spellings under which texts speak of it." }),
    codes: z.array(z.string()).optional().meta({
      description:
        "Codes of event data that mean it, such as MERGOV or Government (Meridia); with * at the end, all that begin so.",
    }),
    script: z.string().optional().meta({ description: "The name in its own script." }),
    country: text("The country it belongs to.").optional(),
    wikidata: z
      .string()
      .regex(/^Q\d+$/, "a Wikidata id is Q and digits")
      .optional()
      .meta({ description: "Its item in Wikidata, such as Q57405, where that is sure." }),
    status: status.optional().meta({ description: "Default: active." }),
    leader: ref("actor")
      .optional()
      .meta({ description: "The actor who decides for this one and disposes of what it holds." }),
    led_by_post: ref("post").optional().meta({
      description:
        "The post whose holder decides for it, whoever that is: an army or a treasury follows the head of government.",
    }),
    successor: ref("actor").optional().meta({
      description:
        "Who takes over what it leads and holds if it dies or is banned, for a person; default: the most powerful of those who lead a party on its list.",
    }),
    front: ref("front").optional().meta({ description: "The front it stands on; default: the first front." }),
    splitFrom: ref("actor").optional().meta({ description: "The organisation it broke away from." }),
    founded: date.optional().meta({ description: "Since when it exists, for what is no person." }),
    pace: quantityIn(0, 400)
      .optional()
      .meta({ description: "Moves a year, if it acts; the default follows from its kind." }),
    acts: z
      .boolean()
      .optional()
      .meta({ description: "Whether it moves on its own; default: unless another leads it." }),
    aims: aims
      .optional()
      .meta({ description: "How it judges the world; the default follows from its kind." }),
    policy: z
      .enum(["strategic", "learned", "random", "anticipating", "cautious", "bold", "scripted"])
      .optional()
      .meta({ description: "How it decides; default: as the scenario says for all." }),
    ...provenance,
  })
  .meta({ id: "Actor" });

/** Actors tied together: an electoral list, an alliance of lists, a government. */
export const bloc = z
  .strictObject({
    id,
    name: text("Its name."),
    kind: z.enum(["list", "alliance", "government", "camp"]).meta({
      description:
        "A list votes and is elected together; an alliance unites lists; a government shares the cabinet; a camp is any other.",
    }),
    parent: ref("bloc").optional().meta({ description: "The bloc it belongs to: blocs form a tree." }),
    leader: ref("actor").optional().meta({ description: "The actor whose line its members follow." }),
    discipline: quantityIn(0, 1)
      .optional()
      .meta({ description: "Part of its members' votes that follow its line; default 0.9." }),
    elected: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: "Seats won by the bloc at the last election." }),
    ...provenance,
  })
  .meta({ id: "Bloc" });

/** A dated, weighted link of an actor to a bloc or a group. */
export const membership = z
  .strictObject({
    actor: ref("actor").meta({ description: "Who belongs." }),
    in: ref("bloc", "group").meta({ description: "A bloc or a group." }),
    from: date.optional().meta({ description: "Since when; absent: as long as anyone remembers." }),
    to: date.optional().meta({ description: "Until when; absent: it lasts." }),
    weight: quantityIn(0, 1)
      .optional()
      .meta({ description: "Default 1; for a group, the part of the actor's following that belongs to it." }),
    ...provenance,
  })
  .meta({ id: "Membership" });

/** An amount of a resource in an actor's hands. */
export const holding = z
  .strictObject({
    actor: ref("actor").meta({ description: "Who holds it." }),
    resource: ref("resource").meta({ description: "What is held." }),
    amount: quantityIn(0, MOST_HELD).meta({
      description: "How much, in the unit of the resource.",
    }),
    as_of: date.optional().meta({ description: "When it was so much; the latest amount counts." }),
    ...provenance,
  })
  .meta({ id: "Holding" });

/** An office: who holds it, as full or acting holder, and which bloc is owed it. */
export const post = z
  .strictObject({
    id,
    name: text("Its name."),
    arena: ref("arena").meta({ description: "Where it counts; most posts count in the cabinet." }),
    role: z
      .enum([
        "head-of-government",
        "head-of-state",
        "vice-president",
        "speaker",
        "deputy-head",
        "minister",
        "other",
      ])
      .meta({ description: "What its holder can do. An arena has one head of government." }),
    value: quantityIn(0, 100).meta({ description: "Salience of the portfolio; an average ministry is 1." }),
    security: z.boolean().optional().meta({ description: "Commands armed forces or police." }),
    holder: ref("actor").optional().meta({ description: "Absent: vacant." }),
    acting: z.boolean().optional().meta({ description: "The holder only acts in it." }),
    since: date.optional().meta({ description: "Since when it has been held, acted in or vacant." }),
    aliases: z
      .array(z.string())
      .optional()
      .meta({ description: "Other names under which event data speak of its holder." }),
    former: z
      .array(
        z.strictObject({
          holder: ref("actor").meta({ description: "Who held it." }),
          from: date.optional().meta({ description: "Since when; absent: as long as anyone remembers." }),
          to: date.meta({ description: "Until when." }),
        }),
      )
      .optional()
      .meta({
        description: "Who held it before, so that event data that name the office are read rightly.",
      }),
    entitled: ref("bloc", "actor").optional().meta({ description: "Bloc or actor owed the post by a pact." }),
    named_by: ref("actor", "bloc")
      .optional()
      .meta({ description: "Who appoints and withholds; default: the head of government." }),
    ...provenance,
  })
  .meta({ id: "Post" });

/** A standing fact between actors that a move can set or lift. */
export const standing = z
  .strictObject({
    kind: z.enum(standingKinds).meta({
      description:
        "boycott: `by` stays away from arena `in`. warrant: against `of`. bar: `by` refuses reunion under `of`. sponsorship: `by` pays client `of`. sanction, open-market: `by` toward `of`. campaign: arms used by `by` against `of`. pledge: `by` has pledged its votes against `of`. motion: `by` has moved to dismiss `of`. basing: `by` lets forces of `of` be based in its country.",
    }),
    by: ref("actor", "bloc").meta({ description: "Whose standing it is." }),
    of: ref("actor", "bloc")
      .optional()
      .meta({ description: "Toward whom; all kinds but a boycott need it." }),
    in: ref("arena").optional().meta({ description: "The arena that is boycotted." }),
    since: date.optional().meta({ description: "Since when." }),
    to: date.optional().meta({ description: "Until when; absent: it lasts." }),
    strength: quantityIn(0, 1).optional().meta({ description: "How strong it is, 0…1; default 0.5." }),
    ...provenance,
  })
  .meta({ id: "Standing" });
