import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { isoDate } from "../src/base/index.ts";
import { readCase } from "../src/case/index.ts";
import { caseEvents, logEvents } from "../src/desk/fit/case-events.ts";
import { checkFit } from "../src/desk/fit/check.ts";
import { typeCounts, withTypes } from "../src/desk/fit/event-types.ts";
import { fitModel } from "../src/desk/fit/fit-model.ts";
import { logOf } from "../src/events/index.ts";
import { readFolder } from "../src/run/index.ts";
import { notWellFormed } from "./browser/xml.ts";
import { here } from "./cli-here.ts";
import type { Ended } from "./cli-run.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-check-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Small numbers that follow from one another, the same on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Among six actors: first anybody at random; from event `turn` on whoever was last acted upon answers. */
function rowsOf(count: number, turn: number): readonly (readonly [string, string, string, string])[] {
  const next = chance(7);
  const names = ["a", "b", "c", "d", "e", "f"];
  const rows: [string, string, string, string][] = [];
  for (let e = 0; e < count; e++) {
    const i = Math.floor(next() * 6);
    const j = (i + 1 + Math.floor(next() * 5)) % 6;
    const last = rows.at(-1);
    const answers = last !== undefined && e > turn && next() < 0.6;
    const [who, whom] = answers ? [last[2], last[1]] : [names[i], names[j]];
    rows.push([isoDate(14_000 + e), who, whom, next() < 0.5 ? "ACCUSE" : "CONSULT"]);
  }
  return rows;
}

const run = (...words: readonly string[]): Promise<Ended> => here(words);

beforeAll(() => {
  const rows = rowsOf(400, 200).map((row) => row.join(","));
  writeFileSync(at("turn.csv"), ["date,source,target,type", ...rows].join("\n"));
});

describe("tawazun fit --check", () => {
  const words = (): readonly string[] => [
    "fit",
    at("turn.csv"),
    "--choice",
    "recip(h=2)",
    "--rate",
    "sent(h=30)",
    "--type",
    "1 + inertia(conflictual, h=30)",
    "--check",
    "--check-runs",
    "40",
  ];

  it("dates a planted change, says what the model lacks, and gives ranks, calibration and outliers as data", async () => {
    const { code, out } = await run(...words(), "--json");
    expect(code).toBe(0);
    const { check, models } = JSON.parse(out);
    const choice = check.models.find(({ kind }: { kind: string }) => kind === "choice");
    expect(choice.constancy.points).toHaveLength(1);
    const [point] = choice.constancy.points;
    expect(Math.abs(point.event - 200)).toBeLessThan(20);
    expect(point.after).toBeGreaterThan(point.before + 1);
    // Who was last acted upon acts next: a rate model with activity alone knows nothing of it.
    const row = (id: string) =>
      check.goodness.rows.filter(({ feature }: { feature: string }) => feature === id);
    expect(row("answers").some(({ inside }: { inside: boolean }) => !inside)).toBe(true);
    // As often as they came, and the intercept sees to it that they do.
    expect(row("type_mix").every(({ inside }: { inside: boolean }) => inside)).toBe(true);
    expect(check.goodness).toMatchObject({ runs: 40, seed: "tawazun", level: 0.95 });
    const type = check.models.find(({ kind }: { kind: string }) => kind === "type");
    expect(type.calibration.of).toBe("held back");
    expect(type.calibration.events).toBe(80);
    expect(choice.surprises).toMatchObject({ events: 400 });
    expect(choice.surprises.least).toHaveLength(10);
    expect(models[0].tried.hits10).toBeGreaterThan(models[0].tried.hits1);
    expect(out).not.toMatch(/NaN|: null/);
  }, 30_000);

  it("is the same again, and another with another seed", async () => {
    const of = async (...more: readonly string[]) =>
      JSON.parse(
        (
          await run(
            "fit",
            at("turn.csv"),
            "--choice",
            "recip(h=2)",
            "--check",
            "--check-runs",
            "20",
            "--json",
            ...more,
          )
        ).out,
      ).check.goodness.rows;
    const first = await of();
    expect(await of()).toEqual(first);
    expect(await of("--seed", "b")).not.toEqual(first);
  }, 30_000);

  it("prints tables with the seed and the number of streams, as text and as Markdown", async () => {
    const { out } = await run(...words());
    expect(out).toContain("observed and in 40 drawn streams");
    expect(out).toContain('seed "tawazun"');
    expect(out).toContain("Change points of coefficients");
    expect(out).toContain("hits@10");
    expect(out).toMatch(/Log loss 0\.\d+, of the base rate 0\.\d+/);
    expect(out).toContain("false-discovery rate of 5%");
    const { out: markdown } = await run(...words(), "--format", "md", "--check-plot", at("streams.svg"));
    const picture = readFileSync(at("streams.svg"), "utf8");
    expect(notWellFormed(picture)).toBeUndefined();
    expect(picture).toContain("Answers: to the last one");
    expect(markdown).toContain("## Do the coefficients stay the same?");
    expect(markdown).toMatch(/^\| Feature \|/m);
    expect(out + markdown).not.toMatch(/NaN|undefined|Infinity/);
  }, 30_000);

  it("refuses one CSV for many tables, and says why a model alone draws no streams", async () => {
    const { code, err } = await run("fit", at("turn.csv"), "--check", "--format", "csv");
    expect([code, err]).toEqual([2, expect.stringContaining("one CSV cannot hold")]);
    const { out } = await run("fit", at("turn.csv"), "--type", "1", "--check", "--json");
    expect(JSON.parse(out).check.goodness).toMatch(/No model says who acts/);
  }, 30_000);

  it("keeps the streams that were drawn when it is stopped", async () => {
    const log = logOf(
      rowsOf(100, 0).map(([, source, target, type], time) => ({ time, source, target, type, intensity: -1 })),
    );
    const material = logEvents(log);
    const model = fitModel(
      material.data,
      { kind: "choice", formula: "recip(h=2)" },
      {
        prior: "none",
        robust: false,
        random: () => {
          throw new Error("none is needed");
        },
      },
    );
    const stop = new AbortController();
    const seen: number[] = [];
    const found = await checkFit(
      material,
      [model],
      { runs: 1000, seed: "stop" },
      {
        signal: stop.signal,
        onProgress: ({ done }) => {
          seen.push(done);
          if (done === 31) stop.abort();
        },
      },
    );
    expect(found.stopped).toBe(true);
    expect(found.goodness).toMatchObject({ runs: 30 });
    expect(seen.at(-1)).toBe(31);
  });
});

