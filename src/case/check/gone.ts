import type { Draft } from "../draft.ts";
import { sound } from "../draft.ts";
import { labelAtStart, labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { elementOf } from "../schema/case.ts";
import { eachReference, type Path } from "../schema/walk.ts";

/** Nobody asks what becomes of the dead, and nothing is led by them, unless the case means it. */
export function checkGone(draft: Draft, report: Report): void {
  const gone = new Map(
    sound(draft, "actors").flatMap(({ value: { id, status } }) =>
      status === "dead" || status === "dissolved" ? [[id, status] as const] : [],
    ),
  );
  if (gone.size === 0) return;
  for (const item of sound(draft, "questions")) {
    const asked = new Map<string, Path>();
    eachReference(elementOf("questions"), item.raw, (id, _to, path) => {
      if (path[0] === "rule" && gone.has(id) && !asked.has(id)) asked.set(id, path);
    });
    for (const [id, path] of asked) {
      const message = `In ${labelOf("questions", item.raw)}, the rule asks about "${id}", which is ${gone.get(id)} from the first day on: of itself it does nothing and holds no office, so that part is settled before play begins.`;
      report("case/gone", item.place(path), message, { given: id });
    }
  }
  for (const item of sound(draft, "actors")) {
    const { leader } = item.value;
    if (leader === undefined || !gone.has(leader)) continue;
    const message = `${labelAtStart("actors", item.raw)} is led by "${leader}", which is ${gone.get(leader)}: it makes no moves. Name who leads it now.`;
    report("case/gone", item.place(["leader"]), message, { given: leader });
  }
}
