import type { Case } from "../case.ts";
import { allItems, type Draft } from "../draft.ts";
import type { Report } from "../findings/report.ts";
import { checkCounted } from "./arenas.ts";
import { checkCycles, checkLeaders, checkLists } from "./blocs.ts";
import { checkDates, checkLifetimes } from "./dates.ts";
import { checkDrivers } from "./drivers.ts";
import { checkEvidence } from "./evidence.ts";
import { checkGone } from "./gone.ts";
import { checkGroupless } from "./groupless.ts";
import { checkActorNames, checkIds } from "./identity.ts";
import { type KnownNames, namesOf } from "./names.ts";
import { checkOutside, checkStanding } from "./outside.ts";
import { checkOwed } from "./owed.ts";
import { checkHolders, checkPosts } from "./posts.ts";
import { checkProvenance } from "./provenance.ts";
import { checkRules } from "./questions.ts";
import { checkReferences } from "./references.ts";
import { checkRepeats, checkSelf, checkShares } from "./repeats.ts";
import { checkSeatCounts } from "./seat-counts.ts";
import { checkSeats } from "./seats.ts";
import { checkSpans } from "./spans.ts";

/** What the checks look at: the draft, and the files that it names. */
export interface Checked {
  readonly draft: Draft;
  readonly texts: Case["texts"];
  readonly values: Case["values"];
  readonly known: KnownNames;
  readonly report: Report;
}

/** Holds the parts of a case against each other. */
export function check({ draft, texts, values, known, report }: Checked): void {
  const names = namesOf(draft);
  checkIds(draft, names, report);
  checkActorNames(draft, report);
  checkReferences(allItems(draft), names, known, report);
  checkSpans(draft, report);
  checkDates(draft, values, report);
  checkDrivers(draft, values, report);
  checkLifetimes(draft, report);
  checkGone(draft, report);
  checkOutside(draft, report);
  checkStanding(draft, report);
  checkSeats(draft, report);
  checkSeatCounts(draft, report);
  checkCounted(draft, report);
  checkPosts(draft, report);
  checkHolders(draft, report);
  checkOwed(draft, report);
  checkCycles(draft, report);
  checkLeaders(draft, report);
  checkLists(draft, report);
  checkRepeats(draft, report);
  checkSelf(draft, report);
  checkShares(draft, report);
  checkGroupless(draft, report);
  checkRules(draft, report);
  checkEvidence(draft, texts, report);
  checkProvenance(draft, report);
}
