import type { Case } from "../case.ts";
import type { Draft } from "../draft.ts";
import type { Report } from "../findings/report.ts";
import { checkActorNames, checkIds } from "./identity.ts";
import { type KnownNames, namesOf } from "./names.ts";
import { checkReferences } from "./references.ts";

/** What the checks look at: the draft, and the files that it names. */
export interface Checked {
  readonly draft: Draft;
  readonly texts: Case["texts"];
  readonly values: Case["values"];
  readonly known: KnownNames;
  readonly report: Report;
}

/** Holds the parts of a case against each other. */
export function check({ draft, known, report }: Checked): void {
  const names = namesOf(draft);
  checkIds(draft, names, report);
  checkActorNames(draft, report);
  checkReferences(draft, names, known, report);
}
