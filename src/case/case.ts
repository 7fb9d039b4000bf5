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

export type Head = Sections["case"];
export type CaseSource = Sections["sources"][number];
export type Front = Sections["fronts"][number];
export type Arena = Sections["arenas"][number];
export type ResourceKind = Sections["resources"][number];
export type Group = Sections["groups"][number];
export type Actor = Sections["actors"][number];
export type Bloc = Sections["blocs"][number];
export type Membership = Sections["memberships"][number];
export type Holding = Sections["holdings"][number];
export type Post = Sections["posts"][number];
export type Standing = Sections["standing"][number];
export type Issue = Sections["issues"][number];
export type Stake = Sections["stakes"][number];
export type Perception = Sections["perceptions"][number];
export type Demand = Sections["demands"][number];
export type Pact = Sections["pacts"][number];
export type Relation = Sections["relations"][number];
export type Territory = Sections["territories"][number];
export type Route = Sections["routes"][number];
export type Outside = Sections["outside"][number];
export type CaseDocument = Sections["documents"][number];
export type Statement = Sections["statements"][number];
export type CaseEvent = Sections["events"][number];
export type Series = Sections["series"][number];
export type Claim = Sections["claims"][number];
export type Question = Sections["questions"][number];
export type Outcome = z.infer<typeof outcome>;
