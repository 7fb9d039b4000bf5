import type { Draft, Item, ListName } from "../draft.ts";
import { labelAtStart, labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { isObject } from "../schema/walk.ts";
import { idOf, type Names } from "./names.ts";

/** An id stands for one item; actors, blocs and groups share one list of ids, as some fields take either. */
export function checkIds(draft: Draft, names: Names, report: Report): void {
  for (const section of Object.keys(draft.items) as ListName[]) {
    const first = new Map<string, Item>();
    for (const item of draft.items[section]) {
      const id = idOf(item);
      if (id === undefined) continue;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, item);
      else reportTwice(item, earlier, id, report);
    }
  }
  for (const [thing, others] of [
    ["bloc", ["actor"]],
    ["group", ["actor", "bloc"]],
  ] as const) {
    for (const [id, item] of names[thing]) {
      const other = others.find((kind) => names[kind].has(id));
      if (other === undefined) continue;
      const there = where(names[other].get(id)!);
      const message = `The ${thing} "${id}" has the id of ${labelOf(`${other}s`, { id })} (${there}). Actors, blocs and groups need ids of their own.`;
      report("case/shared-id", item.place(["id"]), message, { given: id });
    }
  }
}

function reportTwice(item: Item, earlier: Item, id: string, report: Report): void {
  const there = where(earlier);
  const holders = [earlier, item].map(({ raw }) => (isObject(raw) ? raw.holder : undefined));
  if (item.section === "posts" && holders[0] !== holders[1]) {
    const message = `The post "${id}" already stands in ${there}, with another holder. A post has one holder: keep one of the two.`;
    report("case/two-holders", item.place(["id"]), message, { given: id });
    return;
  }
  const message = `${labelAtStart(item.section, item.raw)} already stands in ${there}. Give one of the two another id.`;
  report("case/duplicate-id", item.place(["id"]), message, { given: id });
}

/** Two actors with one name cannot be told apart; an alias that two of them bear is ambiguous. */
export function checkActorNames(draft: Draft, report: Report): void {
  const bearers = new Map<string, { item: Item; alias: boolean }>();
  for (const alias of [false, true]) {
    for (const item of draft.items.actors) {
      if (!isObject(item.raw)) continue;
      const aliases = Array.isArray(item.raw.aliases) ? item.raw.aliases : [];
      const names: readonly unknown[] = alias ? aliases : [item.raw.name];
      for (const [i, name] of names.entries()) {
        if (typeof name !== "string" || name.trim() === "") continue;
        const key = name.trim().normalize("NFKC").toLowerCase();
        const bearer = bearers.get(key);
        if (bearer === undefined) bearers.set(key, { item, alias });
        else if (bearer.item !== item) {
          const other = `${labelOf("actors", bearer.item.raw)} (${where(bearer.item)})`;
          const place = item.place(alias ? ["aliases", i] : ["name"]);
          if (alias) {
            const message = `The alias "${name}" of ${labelOf("actors", item.raw)} is also a name of ${other}. A text that uses it could mean either.`;
            report("case/shared-alias", place, message, { given: name });
          } else {
            const message = `${labelAtStart("actors", item.raw)} has the name "${name}", as ${other} has. Add what tells them apart.`;
            report("case/same-name", place, message, { given: name });
          }
        }
      }
    }
  }
}

/** `line 7`, or `line 7 of actors.yaml` where the file is not plain. */
export function where(item: Item): string {
  const { file, line } = item.place();
  return `line ${line ?? 1} of ${file}`;
}
