import type { Item } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { type Apart, elementOf, type SectionName } from "../schema/case.ts";
import { explain, type Fault } from "./explain.ts";

/** Holds an item against the format: its value if it is sound, else a finding for each fault. */
export function shaped<Name extends SectionName | Apart>(item: Item<Name>, report: Report): Item<Name> {
  const schema = elementOf(item.section);
  const result = schema.safeParse(item.raw);
  if (result.success) return { ...item, value: result.data as Item<Name>["value"] };
  for (const issue of result.error.issues) {
    for (const fault of explain(issue, schema, item.raw)) reportFault(item, fault, report);
  }
  return item;
}

function reportFault(item: Item, fault: Fault, report: Report): void {
  const near =
    fault.among === undefined || fault.given === undefined
      ? { words: "" }
      : report.suggestion(fault.given, fault.among);
  const keys = fault.path.filter((step) => typeof step === "string").join(".");
  const subject = keys === "" ? "it" : `"${keys}"`;
  const message = `In ${labelOf(item.section, item.raw)}, ${subject} ${fault.words}.${near.words}`;
  const all = fault.code === "case/unknown-key" && near.words === "" ? known(fault) : "";
  report(fault.code, item.place(fault.path, fault.part), message + all, {
    given: fault.given,
    expected: near.id ?? fault.expected,
  });
}

function known(fault: Fault): string {
  return fault.among === undefined || fault.among.length === 0
    ? ""
    : ` The keys are ${fault.among.join(", ")}.`;
}
