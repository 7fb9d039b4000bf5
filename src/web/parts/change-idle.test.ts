import { describe, expect, it } from "vitest";
import type { Finding } from "../../base/index.ts";
import { type Case, newCase, readCase } from "../../case/index.ts";
import { type Lent, scenarioFile, verbs } from "../../desk/index.ts";
import { flagsOf } from "./change-address.ts";
import { changesNothing, firstThatChanges, type Given } from "./change-idle.ts";
import { changeKinds } from "./change-kinds.ts";
import { offeredFor } from "./change-offered.ts";

const files = newCase({ id: "small", title: "Small", asOf: "2020-03-01", horizon: "2021-02-28" });
const made = readCase(files).world;
if (made === undefined) throw new Error("the new case does not read");
const small: Case = made;
const can = { moves: [], inputs: [], scenarios: [] };

/** The fields of a form that are chosen, with what there is to choose from; what is written is not. */
function choicesOf(kind: string) {
  const fields = changeKinds.find(({ id }) => id === kind)?.fields ?? [];
  return fields.flatMap((field) =>
    field.from === "text" || field.from === "day"
      ? []
      : [{ field, items: offeredFor(field.from, { source: small, can, move: "", t: String }) }],
  );
}

/** Every way to choose. */
function ways(kind: string): readonly Given[] {
  return choicesOf(kind).reduce<readonly Given[]>(
    (before, { field, items }) =>
      before.flatMap((given) =>
        [...(field.optional === true ? [""] : []), ...items.map(({ id }) => id)].map((id) => ({
          ...given,
          [field.id]: id,
        })),
      ),
    [{}],
  );
}

/** Whether the engine says of a change that it changes nothing, where it stands alone in a scenario. */
async function refused(
  changes: readonly { readonly kind: string; readonly given: Given }[],
): Promise<readonly boolean[]> {
  const bytes = new TextEncoder();
  const scenarios = changes.map(({ kind, given }, i) => {
    const text = changeKinds.find(({ id }) => id === kind)?.write(given) ?? "";
    return [`scenarios/way-${i}.yaml`, bytes.encode(scenarioFile("way", flagsOf([{ kind, text }])))] as const;
  });
  const folder = new Map([...files, ...scenarios]);
  const lent = { readFolder: async () => ({ folder, findings: [] }) } as Partial<Lent> as Lent;
  const check = verbs.find(({ id }) => id === "check");
  const { json } = (await check?.run(lent, ["."], { strict: false })) ?? {};
  const { findings } = json as { readonly findings: readonly Finding[] };
  const idle = new Set(
    findings.flatMap(({ code, place }) => (code === "intervention/idle" ? place.file : [])),
  );
  return scenarios.map(([file]) => idle.has(file));
}

describe("a change that changes nothing", () => {
  it.each(["replace", "fill", "vacate", "restore", "entitle", "demand", "outside"])(
    "is told before it is added where the engine would refuse it later: %s",
    async (kind) => {
      // A demand on oneself is no demand: of that the engine says something else.
      const sound = ways(kind).filter(({ by, target }) => by === undefined || by !== target);
      const changes = sound.map((given) => ({ kind, given }));
      const told = changes.map(({ given }) => changesNothing(small, kind, given));
      expect(changes.length).toBeGreaterThan(1);
      expect(told).toEqual(await refused(changes));
    },
  );

  it("is told of the votes needed in an arena", async () => {
    const { id: arena, quota } = small.arenas.find((one) => one.quota !== undefined) ?? {};
    expect(quota).toBeGreaterThan(0);
    const given = (value: number) => ({ arena: arena ?? "", value: `${value}` });
    const changes = [quota ?? 0, (quota ?? 0) + 1].map((value) => ({ kind: "quota", given: given(value) }));
    expect(changes.map(({ kind, given: one }) => changesNothing(small, kind, one))).toEqual([true, false]);
    expect(await refused(changes)).toEqual([true, false]);
  });

  it("is not told of what an earlier change touches", () => {
    const given = { post: "farming", by: "ridge" };
    expect(changesNothing(small, "replace", given)).toBe(true);
    expect(changesNothing(small, "replace", given, [{ kind: "vacate", text: "farming" }])).toBe(false);
    expect(changesNothing(small, "replace", given, [{ kind: "remove", text: "orland" }])).toBe(true);
  });

  it("is not what a form begins with, unless there is nothing else", () => {
    const begin = (kind: string) => firstThatChanges(small, kind, choicesOf(kind));
    expect(small.posts[0].holder).toBe(small.actors[0].id);
    expect(begin("replace")).toEqual({ post: small.posts[0].id, by: small.actors[1].id });
    for (const kind of ["replace", "fill", "vacate", "entitle", "demand", "outside"])
      expect(changesNothing(small, kind, begin(kind)), kind).toBe(false);
    expect(begin("restore")).toEqual({ actor: small.actors[0].id });
  });
});
