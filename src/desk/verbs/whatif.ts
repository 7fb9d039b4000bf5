import * as z from "zod";
import { type Finding, TawazunError } from "../../base/index.ts";
import { type Case, type Folder, type NamedChanges, readScenario, readScenarios } from "../../case/index.ts";
import { plural, tablePlain } from "../../show/index.ts";
import { findingLines, knownNames, openCase, unusable } from "../open.ts";
import { beforeHorizon, monthsPlayed } from "../played-to.ts";
import type { Lent, Outcome } from "../verb.ts";
import { verb } from "../verb.ts";
import { chainOf } from "../whatif/chain.ts";
import { type Comparison, compareScenarios } from "../whatif/compare.ts";
import { scenarioFaults } from "../whatif/faults.ts";
import { changeOptions, changesOf } from "../whatif/flags.ts";
import { changeInWords } from "../whatif/in-words.ts";
import { whatIfPage } from "../whatif/page.ts";
import { fewerInWords, lettered, letterOf, pairs, questionTable, stabilityTable } from "../whatif/section.ts";
import { pageLines, writePage } from "../write-page.ts";
import { readPolicies } from "./policy-flag.ts";
import { behaviourFlags, behaviourOf, fitOptions, policyFlag, sizeOptions } from "./size.ts";

const utf8 = new TextEncoder();

export const whatif = verb({
  id: "whatif",
  summary: "change something, play the same futures again, and say what differs and by which chain of causes",
  details:
    "The changes given by flags make one alternative; each --scenario is another: the id of a file in the case's scenarios/, or the path of a file. Without any, all scenarios of the case are played. Each is compared with the case as it is, on the same luck.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: sizeOptions.extend({
    ...fitOptions,
    ...changeOptions,
    scenario: z
      .array(z.string())
      .default([])
      .meta({ description: "a scenario of the case, or a file with one; may be given several times" }),
    name: z.string().default("as asked").meta({ description: "what to call the changes given by flags" }),
    runs: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .default(400)
      .meta({ description: "pairs of futures for each alternative" }),
    out: z
      .string()
      .optional()
      .meta({ description: "write whatif.html, whatif.md and whatif.json into this folder" }),
    contents: z
      .boolean()
      .default(false)
      .meta({ description: "give the contents of the page with the data too: tables and pictures" }),
  }),
  async run(lent, [path], options) {
    const opened = await openCase(lent, path);
    if (opened.source === undefined || opened.folder === undefined) return unusable(path, opened);
    const { source } = opened;
    const own = changesOf(options);
    const read = await scenariosOf(lent, opened.folder, source, options.scenario, own.length === 0);
    const asked: readonly NamedChanges[] = [
      ...(own.length === 0
        ? []
        : [
            {
              id: "asked",
              name: options.name,
              changes: own,
              places: own.map(() => ({ file: "the command line" })),
            },
          ]),
      ...read.scenarios,
    ];
    const findings = [...read.findings, ...scenarioFaults(source, asked)];
    if (findings.some(({ severity }) => severity === "error")) return refused(findings);
    if (asked.length === 0) {
      throw new TawazunError(
        "whatif/none",
        "Nothing is changed. Give a change, such as --replace prime-minister=ACTOR, or a --scenario; the case has no scenarios of its own.",
      );
    }
    if (options.out !== undefined) await lent.canWrite(options.out);
    const behaviour = await behaviourOf(lent, source, options);
    const { seed, runs, months } = options;
    const deciding = {
      ...readPolicies(options.policy),
      ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
    };
    const executor = lent.executor(options.workers);
    try {
      const comparison = await compareScenarios(
        source,
        asked,
        { seed, runs, months, deciding },
        executor,
        lent,
      );
      const command = `${commandOf(path, options)}${policyFlag(options)}${behaviourFlags(options)}`;
      const contents = whatIfPage(comparison, lent.version, command);
      const data = { ...dataOf(comparison), ...(findings.length === 0 ? {} : { findings }) };
      const json = options.contents ? { ...data, contents } : data;
      await writePage(lent, options.out, "whatif", contents, json);
      return {
        code: comparison.stopped ? 130 : 0,
        text: [...findings.map(({ message }) => `Mind: ${message}`), textOf(comparison, options.out)].join(
          "\n",
        ),
        json,
      };
    } finally {
      await executor.close();
    }
  },
});

