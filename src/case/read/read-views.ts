import type { Finding } from "../../base/index.ts";
import type { Case } from "../case.ts";
import { namesOf } from "../check/names.ts";
import { checkReferences } from "../check/references.ts";
import type { Item, Value } from "../draft.ts";
import { newReport, type Report } from "../findings/report.ts";
import { type Folder, inNameOrder, isYaml } from "../folder.ts";
import { decode } from "./decode.ts";
import { draftOf } from "./read-outcomes.ts";
import { shaped } from "./shape.ts";
import { readYaml } from "./yaml.ts";

/** What a reader chose on a page of the workbench, kept under a name. */
export interface SavedView extends Omit<Value<"views">, "id"> {
  readonly id: string;
  readonly file: string;
}

/** The views of a case, and all that is to be said of their files. */
export interface ReadViews {
  /** In the order of their files: read one after the other they can tell a story. */
  readonly views: readonly SavedView[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the files `views/*.yaml` of a case, one view each. A case needs none, and they are no part of its hash.
 *
 * @returns never throws, whatever the bytes are.
 * @example
 * ```ts
 * import { newCase, readCase, readViews } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * const file = new TextEncoder().encode("name: Two sides\npage: map\nchosen: { colour: faction }\n");
 * const { world } = readCase(folder);
 * world && readViews(new Map([["views/sides.yaml", file]]), world).views[0].id; //=> "sides"
 * ```
 */
export function readViews(folder: Folder, world: Case): ReadViews {
  const views: SavedView[] = [];
  const findings: Finding[] = [];
  const names = namesOf(draftOf(world));
  for (const file of inNameOrder(folder.keys())) {
    if (!/^views\/[^/]+$/.test(file) || !isYaml(file)) continue;
    const report = newReport();
    const text = decode(file, folder.get(file) ?? new Uint8Array(), report);
    const yaml = text === undefined ? undefined : readYaml(file, text, report);
    if (yaml !== undefined && yaml.brokenAt === undefined) {
      const item: Item<"views"> = {
        section: "views",
        raw: yaml.data,
        place: (path = [], part) => yaml.place(path, part),
      };
      const { value } = shaped(item, report);
      checkReferences([item], names, {}, report);
      checkPlaces(value?.places ?? [], (i) => item.place(["places", i, "actor"]), report);
      const faults = report.findings().some(({ severity }) => severity === "error");
      if (value !== undefined && !faults) {
        const id = value.id ?? file.replace(/^views\//, "").replace(/\.ya?ml$/, "");
        const earlier = views.find((one) => one.id === id);
        if (earlier === undefined) views.push({ ...value, id, file });
        else {
          const message = `The view "${id}" already stands in ${earlier.file}. Give one of the two another id.`;
          report("case/duplicate-id", { file }, message, { given: id });
        }
      }
    }
    findings.push(...report.findings());
  }
  return { views, findings };
}

/** Nobody stands in two places. */
function checkPlaces(
  places: NonNullable<SavedView["places"]>,
  placeOf: (i: number) => Finding["place"],
  report: Report,
): void {
  const known = new Set<string>();
  places.forEach(({ actor }, i) => {
    if (known.has(actor)) {
      const message = `The view puts "${actor}" in two places. Keep one of them.`;
      report("case/duplicate-id", placeOf(i), message, { given: actor });
    }
    known.add(actor);
  });
}
