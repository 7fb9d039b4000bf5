import { TawazunError } from "../../base/index.ts";
import { labelOf } from "../findings/labels.ts";
import { inNameOrder, isYaml } from "../folder.ts";
import { type Apart, elementOf, type SectionName, sections } from "../schema/case.ts";
import { isObject } from "../schema/walk.ts";
import { removeDatum, setDatum, withValue } from "./edit.ts";
import { type Editable, textOf, yamlOf } from "./editable.ts";
import { allItemsIn, type Location, locate } from "./locate.ts";
import { namesTaken } from "./names-taken.ts";
import { renamedIn } from "./renamed.ts";
import { isOfItself, standingItems } from "./repeated.ts";
import { setAll, setCells, type ValueChange } from "./set-all.ts";
import { tidied } from "./tidied.ts";

/** What becomes of a datum that names the actor who goes. */
export interface MergedDatum {
  readonly section: SectionName | Apart;
  readonly file: string;
  /** In words: `the stake of ridge on autonomy`. */
  readonly what: string;
  /** It moves to the one kept; it is left out, as the one kept has its like; or as it would be of one toward himself. */
  readonly becomes: "moved" | "standing" | "itself";
}

/** A case in which two actors are one, and what became of what the other had. */
export interface ActorsMerged {
  readonly document: Editable;
  readonly data: readonly MergedDatum[];
  /** Names and ids under which texts may speak of the one kept from now on. */
  readonly aliases: readonly string[];
  /** Fields of the other that go with it, as the one kept has its own, or as they are not for another to have. */
  readonly lost: readonly string[];
}

/**
 * Makes one actor of two that are the same: everything that names the other names the one kept, wherever it stands,
 * scenarios, experiments and views among it; the other's names and id become aliases.
 *
 * @param keep id of the actor that stays, with what is said of it.
 * @param gone id of the actor that goes.
 * @returns the changed case, and what of it moved or was left out. Nothing is written.
 * @throws {TawazunError} `merge/same` for one and the same actor; as {@link setDatum} otherwise.
 * @remarks Where both have a stake in one issue, a tie to a third, an amount of one resource and the like, that of the
 * one kept stays. A tie between the two goes.
 * @example
 * ```ts
 * import { editable, files, mergeActors, newCase, readCase } from "tawazun/case";
 * const before = editable(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
 * const { document } = mergeActors(before, "vale", "moss");
 * readCase(files(document)).world?.actors.some(({ id }) => id === "moss"); //=> false
 * ```
 */
export function mergeActors(document: Editable, keep: string, gone: string): ActorsMerged {
  if (keep === gone) throw new TawazunError("merge/same", `"${keep}" is one actor already; name two.`);
  const kept = locate(document, "actors", keep).value;
  const other = locate(document, "actors", gone).value;
  const data: MergedDatum[] = [];
  let merged = document;
  const items = allItemsIn(document);
  for (const section of Object.keys(sections) as readonly SectionName[]) {
    const { changes, leaves } = sectionChanges(
      section,
      items.get(section) ?? [],
      { keep, gone, kept, other },
      data,
    );
    merged = written(merged, section, changes);
    // From the last: those before keep their place.
    if (section !== "case") for (const at of [...leaves].reverse()) merged = removeDatum(merged, section, at);
  }
  for (const file of inNameOrder(document.original.keys())) {
    const section = /^(scenarios|experiments|views)\/[^/]+$/.exec(file)?.[1] as Apart | undefined;
    if (section === undefined || !isYaml(file)) continue;
    const raw = yamlOf(file, textOf(document, file)).data;
    const changes = tidied(section, raw, renamedIn(elementOf(section), raw, gone, keep), keep, gone);
    if (changes.length === 0) continue;
    merged = setAll(merged, file, changes);
    data.push({ section, file, what: labelOf(section, raw), becomes: "moved" });
  }
  const { fields, aliases, lost } = namesTaken(kept, other, gone);
  for (const [field, value] of fields) merged = setDatum(merged, "actors", keep, [field], value);
  return { document: removeDatum(merged, "actors", gone), data, aliases, lost };
}

interface Two {
  readonly keep: string;
  readonly gone: string;
  readonly kept: unknown;
  readonly other: unknown;
}

/** A value in a file that changes, by the item that holds it. */
interface ItemChange extends ValueChange {
  readonly item: Location;
  /** Its place among the rows of its table. */
  readonly row: number;
}

/** What changes in a section, and which of its items are left out; each is told. */
function sectionChanges(
  section: SectionName,
  items: readonly Location[],
  { keep, gone, kept, other }: Two,
  data: MergedDatum[],
): { readonly changes: readonly ItemChange[]; readonly leaves: readonly number[] } {
  const standing = standingItems(section);
  const found = items.map((item) => {
    if (section === "actors" && isObject(item.value) && item.value.id === gone) return [];
    const renamed = renamedIn(elementOf(section), item.value, gone, keep);
    return tidied(section, item.value, renamed, keep, gone, { kept, other });
  });
  for (const [at, { value }] of items.entries()) if (found[at].length === 0) standing.add(value);
  const changes: ItemChange[] = [];
  const leaves: number[] = [];
  let row = 0;
  for (const [at, item] of items.entries()) {
    const mine = item.kind === "csv" ? row++ : 0;
    if (found[at].length === 0) continue;
    const value = found[at].reduce<unknown>(
      (raw, change) => withValue(raw, change.path, change.value),
      item.value,
    );
    const becomes = isOfItself(section, value) ? "itself" : standing.has(value) ? "standing" : "moved";
    data.push({ section, file: item.file, what: labelOf(section, item.value), becomes });
    if (becomes !== "moved") {
      leaves.push(at);
      continue;
    }
    const left = standing.leftOf(value);
    standing.addMoved(left ?? value);
    const all =
      left === undefined
        ? found[at]
        : [...found[at].filter(({ path }) => path[0] !== "from" && path[0] !== "to"), ...oneWay(left)];
    changes.push(...all.map((change) => ({ ...change, item, row: mine })));
  }
  return { changes, leaves };
}

/** A mutual tie becomes one of one direction. */
function oneWay({ from, to }: { readonly from: unknown; readonly to: unknown }): readonly ValueChange[] {
  return [
    { path: ["mutual"], value: undefined },
    { path: ["from"], value: from as string },
    { path: ["to"], value: to as string },
  ];
}

/** The changes written, file by file. */
function written(document: Editable, section: SectionName, changes: readonly ItemChange[]): Editable {
  let after = document;
  for (const file of new Set(changes.map(({ item }) => item.file))) {
    const mine = changes.filter(({ item }) => item.file === file);
    after = file.endsWith(".csv")
      ? setCells(after, section, mine)
      : setAll(
          after,
          file,
          mine.map(({ item, path, value }) => ({
            path: [...(item.kind === "yaml" ? item.path : []), ...path],
            value,
          })),
        );
  }
  return after;
}
