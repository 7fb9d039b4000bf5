import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { newCase } from "../src/case/index.ts";
import { verbs } from "../src/desk/index.ts";
import { here } from "./cli-here.ts";
import { tawazun } from "./cli-run.ts";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "tawazun-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a small case into a folder of the test's own; `change` mends or breaks its files. */
function caseIn(name: string, change: (file: string, text: string) => string = (_file, text) => text): void {
  const asked = { id: name, title: "Meridia", asOf: "2025-01-15", horizon: "2026-12-31" };
  for (const [file, bytes] of newCase(asked)) {
    const path = join(folder, name, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, change(file, new TextDecoder().decode(bytes)));
  }
}

beforeAll(() => {
  caseIn("good");
  caseIn("bad", (file, text) =>
    file === "actors.yaml" ? text.replaceAll("from: vale", "from: vaale") : text,
  );
});

describe("the command line, run as a user runs it", () => {
  it("prints its version", async () => {
    expect(await tawazun(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("checks a good case with exit code 0", async () => {
    expect(await tawazun(["check", "good"], folder)).toEqual({
      code: 0,
      out: "good: no findings.\n",
      err: "",
    });
  });

  it("checks a bad case with exit code 1, and says file, line, column and the near miss", async () => {
    const { code, out } = await tawazun(["check", "bad"], folder);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^actors\.yaml:\d+:\d+: error: .*"vaale".*Did you mean "vale"\? \[case\/reference\]$/m,
    );
    expect(out).toMatch(/^bad: 2 errors\.$/m);
  });

  it("refuses flags that are of another input", async () => {
    const good = join(folder, "good");
    const issue = await here(["bargain", "positions.csv", "--issue", "budget"]);
    expect([issue.code, issue.err]).toEqual([
      2,
      "tawazun: --issue is of a case; a CSV file holds one issue. [bargain/flags]\n",
    ]);
    expect((await here(["bargain", good, "--low", "10"])).err).toContain("a case has its scales");
    expect((await here(["measure", good, "--directed"])).err).toContain("--directed is of a file of ties");
  });

  it("quotes a folder whose name has a space in what to do next", async () => {
    const { out } = await here(["new", join(folder, "two words")]);
    expect(out).toContain(`tawazun check "${join(folder, "two words")}"`);
  });

  it("refuses a list of weights with a gap, and says of a low quota what it means", async () => {
    const gap = await here(["power", "--quota", "5", "--weights", "4,,3"]);
    expect([gap.code, gap.err]).toEqual([
      2,
      'tawazun: Weight 2 of 3, "", is no number; a list is written 45,30,25. [power/weights]\n',
    ]);
    // 3 of 7: the voter of 4 and the voter of 3 win alone, at once
    expect((await here(["power", "--quota", "3", "--weights", "4,3"])).out).toContain("may both win");
    expect((await here(["power", "--quota", "4", "--weights", "4; 3"])).out).not.toContain("may both win");
  });

  it("says of a pair that is tied twice that both ties count", async () => {
    const ties = join(folder, "ties.csv");
    writeFileSync(ties, "from,to,sign\na,b,1\nb,a,-1\nb,c,1\n");
    expect((await here(["measure", ties])).out).toContain("1 tie stands between a pair that is tied already");
    expect((await here(["measure", ties, "--directed"])).out).not.toContain("tied already");
  });

  it("says where a file of ties that is not called .csv goes wrong", async () => {
    writeFileSync(join(folder, "ties.tsv"), "from\tto\tsign\na\tb\t1\n");
    const { code, out } = await here(["measure", join(folder, "ties.tsv")]);
    expect(code).toBe(2);
    expect(out).toContain("a table is known by a name that ends in .csv");
  });

  it("refuses two forms of one output", async () => {
    const words = ["power", "--quota", "5", "--weights", "4,3,2", "--csv", "--json"];
    expect(await here(words)).toEqual({
      code: 2,
      out: "",
      err: "tawazun power: --csv and --json are two forms of one output; give one.\n",
    });
  });

  it("tells a slip in a command's words with who speaks, and where help is", async () => {
    expect(await here(["play", "--rums", "3", "good"])).toEqual({
      code: 2,
      out: "",
      err: "tawazun: unknown option '--rums'\n(Did you mean --runs?)\nTry tawazun play --help.\n",
    });
    expect((await here(["plai"])).err).toMatch(
      /^tawazun: unknown command 'plai'[\s\S]*Try tawazun --help\.\n$/,
    );
  });

  it("takes threads of this machine and a cluster for two ways to do one thing", async () => {
    const words = [
      "sweep",
      join(folder, "good"),
      "x",
      "--cluster",
      "redis://nowhere.example",
      "--workers",
      "2",
    ];
    const { code, err } = await here(words);
    expect([code, err]).toEqual([2, expect.stringContaining("Leave one of the two out.")]);
  });

  it("takes no nothing for the number 0", async () => {
    const { code, err } = await here(["play", join(folder, "good"), "--workers", ""]);
    expect([code, err]).toEqual([2, 'tawazun play: --workers "": it must be a number.\n']);
  });

  it("passes over no flag in silence, and writes no picture under a name that promises another", async () => {
    const good = join(folder, "good");
    const refused = [
      [["register", good, "--head", "abc"], "it goes with --verify. [register/head]"],
      [["fit", good, "--controls", "5"], "give a formula with --rem too. [fit/controls]"],
      [["fit", good, "--plot", "x.pdf"], 'name a file.svg, not "x.pdf". [fit/picture]'],
    ] as const;
    for (const [words, said] of refused) {
      const { code, err } = await here(words);
      expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    }
  });

  it("puts no results into the folder of a case", async () => {
    const good = join(folder, "good");
    for (const words of [
      ["report", good, "--out", good],
      ["play", good, "--resume", good, "--runs", "1", "--workers", "1"],
    ]) {
      const { code, err } = await here(words);
      expect([code, err]).toEqual([2, expect.stringContaining("is the folder of a case")]);
    }
  });

  it("says which other play a folder holds", async () => {
    const kept = join(folder, "kept");
    const words = ["play", join(folder, "good"), "--resume", kept, "--runs", "2", "--workers", "1"];
    expect((await here(words)).code).toBe(0);
    const { code, err } = await here([...words, "--months", "3", "--seed", "x"]);
    expect([code, err]).toEqual([2, expect.stringContaining("another play: another seed, another months.")]);
  });

  it("looks into no step of somebody else than the actor that is named", async () => {
    const words = ["replay", join(folder, "good"), "--months", "3"];
    const { steps } = JSON.parse((await here([...words, "--json"])).out);
    const turns = steps.filter(({ actor }: { readonly actor?: string }) => actor !== undefined);
    const other = turns.find(({ actor }: { readonly actor: string }) => actor !== turns[0].actor);
    const { code, err } = await here([...words, "--step", String(turns[0].step), "--actor", other.actor]);
    expect([code, err]).toEqual([2, expect.stringContaining(`is not of "${other.actor}": `)]);
    expect(err).toContain(String(other.step));
  });

  it("judges a case without claims in few futures, with no empty table and no interval that is none", async () => {
    const words = ["judge", join(folder, "good"), "--runs", "2", "--months", "2", "--workers", "1"];
    const plain = await here(words);
    expect(plain.out).not.toMatch(/Claims tried[^\n]*\n\n?Claim .*\n\n/);
    expect(plain.out).toMatch(/Beyond the 2 months of --months, and so answered from 2 longer futures to 20/);
    expect((await here([...words, "--json"])).out).not.toContain("null");
  });

  it("cannot check what is not there: exit code 2", async () => {
    const { code, out } = await tawazun(["check", "nowhere"], folder);
    expect(code).toBe(2);
    expect(out).toContain('There is no folder "nowhere" that can be read: it does not exist.');
  });
});

describe("the help", () => {
  it("lists every verb with its summary", async () => {
    const { code, out } = await here(["--help"]);
    expect(code).toBe(0);
    const words = out.replaceAll(/\s+/g, " ");
    expect(verbs.length).toBeGreaterThanOrEqual(7);
    for (const verb of verbs) expect(words).toContain(verb.summary);
  });

  it.each(verbs.map((verb) => [verb.id, verb] as const))("of %s says how it is used", async (id, verb) => {
    const { code, out, err } = await here([id, "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^Usage: tawazun ${id} `));
    expect(out.replaceAll(/\s+/g, " ")).toContain(verb.details);
    for (const place of verb.places) expect(out.replaceAll(/\s+/g, " ")).toContain(place.about);
    expect(out).toContain("--json");
  });

  it.each(["play", "judge", "report"])("of %s offers seed, futures, months and workers", async (id) => {
    const { out } = await here([id, "--help"]);
    for (const flag of ["--seed", "--runs", "--months", "--workers"]) expect(out).toContain(flag);
  });
});

describe("what the command line does not know", () => {
  it.each([
    ["a verb", ["plya"], "unknown command 'plya'", "play"],
    ["a flag", ["play", "good", "--rnus", "5"], "unknown option '--rnus'", "--runs"],
    ["a section", ["show", join(folder, "good"), "actros"], 'no section "actros"', '"actors"'],
  ])("%s gets a suggestion and exit code 2", async (_what, words, complaint, suggestion) => {
    const { code, out, err } = await here(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(complaint);
    expect(err.replaceAll(/\s+/g, " ")).toMatch(new RegExp(`Did you mean ${suggestion}\\?`));
  });

  it.each([
    ["no case", ["check"], "missing required argument 'case'"],
    ["a case too many", ["check", "a", "b"], "too many arguments"],
    ["a number that is none", ["play", "good", "--runs", "many"], "--runs many"],
    ["no futures", ["play", "good", "--runs", "0"], "--runs 0"],
    ["half a future", ["play", "good", "--runs", "1.5"], "--runs 1.5"],
    ["a day that does not exist", ["new", "x", "--as-of", "2024-02-30"], "--as-of 2024-02-30"],
    ["a case without a name", ["new", "///"], "no name for the case"],
  ])("%s is refused with exit code 2 and what is wrong", async (_what, words, complaint) => {
    const { code, out, err } = await here(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(complaint);
    expect(err).not.toContain("    at ");
  });
});

describe("--json", () => {
  it.each([
    ["check", 0, ["check", join(folder, "good")]],
    ["check of a bad case", 1, ["check", join(folder, "bad")]],
    ["check of no case", 2, ["check", join(folder, "nowhere")]],
    ["show", 0, ["show", join(folder, "good")]],
    ["show of a section", 0, ["show", join(folder, "good"), "actors"]],
    ["measure", 0, ["measure", join(folder, "good")]],
    ["play", 0, ["play", join(folder, "good"), "--runs", "5", "--workers", "1"]],
  ])("of %s is JSON and nothing else", async (_what, expected, words) => {
    const { code, out } = await here([...words, "--json"]);
    expect(code).toBe(expected);
    expect(typeof JSON.parse(out)).toBe("object");
  });

  it("carries the findings with their places", async () => {
    const { out } = await here(["check", join(folder, "bad"), "--json"]);
    const { findings } = JSON.parse(out);
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({
      code: "case/reference",
      place: { file: "actors.yaml" },
      given: "vaale",
    });
  });
});

describe("a case that cannot be used", () => {
  it.each(["measure", "play", "judge", "report", "show"])("is no more than a message to %s", async (verb) => {
    const { code, out, err } = await here([verb, join(folder, "nowhere")]);
    expect(code).toBe(2);
    expect(out + err).toContain("that can be read: it does not exist.");
    expect(out + err).not.toContain("    at ");
  });
});
