import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { liftableKinds, scenarioJsonSchema } from "../../case/index.ts";
import { scenarioFile } from "../../desk/index.ts";
import { whatif } from "../words/whatif.ts";
import { changesIn, changesWritten, flagsOf } from "./change-address.ts";
import { type ChangeField, type ChangeKind, changeKinds } from "./change-kinds.ts";

/** A part of the case format's schema, as far as this test looks into it. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [key: string]: Shape };
  readonly anyOf?: readonly Shape[];
}

/** What each way of changing something can say: `forbid.by`, `lift.kind=warrant`, `route.open=false`. */
function sayable(): readonly string[] {
  const { $defs } = scenarioJsonSchema() as unknown as { $defs: { Intervention: Shape } };
  return ($defs.Intervention.anyOf ?? []).flatMap((form) =>
    Object.entries(form.properties ?? {}).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).flatMap(([key, { type, enum: choices }]) => {
        const values = type === "boolean" ? [true, false] : (choices ?? []);
        return values.length === 0 ? [`${name}.${key}`] : values.map((value) => `${name}.${key}=${value}`);
      }),
    ),
  );
}

/** What may stand in a field of a form. */
function given({ from, optional, hint = "" }: ChangeField): readonly string[] {
  const values =
    from === "text"
      ? [hint, "7"]
      : from === "day"
        ? ["2024-05-01"]
        : from === "yes"
          ? ["yes", "no"]
          : from === "open"
            ? ["open", "shut"]
            : from === "standing"
              ? liftableKinds
              : [`some-${from.toLowerCase()}`];
  return optional === true ? ["", ...values] : values;
}

/** Every way to fill a form. */
function filled([field, ...rest]: readonly ChangeField[]): readonly { readonly [id: string]: string }[] {
  if (field === undefined) return [{}];
  return given(field).flatMap((value) => filled(rest).map((others) => ({ [field.id]: value, ...others })));
}

/** All that the forms say, by way of the address, the desk's flags and a scenario's file. */
function said(kinds: readonly ChangeKind[]): ReadonlySet<string> {
  const changes = kinds.flatMap((kind) =>
    filled(kind.fields).map((values) => ({ kind: kind.id, text: kind.write(values) })),
  );
  const { changes: made } = parse(scenarioFile("all", flagsOf(changesIn(changesWritten(changes))))) as {
    readonly changes: readonly { readonly [name: string]: object }[];
  };
  expect(made).toHaveLength(changes.length);
  return new Set(
    made.flatMap((change) =>
      Object.entries(change).flatMap(([name, fields]) =>
        Object.entries(fields).flatMap(([key, value]) => [`${name}.${key}`, `${name}.${key}=${value}`]),
      ),
    ),
  );
}

const missing = (kinds: readonly ChangeKind[]): readonly string[] => {
  const known = said(kinds);
  return sayable().filter((one) => !known.has(one));
};

describe("the forms for a change", () => {
  it("offer every intervention of the case format with all its parts", () => {
    expect(sayable().length).toBeGreaterThan(50);
    expect(missing(changeKinds)).toEqual([]);
  });

  it("would be seen to lack one", () => {
    expect(missing(changeKinds.filter(({ id }) => id !== "entitle"))).toEqual(["entitle.post", "entitle.to"]);
    const short = changeKinds.map((kind) =>
      kind.id === "forbid" ? { ...kind, fields: kind.fields.filter(({ id }) => id !== "object") } : kind,
    );
    expect(missing(short)).toEqual(["forbid.object"]);
  });

  it("have a word for each kind, field and choice", () => {
    const { kinds, fields, standing, without } = whatif;
    expect(Object.keys(kinds).sort()).toEqual(changeKinds.map(({ id }) => id).sort());
    const labels = changeKinds.flatMap((kind) => kind.fields.map(({ label }) => label));
    expect(Object.keys(fields).sort()).toEqual([...new Set(labels)].sort());
    expect(Object.keys(standing)).toEqual(liftableKinds);
    const left = changeKinds.flatMap((kind) => kind.fields.flatMap(({ none }) => none ?? []));
    expect(Object.keys(without).sort()).toEqual([...new Set(left)].sort());
  });

  it("have each an id of its own, and no field twice", () => {
    expect(new Set(changeKinds.map(({ id }) => id)).size).toBe(changeKinds.length);
    for (const { fields } of changeKinds)
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });
});
