import { type Draft, type Sound, sound } from "../draft.ts";
import { labelAtStart, labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { where } from "./identity.ts";

/** One head of government in an arena; nobody acts in a post that nobody holds. */
export function checkPosts(draft: Draft, report: Report): void {
  const heads = new Map<string, Sound<"posts">>();
  for (const item of sound(draft, "posts")) {
    const { arena, role, acting, holder, named_by: namedBy } = item.value;
    if (acting === true && holder === undefined) {
      const message = `${labelAtStart("posts", item.raw)} is acting, but has no holder. Name who acts in it, or take "acting" out.`;
      report("case/acting", item.place(["acting"]), message);
    }
    if (role !== "head-of-government") continue;
    if (namedBy !== undefined) {
      const message = `${labelAtStart("posts", item.raw)} leads the government and is "named_by" "${namedBy}"; in play that has no effect, as the head of government comes out of formation, by seats and ties. Write a president's naming or dismissal of him as an outside event with an effect on the post; where it is the president who governs, give his post the role head-of-government.`;
      report("case/named-head", item.place(["named_by"]), message, { given: namedBy });
    }
    const other = heads.get(arena);
    if (other === undefined) heads.set(arena, item);
    else {
      const message = `${labelAtStart("posts", item.raw)} is a second head of government in "${arena}", beside ${labelOf("posts", other.raw)} (${where(other)}).`;
      report("case/two-heads", item.place(["role"]), message, { given: role });
    }
  }
  const assembly = sound(draft, "arenas").find(({ value }) => value.kind === "assembly");
  if (heads.size > 0 || assembly === undefined) return;
  const message = `${labelAtStart("arenas", assembly.raw)} is an assembly, but no post has the role head-of-government: in play nobody forms a government or can lose it by a vote. Give the role to the post that leads the government; where that is the president's, to the president's.`;
  report("case/no-head", assembly.place(["kind"]), message, { given: "no head of government" });
}

/** A post at home is held by somebody of the country: a state that holds one is a slip of the pen. */
export function checkHolders(draft: Draft, report: Report): void {
  const home = sound(draft, "fronts")[0]?.value.id;
  const fronts = new Map(sound(draft, "arenas").map(({ value }) => [value.id, value.front]));
  const states = new Set(
    sound(draft, "actors").flatMap(({ value }) => (value.kind === "state" ? [value.id] : [])),
  );
  for (const item of sound(draft, "posts")) {
    const { arena, holder } = item.value;
    if (holder === undefined || !states.has(holder) || home === undefined || fronts.get(arena) !== home)
      continue;
    const message = `${labelAtStart("posts", item.raw)} is held by "${holder}", which is a state. Name the person or party that holds it, or leave the holder out if it is vacant.`;
    report("case/state-holder", item.place(["holder"]), message, { given: holder });
  }
}
