import type { IsoDate, Method, Source } from "../../base/index.ts";
import type { Citation, Picture } from "../picture.ts";
import type { Link, Table } from "../tables/table.ts";

/** Words of a paragraph: text, text that leads somewhere, text that weighs more. */
export type Prose = string | readonly (string | Link | { readonly strong: string })[];

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Prose;
}

/** Two values between which a number lies, and what that means. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0…1, such as 0.9; for a bound, 1. */
  readonly level: number;
  /** `confidence`: of the sampling; `prediction`: of what will be seen; `inputs`: spread from uncertain inputs. */
  readonly of: "prediction" | "confidence" | "credible" | "inputs" | "bound";
}

/** What a plain rule would have said. */
export interface Baseline {
  readonly name: string;
  readonly value: number;
}

/** A number that says how it was made, how sure it is, and on what it rests. */
export interface NumberFact {
  readonly kind: "number";
  readonly id?: string;
  readonly label: string;
  /** Id of the measure that it is: a page can say beside the label what that is. */
  readonly measure?: string;
  readonly value: number;
  /** "share" and "probability" are kept 0…1 and shown as per cent; "" for a bare number. */
  readonly unit: string;
  readonly digits?: number;
  readonly method: Method;
  readonly intervals?: readonly Interval[];
  /** Standard error of sampling, in the number's unit. */
  readonly error?: number;
  readonly runs?: number;
  /** Pairs of futures with the same luck, where the number is a difference of the two. */
  readonly pairs?: number;
  readonly seed?: string;
  readonly assumptions: readonly string[];
  readonly baselines?: readonly Baseline[];
  readonly sources: readonly (Source | Citation)[];
  /** One sentence that says what to make of it. */
  readonly note?: string;
}

/** A story told by dates, such as a typical future. */
export interface Narrative {
  readonly kind: "narrative";
  readonly title: string;
  /** What stands for, such as "the most typical of 2,000 futures; 31% are like it". */
  readonly lead?: Prose;
  readonly steps: readonly { readonly at: IsoDate; readonly text: Prose; readonly why?: Prose }[];
}

/** What a reader must not miss. */
export interface Callout {
  readonly kind: "callout";
  readonly tone: "note" | "caution" | "contradiction";
  readonly title: string;
  readonly text: Prose;
}

/** A word of the glossary where it is first needed. */
export interface Definition {
  readonly kind: "definition";
  readonly term: string;
  readonly text: Prose;
}

/** A heading inside a section. */
export interface Subheading {
  readonly kind: "subheading";
  readonly title: string;
}

/** A list of sentences. */
export interface Items {
  readonly kind: "items";
  readonly items: readonly Prose[];
  readonly numbered?: boolean;
}

export type Part =
  | Paragraph
  | NumberFact
  | Table
  | Picture
  | Narrative
  | Callout
  | Definition
  | Subheading
  | Items;

/** Ids of the report's sections, in the order in which they stand. */
export const SECTIONS = [
  "overview",
  "polity",
  "fronts",
  "power",
  "coalitions",
  "network",
  "routes",
  "positions",
  "record",
  "behaviour",
  "futures",
  "violence",
  "questions",
  "claims",
  "stability",
  "sensitivity",
  "whatif",
  "method",
] as const;

export type SectionId = (typeof SECTIONS)[number];

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** Two to four sentences in plain words. */
  readonly lead: Prose;
  readonly parts: readonly Part[];
}

/** What the report is about, and all that is needed to make it again. */
export interface Head {
  readonly title: string;
  readonly polity: string;
  readonly asOf: IsoDate;
  readonly horizon?: IsoDate;
  readonly summary: Prose;
  /** What the report found, a sentence each, the most important first. */
  readonly findings?: readonly Prose[];
  readonly engine: string;
  readonly caseHash: string;
  readonly seed: string;
  readonly runs: number;
  readonly command: string;
  readonly language?: string;
  readonly licence?: string;
}

/** A whole report as plain data: what {@link report} writes as HTML, Markdown and JSON. */
export interface ReportContents {
  readonly head: Head;
  readonly sections: readonly Section[];
}
