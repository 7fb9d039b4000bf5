import type { Severity } from "../../base/index.ts";

/** A kind of finding: how much it weighs, and what it means. */
interface Kind {
  readonly severity: Severity;
  /** The case can be used in spite of this error. */
  readonly usable?: true;
  readonly meaning: string;
}

/** Every kind of finding on a case, by its code. */
export const kinds = {
  "file/none": { severity: "error", meaning: "The folder holds no YAML file that could be a case." },
  "file/size": { severity: "error", meaning: "A file, or the folder, is larger than is read." },
  "file/unreadable": { severity: "error", meaning: "A file or the folder cannot be read from the disk." },
  "file/encoding": { severity: "error", meaning: "The bytes of a file are not UTF-8 text." },
  "file/bom": { severity: "note", meaning: "A file begins with a byte order mark; it is read without." },
  "file/empty": { severity: "warning", meaning: "A YAML file of a case holds nothing." },
  "file/missing": { severity: "error", meaning: "A document or series names a file that is not there." },
  "file/unknown": {
    severity: "warning",
    meaning: "A CSV file is named after no section and used by nothing.",
  },

  "yaml/syntax": { severity: "error", meaning: "The text is not YAML." },
  "yaml/tab": { severity: "error", meaning: "A line is indented with a tab; YAML wants spaces." },
  "yaml/duplicate-key": { severity: "error", meaning: "A key stands twice in one mapping." },
  "yaml/alias": { severity: "error", meaning: "An alias has no anchor, holds itself, or grows too large." },
  "yaml/tag": { severity: "error", meaning: "A value carries a tag (`!…`); a case needs none." },
  "yaml/depth": { severity: "error", meaning: "Values are nested deeper than 50 levels." },
  "yaml/root": { severity: "error", meaning: "A YAML file holds something other than sections." },

  "csv/quote": { severity: "error", meaning: "A quotation mark in a CSV file is not closed or misplaced." },
  "csv/cells": { severity: "error", meaning: "A CSV row has more or fewer cells than the header." },
  "csv/header": { severity: "error", meaning: "A CSV header is missing, or names a column twice." },
  "csv/separator": { severity: "error", meaning: "A CSV file is separated by something other than commas." },

  "case/head": { severity: "error", meaning: "The section `case` is missing, or stands in two files." },
  "case/section": { severity: "error", meaning: "A section is not a list of items." },
  "case/unknown-key": { severity: "error", meaning: "A key or column that the format does not know." },
  "case/missing-key": { severity: "error", meaning: "A key that must be there is not." },
  "case/empty": { severity: "error", meaning: "A key is there without a value." },
  "case/type": { severity: "error", meaning: "A value is of the wrong type." },
  "case/choice": { severity: "error", meaning: "A value is none of those that may stand here." },
  "case/form": { severity: "error", meaning: "A text is not written the way it must be, such as an id." },
  "case/bounds": { severity: "error", meaning: "A number lies outside its bounds." },
  "case/range": { severity: "error", meaning: "A range `[low, mode, high]` does not rise." },
  "case/date": { severity: "error", meaning: "There is no such date, or it is not written as one." },

  "case/rule": { severity: "error", meaning: "The text of a rule or a measure cannot be read." },
  "case/reference": {
    severity: "error",
    meaning: "An id names nothing in the case, or the wrong kind of thing.",
  },
  "case/duplicate-id": { severity: "error", meaning: "Two items of a section have one id." },
  "case/shared-id": { severity: "error", meaning: "An actor, bloc or group has the id of another of them." },
  "case/two-holders": { severity: "error", meaning: "A post stands twice, with two holders." },
  "case/same-name": {
    severity: "error",
    usable: true,
    meaning: "Two actors have one name: nobody could tell them apart.",
  },
  "case/shared-alias": {
    severity: "warning",
    meaning: "An alias of an actor is a name or alias of another.",
  },
  "case/repeated": {
    severity: "error",
    meaning: "A stake, relation, holding, membership, perception or standing stands twice.",
  },
  "case/self": {
    severity: "error",
    meaning: "A relation, perception, demand or standing has one actor on both sides.",
  },
  "case/circle": {
    severity: "error",
    meaning: "Blocs, leaders, splits or outside events lead back to themselves.",
  },

  "case/span": { severity: "error", meaning: "A span ends before it begins." },
  "case/horizon": { severity: "error", meaning: "The horizon does not lie after the as-of date." },
  "case/hindsight": {
    severity: "error",
    usable: true,
    meaning: "The case holds what came after its as-of date.",
  },
  "case/late-document": {
    severity: "warning",
    meaning: "A document was written after the as-of date.",
  },
  "case/late-question": {
    severity: "warning",
    meaning: "A question was asked after the as-of date.",
  },
  "case/resolved-early": {
    severity: "warning",
    meaning: "An outcome was settled before its question was asked.",
  },
  "case/lifetime": {
    severity: "warning",
    meaning: "An actor joins, acts or holds office before it was founded or when it is gone.",
  },
  "case/gone": {
    severity: "warning",
    meaning: "A question asks about an actor who is dead or dissolved on the first day, or one leads.",
  },
  "case/far-horizon": {
    severity: "error",
    meaning: "The horizon lies more than a hundred years after the as-of date.",
  },
  "case/outside-date": {
    severity: "error",
    meaning: "An outside event has neither a day nor a span nor a rate, or a day and a span.",
  },
  "case/outside-rate": {
    severity: "error",
    meaning: "An outside event has a rate and also a day or a probability, or comes again without a rate.",
  },
  "case/outside-play": { severity: "warning", meaning: "An outside event lies outside of what is played." },
  "case/beyond-horizon": {
    severity: "error",
    usable: true,
    meaning: "A question or experiment asks about a day that is not played.",
  },
  "case/question-by": { severity: "warning", meaning: "A question names another day than its rule." },

  "case/seats": { severity: "error", usable: true, meaning: "More seats are held than an arena has." },
  "case/seats-missing": { severity: "warning", meaning: "Fewer seats are held than an arena has." },
  "case/seats-range": {
    severity: "warning",
    meaning: "Seats are given as ranges that need not add up to those an arena has.",
  },
  "case/seats-whole": { severity: "warning", meaning: "A number of seats is no whole number." },
  "case/elected": {
    severity: "error",
    usable: true,
    meaning: "Blocs have won more seats than their parent or the assembly has.",
  },
  "case/elected-fewer": { severity: "note", meaning: "Blocs have won fewer seats than the assembly has." },
  "case/no-head": {
    severity: "warning",
    meaning: "There is an assembly, but no head of government.",
  },
  "case/named-head": {
    severity: "note",
    meaning: "Somebody names the head of government, which has no effect in play.",
  },
  "case/no-assembly": { severity: "note", meaning: "Seats are held, but no arena is an assembly." },
  "case/no-resource": {
    severity: "warning",
    meaning: "Nothing is counted in an arena, so that its weight is lost.",
  },
  "case/second-assembly": {
    severity: "warning",
    meaning: "A case has two assemblies; votes are cast in the first alone.",
  },
  "case/quota": { severity: "error", meaning: "A quota is above all votes." },
  "case/quota-low": { severity: "warning", meaning: "A quota is not above half of the votes." },
  "case/arena-weights": { severity: "error", meaning: "No arena counts." },
  "case/two-lists": { severity: "error", meaning: "An actor is on two lists at once." },
  "case/two-leaders": {
    severity: "error",
    usable: true,
    meaning: "An actor is led by an actor and by a post.",
  },
  "case/two-heads": { severity: "error", meaning: "An arena has two heads of government." },
  "case/state-holder": { severity: "warning", meaning: "A post at home is held by a state." },
  "case/owed": {
    severity: "warning",
    meaning: "A pact owes a post to somebody whom the post's own `entitled` does not name.",
  },
  "case/acting": { severity: "error", usable: true, meaning: "A post is acting, but has no holder." },
  "case/standing": {
    severity: "error",
    meaning: "A standing lacks the actor or the arena that its kind needs.",
  },
  "case/group-weights": {
    severity: "error",
    usable: true,
    meaning: "Parts of a following or a population add up to more than 1.",
  },
  "case/group-sizes": { severity: "warning", meaning: "Groups add up to more than the population." },
  "case/groupless": {
    severity: "note",
    meaning: "A person who leads belongs to no group, where most who lead do.",
  },

  "case/driver": {
    severity: "error",
    meaning: "A driver of violence does not cover the months in which violence is counted.",
  },
  "case/series": { severity: "error", meaning: "A series cannot be read from its CSV file." },
  "case/quote": { severity: "error", usable: true, meaning: "A quote does not stand in its document." },
  "case/quote-line": {
    severity: "error",
    usable: true,
    meaning: "A quote stands on another line of its document.",
  },
  "case/document-unused": { severity: "note", meaning: "No statement quotes a document." },
  "case/no-source": { severity: "warning", meaning: "A datum names no source and no evidence." },
} as const satisfies { readonly [code: string]: Kind };

export type Code = keyof typeof kinds;

/** Whether a case can be used although there is a finding with this code. */
export function leavesUsable(code: string): boolean {
  const kind: Kind | undefined = kinds[code as Code];
  return kind !== undefined && (kind.severity !== "error" || kind.usable === true);
}
