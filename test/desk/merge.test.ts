import { describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { type MergeFound, merge } from "../../src/desk/verbs/merge.ts";

const utf8 = new TextEncoder();

/** Looks at what becomes of a new case, with further files, in which moss is vale. */
async function merged(files: { readonly [file: string]: string }) {
  const folder = new Map([
    ...newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
    ...Object.entries(files).map(([file, text]) => [file, utf8.encode(text)] as const),
  ]);
  const lent = { readFolder: async () => ({ folder, findings: [] }) } as unknown as Parameters<
    typeof merge.run
  >[0];
  const { code, text, json } = await merge.run(lent, ["mine", "vale", "moss"], merge.options.parse({}));
  return { code, text, found: json as MergeFound };
}

const experiment = (set: string): string =>
  `name: E\nrepetitions: 50\nmonths: 2\nvariables:\n  - { name: v, set: ${set}, values: [0.1, 0.2] }\n`;

describe("merging two actors of a case", () => {
  it("renames uncertain inputs in scenarios and experiments", async () => {
    const { code, found } = await merged({
      "water.yaml":
        "issues:\n  - { id: water, name: Water, front: domestic, low: a, high: b, status_quo: 50 }\nstakes:\n  - { actor: moss, issue: water, position: [10, 20, 90], salience: 0.5 }\n",
      "scenarios/s.yaml": "name: S\nchanges:\n  - { input: { name: 'position of moss on water', to: 60 } }\n",
      "experiments/e.yaml": experiment("{ salience: { actor: moss, issue: autonomy } }"),
    });
    const after = new Map(found.files.map((file) => [file.file, file.after]));
    expect(after.get("scenarios/s.yaml")).toContain("position of vale on water");
    expect(after.get("experiments/e.yaml")).toContain("actor: vale");
    expect({ code, findings: found.findings }).toEqual({ code: 0, findings: [] });
  });

  it("is refused where a scenario would make no more sense, and says where", async () => {
    const { code, text, found } = await merged({
      "scenarios/s.yaml": "name: S\nchanges:\n  - { relation: { from: vale, to: moss, value: 0.5 } }\n",
    });
    expect(found.findings.map(({ place }) => place.file)).toEqual(["scenarios/s.yaml"]);
    expect(code).toBe(1);
    expect(text).toContain("nothing was written");
  });
});
