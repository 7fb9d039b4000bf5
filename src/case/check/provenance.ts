import { type Draft, type ListName, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";

/** Sections whose items say something about the world, and so must say where it is from. */
const DATA = [
  "groups",
  "memberships",
  "holdings",
  "posts",
  "standing",
  "issues",
  "stakes",
  "perceptions",
  "demands",
  "pacts",
  "relations",
  "territories",
  "routes",
  "outside",
  "events",
  "series",
] as const satisfies readonly ListName[];

/** Each datum names a source or the words that say so, unless the case has a source for all that name none. */
export function checkProvenance(draft: Draft, report: Report): void {
  if (draft.head?.value.default_source !== undefined) return;
  for (const section of DATA) {
    for (const item of sound(draft, section)) {
      if (item.value.source !== undefined || item.value.evidence !== undefined) continue;
      const message = `${labelAtStart(section, item.raw)} has no source. Add "source" or "evidence", or set "default_source" in the case.`;
      report("case/no-source", item.place(), message, { expected: "source" });
    }
  }
}
