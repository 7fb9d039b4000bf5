import { describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { type Lent, type Outcome, verbs } from "../../src/desk/index.ts";
import { inThisProcess } from "../../src/run/index.ts";

const utf8 = new TextEncoder();
const plain = newCase({ id: "mine", title: "Mine", asOf: "2025-01-15", horizon: "2026-12-31" });
const [question] = /vale-in-office/.exec(new TextDecoder().decode(plain.get("record.yaml"))) ?? [""];

/** A desk over a folder in memory: the small case with more files. */
function lent(more: { readonly [file: string]: string } = {}): Lent {
  const folder = new Map([
    ...plain,
    ...Object.entries(more).map(([f, text]) => [f, utf8.encode(text)] as const),
  ]);
  return {
    readFolder: async () => ({ folder, findings: [] }),
    readText: async (path: string) => {
      throw new Error(`There is no ${path}.`);
    },
    readEventFiles: async () => ({ log: { count: 0 }, files: [], stopped: false }),
    writeFiles: async () => undefined,
    canWrite: async () => undefined,
    appendLine: async () => undefined,
    now: () => "2025-02-01T00:00:00Z",
    executor: () => inThisProcess(),
    ask: () => "q",
    version: "0.1.0",
  } as unknown as Lent;
}

async function run(id: string, desk: Lent, places: readonly string[], given: object = {}): Promise<Outcome> {
  const verb = verbs.find((candidate) => candidate.id === id);
  if (verb === undefined) throw new Error(id);
  return verb.run(desk, places, verb.options.parse(given));
}

/** Two actors of one name: an error with which the case can be read. */
const twins = lent({ "twin.yaml": "actors:\n  - { id: twin, name: Anna Vale, kind: person }\n" });

/** What a verb must be given. */
const given: { readonly [verb: string]: object } = {
  seat: { as: "vale" },
  events: { case: "mine" },
  rank: { type: "AGREE", source: "vale" },
};

const others = ["new", "check", "show", "merge"];
const works = verbs
  .filter(({ id, places: [first] }) => id === "events" || /^(case|events)/.test(first?.name ?? ""))
  .map(({ id }) => id)
  .filter((id) => !others.includes(id));

describe("a case with errors that can be read", () => {
  it("is known to every verb that works on a case", () => {
    expect(works.length).toBeGreaterThanOrEqual(15);
  });

  it.each(works)("is refused by %s, which says where the error stands", async (id) => {
    const { code, text } = await run(id, twins, ["mine", "elsewhere"], given[id]);
    expect(code).toBe(2);
    expect(text).toMatch(/^twin\.yaml:2:\d+: error: .* \[case\/same-name\]$/m);
    expect(text).toContain("The case in mine cannot be used: 1 error");
  });

  it("is checked, shown and mended all the same", async () => {
    expect((await run("check", twins, ["mine"])).code).toBe(1);
    expect((await run("show", twins, ["mine"])).text).toContain("1 error");
    expect((await run("merge", twins, ["mine", "vale", "twin"])).code).toBe(0);
  });
});

describe("outcomes that cannot be read", () => {
  const small = { runs: 2, months: 2, workers: 1 };
  const source = "sources:\n  - { id: press, title: Press }\n";
  const maybe = `${source}outcomes:\n  - { question: ${question}, outcome: maybe, resolved: 2026-12-31, source: press }\n`;

  it.each([
    ["judge", small],
    ["judge", { registered: "forecasts.jsonl" }],
    ["report", small],
    ["backtest", small],
  ])("stop %s %o with file and line, before anything is played", async (id, options) => {
    for (const [text, said] of [
      [maybe, /^outcomes\.yaml:4:\d+: error: /m],
      [`${source}outcomes: [\n`, /^outcomes\.yaml:\d+:\d+: error: .*\[yaml\//m],
    ] as const) {
      const desk = { ...lent({ "outcomes.yaml": text }), executor: () => expect.unreachable("it is played") };
      const found = await run(id, desk as unknown as Lent, ["mine"], options);
      expect(found.code).toBe(2);
      expect(found.text).toMatch(said);
      expect(found.text).toContain("cannot be used: 1 error");
    }
  });

  it("stop nothing where they are not asked for", async () => {
    const found = await run("judge", lent({ "outcomes.yaml": maybe }), ["mine"], {
      ...small,
      outcomes: false,
    });
    expect(found.code).toBe(0);
  });

  it.each([["# none yet\n"], [""], [`${source}outcomes: []\n`]])(
    "are told by check where there are none: %j",
    async (text) => {
      const { code, text: said } = await run("check", lent({ "outcomes.yaml": text }), ["mine"]);
      expect(code).toBe(0);
      expect(said).toMatch(/^outcomes\.yaml: warning: .*no outcome.*\[file\/empty\]$/m);
    },
  );
});
