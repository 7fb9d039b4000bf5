import { type Draft, sound } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { elementOf } from "../schema/case.ts";
import { date } from "../schema/parts.ts";
import { bare, type Path, schemaUnder } from "../schema/walk.ts";
import { days } from "./spans.ts";

/** What a rule or a measure asks about must be played, and a question must be settled on the day it names. */
export function checkRules(draft: Draft, report: Report): void {
  const horizon = draft.head?.value.horizon;
  if (horizon === undefined) return;
  const end = days(horizon).last;
  for (const section of ["questions", "claims"] as const) {
    for (const item of sound(draft, section)) {
      let latest: { text: string; path: Path } | undefined;
      eachDate(elementOf(section), item.raw, [], (text, path) => {
        if (path[0] !== "rule" && path[0] !== "experiment") return;
        if (latest === undefined || days(text).last > days(latest.text).last) latest = { text, path };
        if (days(text).last <= end) return;
        const message = `In ${labelOf(section, item.raw)}, the rule asks about ${text}; play ends at the horizon, ${horizon}. Move the horizon, or ask about an earlier day.`;
        report("case/beyond-horizon", item.place(path), message, {
          given: text,
          expected: `at most ${horizon}`,
        });
      });
      const until = latest as { text: string; path: Path } | undefined;
      if (item.section !== "questions" || until === undefined) continue;
      const { by } = item.value as { readonly by: string };
      if (days(until.text).last === days(by).last) continue;
      const message = `In ${labelOf(section, item.raw)}, "by" is ${by}, but the last day that the rule looks at is ${until.text}.`;
      report("case/question-by", item.place(until.path), message, { given: until.text, expected: by });
    }
  }
}

/** Calls `visit` for every date in a value, wherever the format has one. */
function eachDate(
  schema: Parameters<typeof bare>[0],
  value: unknown,
  path: Path,
  visit: (text: string, path: Path) => void,
): void {
  if (bare(schema) === bare(date)) visit(String(value), path);
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    const under = schemaUnder(schema, value, key);
    if (under !== undefined) eachDate(under, part, [...path, key], visit);
  }
}
