import type * as z from "zod";
import type { sections } from "./schema/case.ts";
import type { outcome } from "./schema/record.ts";

type Sections = { readonly [Name in keyof typeof sections]: z.infer<(typeof sections)[Name]> };

/** Months and values of a series, in order; a month is `2012-01`. */
export interface SeriesValues {
  readonly id: string;
  readonly months: readonly string[];
  readonly values: readonly number[];
}

/**
 * A case as data: what is known of a divided country, checked and resolved.
 *
 * Sections that the folder leaves out are empty lists. `texts` holds the documents by id,
 * `values` the series by id. Outcomes are not part of it: only judging reads those.
 */
export interface Case extends Omit<Sections, "case"> {
  readonly head: Sections["case"];
  readonly texts: { readonly [document: string]: string };
  readonly values: { readonly [series: string]: SeriesValues };
  /** SHA-256 of the files it was read from (names and bytes, in name order), without outcomes. */
  readonly hash: string;
}

/** The head of a case: what it is about, as of when, how far ahead. */
export type Head = Sections["case"];
/** Where data of a case are from. */
export type CaseSource = Sections["sources"][number];
/** A partition of politics. */
export type Front = Sections["fronts"][number];
/** A place where power is counted. */
export type Arena = Sections["arenas"][number];
/** What can be held, in a unit. */
export type ResourceKind = Sections["resources"][number];
/** An ethnic, sectarian or confessional group. */
export type Group = Sections["groups"][number];
/** Who can act. */
export type Actor = Sections["actors"][number];
/** Actors tied together. */
export type Bloc = Sections["blocs"][number];
/** A dated, weighted link of an actor to a bloc or a group. */
export type Membership = Sections["memberships"][number];
/** An amount of a resource in an actor's hands. */
export type Holding = Sections["holdings"][number];
/** An office, its holder, and who is owed it. */
export type Post = Sections["posts"][number];
/** A standing fact between actors that moves can set and lift. */
export type Standing = Sections["standing"][number];
/** A question with a scale from 0 to 100. */
export type Issue = Sections["issues"][number];
/** Where an actor stands on an issue, and how much it cares. */
export type Stake = Sections["stakes"][number];
/** How one actor sees another's position. */
export type Perception = Sections["perceptions"][number];
/** What one actor asks of another. */
export type Demand = Sections["demands"][number];
/** An agreement, and who is owed what under it. */
export type Pact = Sections["pacts"][number];
/** A standing tie of one actor to another. */
export type Relation = Sections["relations"][number];
/** A piece of land, and who holds it. */
export type Territory = Sections["territories"][number];
/** A corridor through territories. */
export type Route = Sections["routes"][number];
/** What happens whatever the actors do. */
export type Outside = Sections["outside"][number];
/** A text of the case. */
export type CaseDocument = Sections["documents"][number];
/** What a text says, tied to its words. */
export type Statement = Sections["statements"][number];
/** A dated deed: who did what to whom. */
export type CaseEvent = Sections["events"][number];
/** A monthly series of counts. */
export type Series = Sections["series"][number];
/** An assertion of a text, audited and tested. */
export type Claim = Sections["claims"][number];
/** A dated question that play answers. */
export type Question = Sections["questions"][number];
/** What came true: read by judging alone. */
export type Outcome = z.infer<typeof outcome>;
