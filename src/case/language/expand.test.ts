import { describe, expect, it } from "vitest";
import { newCase } from "../new/new-case.ts";
import { readCase } from "../read/read-case.ts";

const utf8 = new TextEncoder();

function caseWith(yaml: string) {
  const folder = new Map(newCase({ id: "mine", title: "Mine", asOf: "2012-01-10", horizon: "2012-12-31" }));
  folder.set("z.yaml", utf8.encode(yaml));
  return readCase(folder);
}

const head = (rule: string): string => `actors:
  - { id: ann, name: Ann, kind: person, source: mine }
  - { id: bob, name: Bob, kind: person, source: mine }
sources:
  - { id: mine, title: Mine }
posts:
  - { id: chief, name: Chief, arena: hall, role: minister, holder: ann, value: 1, source: mine }
fronts: [{ id: home, name: Home, source: mine }]
arenas: [{ id: hall, name: Hall, front: home, kind: cabinet, weight: 1, source: mine }]
questions:
  - id: q
    text: "Will Ann go?"
    asked: 2012-01-10
    by: 2012-12-31
    resolution: "As it stands."
    source: mine
    rule: ${rule}
`;

describe("a rule given as text in a case", () => {
  it("is the record that it stands for", () => {
    const { world, findings } = caseWith(head('"not holds(chief, actor: ann) on 2012-12-31"'));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(world?.questions.find((question) => question.id === "q")?.rule).toEqual({
      not: { holds: { post: "chief", actor: "ann" }, on: "2012-12-31" },
    });
  });

  it("may stand inside a record", () => {
    const { world } = caseWith(
      head('{ any: ["filled(chief) by 2012-12-31", { not: "filled(chief) by 2012-06" }] }'),
    );
    expect(world?.questions.find((question) => question.id === "q")?.rule).toEqual({
      any: [
        { filled: { post: "chief" }, by: "2012-12-31" },
        { not: { filled: { post: "chief" }, by: "2012-06" } },
      ],
    });
  });

  it("is a finding where it cannot be read, with file, line and column and the near miss, and told once", () => {
    const { world, findings } = caseWith(head('"hold(chief, actor: ann) on 2012-12-31"'));
    expect(world).toBeUndefined();
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "case/rule",
        severity: "error",
        place: { file: "z.yaml", line: 17, column: 11 },
        message:
          'In the question "q", the text of the rule cannot be read. Line 1, column 1: "hold" is no rule and no measure. Did you mean "holds"?',
        given: "hold",
        expected: "a rule or a measure",
      },
    ]);
  });

  it("has its names looked up like those of a record", () => {
    const { findings } = caseWith(head('"holds(chieff, actor: ann) on 2012-12-31"'));
    expect(findings.find(({ code }) => code === "case/reference")).toMatchObject({
      place: { file: "z.yaml", line: 17, column: 11 },
      given: "chieff",
      expected: "chief",
    });
  });
});
