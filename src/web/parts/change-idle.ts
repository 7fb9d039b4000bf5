import type { Case } from "../../case/index.ts";
import type { Change } from "./change-address.ts";
import type { Offered } from "./change-offered.ts";

/** What is chosen and written in the form of a change, by field. */
export type Given = { readonly [field: string]: string };

/** What is chosen without naming anything of the case. */
const WORDS = new Set(["", "yes", "no", "open", "shut"]);

/** A field of the form with what there is to choose from; nothing where it is written by hand. */
interface Choice {
  readonly field: { readonly id: string; readonly optional?: true };
  readonly items: readonly Offered[] | undefined;
}

/**
 * Whether it is plain from the case that a change changes nothing.
 *
 * @param before changes that are made already: what they touch is no longer as the case has it.
 * @remarks What the engine draws or works out is not plain: of that, it is told when futures are played.
 */
export function changesNothing(
  source: Case,
  kind: string,
  given: Given,
  before: readonly Change[] = [],
): boolean {
  const touched = new Set(before.flatMap(({ text }) => text.split(/[=:>/@#]|\.\./)));
  const isTouched = Object.values(given).some((value) => !WORDS.has(value) && touched.has(value));
  return !isTouched && isSo(source, kind, given);
}

function isSo(source: Case, kind: string, given: Given): boolean {
  const post = source.posts.find(({ id }) => id === given.post);
  const event = source.outside.find(({ id }) => id === given.event);
  switch (kind) {
    case "replace":
    case "fill":
      return post?.holder !== undefined && post.holder === given.by && post.acting !== true;
    case "vacate":
      return post !== undefined && post.holder === undefined;
    case "restore":
      return isHere(source, given.actor);
    case "entitle":
      return post !== undefined && (post.entitled ?? "") === given.to;
    case "quota":
      return source.arenas.some(({ id, quota }) => id === given.arena && same(quota, given.value));
    case "demand":
      return given.target !== "" && stands(source, given) === (given.stands === "yes");
    case "route":
      return stagesOf(source, given).every(({ passes }) => passes === (given.open === "open"));
    case "outside":
      // What depends on something else, or comes by a rate, may happen or not.
      return (
        event !== undefined &&
        event.given === undefined &&
        event.rate === undefined &&
        (event.probability ?? 1) === (given.happens === "yes" ? 1 : 0)
      );
    default:
      return false;
  }
}

const same = (known: number | undefined, value: string | undefined): boolean =>
  known !== undefined && value !== undefined && value !== "" && Number(value) === known;

function isHere(source: Case, actor: string | undefined): boolean {
  const { status = "active" } = source.actors.find(({ id }) => id === actor) ?? { status: "gone" };
  return status === "active" && !source.standing.some(({ kind, of }) => kind === "warrant" && of === actor);
}

function stands(source: Case, { by, target }: Given): boolean {
  const day = source.head.as_of;
  return source.demands.some(
    (demand) => demand.by === by && demand.of === target && (demand.until ?? day) >= day,
  );
}

function stagesOf(source: Case, { route, territory = "" }: Given): Case["routes"][number]["stages"] {
  const stages = source.routes.find(({ id }) => id === route)?.stages ?? [];
  return territory === "" ? stages : stages.filter((stage) => stage.territory === territory);
}

/**
 * What a form begins with: the first of everything; where that changes nothing, the first that does, the last field
 * tried first. The first of everything again where nothing would.
 */
export function firstThatChanges(source: Case, kind: string, choices: readonly Choice[]): Given {
  const first = Object.fromEntries(
    choices.map(({ field, items }) => [field.id, field.optional === true ? "" : (items?.[0]?.id ?? "")]),
  );
  if (!changesNothing(source, kind, first)) return first;
  for (const { field, items = [] } of [...choices].reverse())
    for (const { id } of items) {
      const other = { ...first, [field.id]: id };
      if (!changesNothing(source, kind, other)) return other;
    }
  return first;
}
