import { anchorId, type Part, type ReportContents, type SectionId } from "../../show/index.ts";

/** Which sections of the report stand on which page; the foremost page of each section first. */
export const PAGE_SECTIONS = {
  overview: ["overview"],
  map: ["network", "fronts", "routes"],
  power: ["power", "coalitions", "positions", "polity"],
  behaviour: ["behaviour"],
  claims: ["claims", "questions"],
  futures: ["futures", "questions", "violence", "stability"],
  settings: ["method"],
} as const satisfies { readonly [page: string]: readonly SectionId[] };

/** Ids that a part of the report can be led to by. */
function idsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case "number":
      return part.id === undefined ? [] : [part.id];
    case "picture":
      return [part.id, ...idsOf(part.table)];
    case "table": {
      const { anchor } = part;
      if (anchor === undefined) return [];
      return part.rows.flatMap((row) => {
        const value = row[anchor];
        return typeof value === "string" ? [anchorId(value)] : [];
      });
    }
    default:
      return [];
  }
}

/** For each id of the report, the page of the workbench on which it stands. */
export function placesOf({ sections }: ReportContents): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const [page, ids] of Object.entries(PAGE_SECTIONS)) {
    for (const id of ids) {
      const section = sections.find((one) => one.id === id);
      if (section === undefined) continue;
      for (const place of [id, ...section.parts.flatMap(idsOf)])
        if (!places.has(place)) places.set(place, page);
    }
  }
  return places;
}