describe("types that are told apart", () => {
  const log = logOf(
    [
      ["CONSULT", 1, 50],
      ["ACCUSE", -2, 40],
      ["COERCE", -5, 12],
      ["PROTEST", -6, 20],
      ["AID", 7, 5],
    ].flatMap(([type, intensity, many], k) =>
      Array.from({ length: Number(many) }, (_, e) => ({
        time: e * 5 + k,
        source: e % 2 === 0 ? "x" : "y",
        target: e % 3 === 0 ? "z" : e % 2 === 0 ? "y" : "x",
        type: String(type),
        intensity: Number(intensity),
      })),
    ),
  );
  const asked = { least: 30, own: true } as const;

  it("are hostile and friendly where events are few", () => {
    const { material, says } = withTypes(logEvents(log), { ...asked, types: undefined });
    expect(material.data.dependent.types).toEqual(["cooperative", "conflictual"]);
    expect(says).toEqual([]);
  });

  it("join the rare ones of a tone until they are enough, and say so", () => {
    const { material, says } = withTypes(logEvents(log), { ...asked, types: "plover" });
    // 12 + 20 hostile ones make 32; of the friendly, 5 are too few, and take the 50 with them.
    expect(material.data.dependent.types).toEqual(["any_cooperative", "accuse", "other_conflictual"]);
    expect(typeCounts(material.data)).toEqual([55, 40, 32]);
    expect(says[0]).toContain("fewer than 30 events are joined");
    expect(says[0]).toContain("other_conflictual holds COERCE and PROTEST");
    const loose = withTypes(logEvents(log), { ...asked, least: 5, types: "plover" });
    expect(loose.material.data.dependent.types).toHaveLength(5);
  });

  it("are fitted by the log odds against the most frequent: ln(n/N)", () => {
    const { material } = withTypes(logEvents(log), { ...asked, types: "plover" });
    const { fit } = fitModel(
      material.data,
      { kind: "type", formula: "1" },
      {
        prior: "none",
        robust: false,
        random: () => {
          throw new Error("none is needed");
        },
      },
    );
    expect(fit.terms.map(({ name }) => name)).toEqual(["accuse: intercept", "other_conflictual: intercept"]);
    expect(fit.terms[0].coefficient).toBeCloseTo(Math.log(40 / 55), 6);
    expect(fit.terms[1].coefficient).toBeCloseTo(Math.log(32 / 55), 6);
  });
});

describe("who was there", () => {
  it("leaves an actor of a case out of every choice before its founding", async () => {
    const { folder: files } = await readFolder(join(root, "cases/iraq-2012"));
    const { world } = readCase(files ?? new Map());
    if (world === undefined) throw new Error("the case cannot be read");
    const { data } = caseEvents(world);
    const founded = data.presence?.list?.actor ?? [];
    const gone = Array.from(founded, (k) => data.actors[k]);
    for (const id of gone) {
      expect(world.actors.find((actor) => actor.id === id)?.founded).toBeDefined();
    }
    expect(gone).toContain("wataniyun");
    expect(Array.from(data.presence?.initial ?? []).filter((here) => here === 0)).toHaveLength(gone.length);
  });
});