/** The scenarios asked for: by id from the case, by path from elsewhere; all of the case where `all` is set and none is asked. */
async function scenariosOf(
  lent: Lent,
  folder: Folder,
  source: Case,
  asked: readonly string[],
  all: boolean,
): Promise<{ readonly scenarios: readonly NamedChanges[]; readonly findings: readonly Finding[] }> {
  const own = readScenarios(folder, source, knownNames);
  if (asked.length === 0) return all ? own : { scenarios: [], findings: [] };
  const scenarios: NamedChanges[] = [];
  const findings: Finding[] = [];
  for (const name of asked) {
    const found = own.scenarios.find((scenario) => scenario.id === name);
    if (found !== undefined) scenarios.push(found);
    else if (/[/\\]|\.ya?ml$/.test(name)) {
      const read = readScenario(name, utf8.encode(await lent.readText(name)), source, knownNames);
      scenarios.push(...read.scenarios);
      findings.push(...read.findings);
    } else {
      const ids = own.scenarios.map(({ id }) => id);
      findings.push(...own.findings);
      throw new TawazunError(
        "whatif/scenario",
        `The case has no scenario "${name}" that can be played.${ids.length === 0 ? " It has none." : ` There are ${ids.join(", ")}.`}${own.findings.length === 0 ? "" : `\n${findingLines(own.findings)}`}`,
      );
    }
  }
  return { scenarios, findings };
}

function refused(findings: readonly Finding[]): Outcome {
  return { code: 2, text: `${findingLines(findings)}\n\nNothing was played.`, json: { findings } };
}

function commandOf(path: string, options: { readonly [flag: string]: unknown }): string {
  const quote = (text: string): string => (/^[\w:=/.,@-]+$/.test(text) ? text : `'${text}'`);
  const flags = [...Object.keys(changeOptions), "scenario"].flatMap((flag) =>
    (options[flag] as readonly string[]).map((value) => ` --${flag} ${quote(value)}`),
  );
  return `tawazun whatif ${path}${flags.join("")} --seed ${quote(String(options.seed))} --runs ${options.runs} --months ${options.months}`;
}

function dataOf(comparison: Comparison) {
  const { compared, questions, size, stage, stopped } = comparison;
  const { world } = stage;
  return {
    seed: size.seed,
    months: size.months,
    pairs: pairs(comparison),
    stopped,
    alternatives: compared.map((one) => ({
      id: one.alternative.id,
      name: one.alternative.name,
      changes: one.alternative.changes,
      parting: one.parting,
      stability: one.stability,
      questions: questions.map((question, q) => ({
        id: question.id,
        text: question.text,
        ...one.questions[q],
      })),
      shares: world.movers.map((mover, k) => ({ actor: world.actors[mover].id, ...one.shares[k] })),
      chain: chainOf(comparison, one).links,
    })),
  };
}

function textOf(comparison: Comparison, out: string | undefined): string {
  const { compared, size, stage, stopped, questions } = comparison;
  const brief = lettered(comparison);
  const letter = (k: number): string => (compared.length < 2 ? "" : `${letterOf(k)} = `);
  return [
    `${plural(pairs(comparison), "pair")} of futures of ${monthsPlayed(stage.world, size.months)}, seed "${size.seed}"${stopped ? " (stopped by you; what was played is kept)" : ""}`,
    ...beforeHorizon(stage.world, size.months),
    ...compared.map(
      ({ alternative }, k) =>
        `  ${letter(k)}${alternative.name}: ${alternative.changes.map((change) => changeInWords(stage.world, change)).join("; ")}`,
    ),
    "",
    tablePlain(stabilityTable(brief), 140),
    ...(questions.length === 0 ? [] : ["", tablePlain(questionTable(brief), 140)]),
    ...compared.flatMap((one) => {
      const { links, leftOut } = chainOf(comparison, one);
      return [
        "",
        `Chain of causes: ${one.alternative.name}`,
        ...(one.parting.part === 0
          ? ["  No future parts from its twin: what is changed was not felt in any of them."]
          : []),
        ...links.map(
          (link) => `  ${link.date}  ${link.kind === "direct" ? "(by the change) " : ""}${link.text}`,
        ),
        ...(leftOut > 0 ? [`  and ${leftOut} smaller shifts of moves`] : []),
      ];
    }),
    "",
    `Differences are the alternative less the case as it is, with 95 % intervals over draws of the inputs. ${fewerInWords(comparison)}`,
    ...pageLines(out, "whatif"),
  ].join("\n");
}
