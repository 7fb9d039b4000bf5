// The reference pages of the catalogues: every member with its facts, read off the records and their doc comments.
import { bargainingModels } from "../src/bargain/index.ts";
import { cite } from "../src/base/index.ts";
import { type BehaviourDefault, behaviourDefaults } from "../src/behave/index.ts";
import { type PowerIndex, powerIndices, type UnionIndex, unionIndices } from "../src/measure/index.ts";
import { type Parameter, parameters, policies } from "../src/simulate/index.ts";
import { cited, range, tableLines } from "./cells.ts";
import { measuresPage } from "./measures-page.ts";
import { movesPage } from "./moves-page.ts";

const NOTE = "<!-- Written by npm run generate from the catalogues of the source. -->";

function page(title: string, ...parts: readonly (string | readonly string[])[]): string {
  return `${[`# ${title}`, NOTE, ...parts.map((part) => (typeof part === "string" ? part : part.join("\n")))].join("\n\n")}\n`;
}

function parametersPage(): string {
  const rows = Object.entries<Parameter>(parameters).map(([id, { value, unit, meaning, source }]) => [
    `\`${id}\``,
    range(value),
    unit,
    meaning,
    source === undefined ? "ours" : cite(source),
  ]);
  const defaults = Object.entries<BehaviourDefault>(behaviourDefaults).map(([name, entry]) => [
    `\`${name}\``,
    range(entry.coefficient),
    `${entry.means}. Chosen: ${entry.chosen}.`,
    entry.sources.length === 0 ? "ours" : `sign: ${cited(entry.sources)} Size: ours.`,
  ]);
  return page(
    "Default parameters",
    "What the engine assumes where a case says nothing. A value of three numbers is a range, low · most likely · high: it is drawn anew for every fifty futures, so that its effect is part of the spread from inputs. No case has values of its own here, and none was tuned on a case. A source stands where the idea is published; unless it says otherwise the size is ours. How the parameters are used: [how the play works](../why/play.md).",
    "## The play",
    tableLines(["id", "value", "unit", "meaning", "source"], rows),
    "## Behaviour",
    "Coefficients of the event model. `rate/…` changes the log of an actor's pace, `choice/…` the log-odds that somebody is chosen as a target, `type/…` the log-odds that the act is hostile. Each weight w of past events enters as w / (1 + w), so a coefficient is the most that the statistic can do. In a play one half-life, `habit.halfLife`, holds for all of them.",
    tableLines(["name", "value", "means", "source"], defaults),
    "## What is not here",
    "Numbers inside a move (how common it is, its price and odds, the size of its effects) stand on the page of [moves](moves.md) and in its file. They are ours, they are not ranges, and they are not drawn. The monthly count of violence has no defaults: it is fitted to the series of the case, held by weak priors (`src/behave/violence/fit-violence.ts`).",
  );
}

function indicesPage(): string {
  const of = (
    catalogue: readonly (UnionIndex & Pick<PowerIndex, "dummiesGet">)[] | readonly PowerIndex[],
  ): readonly string[] =>
    tableLines(
      ["id", "name", "what the number is", "formula", "sums to 1", "a dummy gets", "source"],
      catalogue.map(({ id, name, says, formula, sumsToOne, dummiesGet, sources }) => [
        `\`${id}\``,
        name,
        says,
        formula,
        sumsToOne ? "yes" : "no",
        dummiesGet ?? "0",
        cited(sources),
      ]),
    );
  return page(
    "Power indices",
    "A power index takes a weighted game (a quota and the voters' weights) and gives one number per voter, from 0 to 1. `powerIndices` and `unionIndices` of [tawazun/measure](measure.md) hold them.",
    "## For voters on their own",
    of(powerIndices),
    "## For voters in unions formed beforehand",
    of(unionIndices),
  );
}

function modelsPage(): string {
  return page(
    "Bargaining models",
    "A bargaining model takes an issue with the positions, salience and capability of those who bargain over it, and gives a settlement with its account. The first is the default. `bargainingModels` of [tawazun/bargain](bargain.md) holds them. In a play, the status quo moves toward the compromise mean, whatever is chosen elsewhere.",
    ...bargainingModels.flatMap((model) => [
      `## ${model.name}`,
      [
        `- Id: \`${model.id}\``,
        `- Formula: ${model.formula}`,
        `- Chance: ${model.chance ? "it draws; its settlement is one of many that may come" : "none"}`,
        `- Links issues: ${model.settleTogether === undefined ? "no" : "yes"}`,
        `- Takes for granted: ${model.assumes.length === 0 ? "nothing beyond the positions" : model.assumes.join(" ")}`,
        `- Source: ${cited(model.sources)}`,
      ],
    ]),
  );
}

function policiesPage(): string {
  return page(
    "Policies",
    "A policy is a decision rule: it gives each legal option a value in log-odds, and the engine draws one by multinomial logit. It sees of an option its habit (how often such a move is made, and toward whom, given the past), its expected gain and its price in points, its risk (a variance in points²), and κ, how strategic the actor is. All actors play `strategic` unless the case gives an actor another `policy`, or the command line does: `--policy bold` for all, `--policy ACTOR=bold,OTHER=cautious` for some.",
    tableLines(
      ["id", "name", "value of an option", "source"],
      policies.map(({ id, name, formula, sources }) => [`\`${id}\``, name, formula, cited(sources)]),
    ),
  );
}

/** The pages of the catalogues as they must be: path in the clone → text. */
export function cataloguePages(): ReadonlyMap<string, string> {
  return new Map([
    ["docs/reference/measures.md", measuresPage(NOTE)],
    ["docs/reference/moves.md", movesPage(NOTE)],
    ["docs/reference/parameters.md", parametersPage()],
    ["docs/reference/power-indices.md", indicesPage()],
    ["docs/reference/bargaining-models.md", modelsPage()],
    ["docs/reference/policies.md", policiesPage()],
  ]);
}
