import type { ReactNode } from "react";
import type { Part, Section } from "../../show/index.ts";
import { PartView } from "./contents.tsx";

/** A part of the report's overview under its own heading. */
interface Group {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** So many parts stand before what is not of the overview itself: who holds what, what is likely, which claims stand. */
const FIRST = 3;

/** The overview of the report, each part of it under its heading, so that they can stand side by side. */
export function OverviewCards({
  section,
  children,
}: {
  readonly section: Section;
  readonly children: ReactNode;
}) {
  const cards = groupsOf(section).map(({ title, parts }, i) => (
    <section key={title} aria-labelledby={`overview-${i}`} lang="en" dir="ltr">
      <h2 id={`overview-${i}`}>{title}</h2>
      {parts.map((part, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts never change their order
        <PartView key={k} part={part} />
      ))}
    </section>
  ));
  return (
    <>
      {cards.slice(0, FIRST)}
      {children}
      {cards.slice(FIRST)}
    </>
  );
}

/** The parts under each subheading; those before the first stand under the heading of their table, or of the section. */
function groupsOf({ title, parts }: Section): readonly Group[] {
  const groups: { title: string; parts: Part[] }[] = [];
  for (const part of parts) {
    if (part.kind === "subheading") groups.push({ title: part.title, parts: [] });
    else if (groups.length > 0) groups[groups.length - 1].parts.push(part);
    else groups.push({ title: part.kind === "table" ? part.caption : title, parts: [part] });
  }
  return groups;
}
