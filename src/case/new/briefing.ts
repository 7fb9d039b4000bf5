import type { ExampleDates } from "./new-case.ts";

/** The document of a new case; statements quote it letter by letter. */
export function briefing({ asOf, before }: ExampleDates): string {
  return `# Briefing on Meridia, ${asOf}

Invented for this example.

The ministry of the interior, promised to the Harvest List, has had no minister since ${before(300)}; the prime minister, Anna Vale, acts in it herself. Tomas Ridge, who leads the list, keeps asking for it.

On ${before(60)} Ida Moss left the Harvest List with seven deputies and founded New Harvest. A month later Anna Vale received her: as many say, the prime minister courts the splinter, so as to need the Harvest List less.

With the Civic List and New Harvest behind her she will hardly be out of office any time soon.
`;
}
