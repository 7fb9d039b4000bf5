import type { Case } from "../case.ts";
import { type Draft, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";

/** A driver of violence is known in every month in which the violence is counted. */
export function checkDrivers(draft: Draft, values: Case["values"], report: Report): void {
  const series = sound(draft, "series");
  const violence = series.find((item) => item.value.kind === "violence");
  const counted = violence === undefined ? [] : (values[violence.value.id]?.months ?? []);
  for (const item of series) {
    const months = values[item.value.id]?.months ?? [];
    if (item.value.kind !== "driver" || months.length === 0) continue;
    const what = labelAtStart("series", item.raw);
    if (counted.length === 0) {
      const message = `${what} is to drive the violence, but the case has no series of kind violence. Add one, or leave out "kind: driver".`;
      report("case/driver", item.place(["kind"]), message);
      continue;
    }
    const [from, to] = [counted[0], counted[counted.length - 1]];
    const [first, last] = [months[0], months[months.length - 1]];
    if (first <= from && last >= to) continue;
    const message = `${what} runs from ${first} to ${last}; it must cover the months in which violence is counted, ${from} to ${to}.`;
    report("case/driver", item.place(["file"]), message, {
      given: `${first} to ${last}`,
      expected: `${from} to ${to}`,
    });
  }
}
