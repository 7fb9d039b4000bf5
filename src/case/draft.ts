import type * as z from "zod";
import type { Place } from "../base/index.ts";
import type { Folder } from "./folder.ts";
import type { Apart, outcomes, SectionName, sections } from "./schema/case.ts";
import type { experiment } from "./schema/experiment.ts";
import type { scenario } from "./schema/record.ts";
import type { view } from "./schema/view.ts";
import type { Path } from "./schema/walk.ts";

/** The sections that are lists: all but the head. */
export type ListName = Exclude<SectionName, "case">;

/** What an item of a section holds. */
export type Value<Name extends SectionName | Apart> = Name extends "case"
  ? z.infer<(typeof sections)["case"]>
  : Name extends "outcomes"
    ? z.infer<typeof outcomes>[number]
    : Name extends "scenarios"
      ? z.infer<typeof scenario>
      : Name extends "experiments"
        ? z.infer<typeof experiment>
        : Name extends "views"
          ? z.infer<typeof view>
          : Name extends ListName
            ? z.infer<(typeof sections)[Name]>[number]
            : never;

/** One item of a section as it stands in a file, sound or not. */
export interface Item<Name extends SectionName | Apart = SectionName | Apart> {
  readonly section: Name;
  readonly raw: unknown;
  /** The item as the format has it; absent if it is misshapen. */
  readonly value?: Value<Name>;
  /** Where the item, or the value or key under a path of it, begins. */
  place(path?: Path, part?: "key" | "value"): Place;
}

/** An item whose shape is sound. */
export interface Sound<Name extends SectionName | Apart> extends Item<Name> {
  readonly value: Value<Name>;
}

/** A case while it is read: every item with its place. */
export interface Draft {
  readonly folder: Folder;
  readonly head: Sound<"case"> | undefined;
  readonly items: { readonly [Name in ListName]: readonly Item<Name>[] };
}

/** Every item of a case, the head first. */
export function allItems(draft: Draft): readonly Item[] {
  const head: readonly Item[] = draft.head === undefined ? [] : [draft.head];
  return [...head, ...Object.values(draft.items).flat()];
}

/** The items of a section whose shape is sound, in order. */
export function sound<Name extends ListName>(draft: Draft, section: Name): readonly Sound<Name>[] {
  const items: readonly Item<Name>[] = draft.items[section];
  return items.filter((item): item is Sound<Name> => item.value !== undefined);
}
