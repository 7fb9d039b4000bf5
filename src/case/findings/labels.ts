import type { Apart, SectionName } from "../schema/case.ts";
import { isObject } from "../schema/walk.ts";

/** What one item of a section is called in a message. */
const SINGULAR: { readonly [Name in SectionName | Apart]: string } = {
  case: "case",
  sources: "source",
  fronts: "front",
  arenas: "arena",
  resources: "resource",
  groups: "group",
  actors: "actor",
  blocs: "bloc",
  memberships: "membership",
  holdings: "holding",
  posts: "post",
  standing: "standing",
  issues: "issue",
  stakes: "stake",
  perceptions: "perception",
  demands: "demand",
  pacts: "pact",
  relations: "relation",
  territories: "territory",
  routes: "route",
  outside: "outside event",
  documents: "document",
  statements: "statement",
  events: "event",
  series: "series",
  claims: "claim",
  questions: "question",
  outcomes: "outcome",
  scenarios: "scenario",
  experiments: "experiment",
  views: "view",
};

/** An item in words: `the stake of maliki on federalism`, `the post "interior"`. */
export function labelOf(section: SectionName | Apart, raw: unknown): string {
  const value = isObject(raw) ? raw : {};
  const field = (key: string): string => (typeof value[key] === "string" ? value[key] : "?");
  const what = SINGULAR[section];
  switch (section) {
    case "case":
      return "the case";
    case "memberships":
      return `the ${what} of ${field("actor")} in ${field("in")}`;
    case "holdings":
      return `the ${what} of ${field("resource")} by ${field("actor")}`;
    case "standing":
      return `the ${what} ${field("kind")} by ${field("by")}`;
    case "stakes":
      return `the ${what} of ${field("actor")} on ${field("issue")}`;
    case "perceptions":
      return `the ${what} by ${field("by")} of ${field("of")} on ${field("issue")}`;
    case "outcomes":
      return `the ${what} of ${field("question")}`;
    case "relations":
      return `the ${what} from ${field("from")} to ${field("to")}`;
    default:
      return typeof value.id === "string" ? `the ${what} "${value.id}"` : `this ${what}`;
  }
}

/** The same at the beginning of a sentence. */
export function labelAtStart(section: SectionName | Apart, raw: unknown): string {
  const label = labelOf(section, raw);
  return label[0].toUpperCase() + label.slice(1);
}
