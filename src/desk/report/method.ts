import { cite, type Reference, type Source } from "../../base/index.ts";
import { capital, number, type Part, plural, type Section, table } from "../../show/index.ts";
import type { Parameter } from "../../simulate/index.ts";
import { moveKinds, parameters, policies, RUNS_PER_DRAW } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { author, quantityText } from "./behaviour-defaults.ts";
import type { Judging } from "./judging.ts";
import { drawsOf, lastDayOf } from "./over-runs.ts";

/** With what and from what a report was made. */
export interface Making {
  /** Of the engine. */
  readonly version: string;
  /** What makes the report again. */
  readonly command: string;
}

/** How the report was made, on what it rests, what is left out, and how to make it again. */
export function method(
  study: Study,
  judged: Judging | undefined,
  made: Making,
  cited: readonly Source[],
): Section {
  const { source, near, far, size } = study;
  return {
    id: "method",
    title: "How it was made",
    lead: "Everything in this report follows from the files of the case, the engine's defaults, and a seed: the same three give the same numbers, to the last digit, on any machine. Here is all that is needed to make it again, and all that it assumes.",
    parts: [
      table(
        "What it was made from",
        [
          { key: "what", name: "What" },
          { key: "value", name: "Value", wide: true },
        ],
        [
          { what: "Engine", value: `Tawazun ${made.version}` },
          { what: "Case", value: source.head.id },
          { what: "Hash of the case's files", value: source.hash },
          { what: "Seed", value: size.seed },
          {
            what: "Decision rule",
            value: [
              policies.find((policy) => policy.id === study.scenario.policy)?.name ?? study.scenario.policy,
              ...Object.entries(study.scenario.policies ?? {}).map(
                ([actor, policy]) => `${actor}: ${policy}`,
              ),
            ].join("; "),
          },
          {
            what: "Futures",
            value: `${plural(near.to - near.from, "future")} of ${plural(near.months, "month")}, to ${lastDayOf(study, near.months - 1)}`,
          },
          ...(far === undefined
            ? []
            : [
                {
                  what: "Longer futures",
                  value: `${plural(far.to - far.from, "future")} of ${plural(far.months, "month")}`,
                },
              ]),
          {
            what: "Draws of the uncertain inputs",
            value: `${drawsOf(study)}, of ${RUNS_PER_DRAW} futures each`,
          },
          { what: "Pairs for each experiment", value: `about ${number(size.pairs)}` },
          { what: "Futures in all", value: number(study.runs) },
          {
            what: "Outcomes",
            value: judged === undefined ? "not read" : plural(judged.outcomes.size, "outcome"),
          },
          { what: "Ended", value: study.stopped ? "stopped before its end" : "complete" },
        ],
      ),
      { kind: "paragraph", text: ["To make it again: ", { strong: made.command }] },
      { kind: "subheading", title: "What it assumes" },
      { kind: "items", items: assumptions(study) },
      { kind: "subheading", title: "What is left out" },
      { kind: "items", items: LEFT_OUT },
      { kind: "subheading", title: "Parameters" },
      parametersTable(),
      ...(cited.length === 0 ? [] : bibliography(cited)),
    ],
  };
}

function assumptions(study: Study): readonly string[] {
  const { source, violence } = study;
  return [
    `Actors choose by quantal response: the log odds of a move are its habit plus a constant times what it is expected to gain less its price. They look one step ahead, not at replies to replies.`,
    `There are ${moveKinds.length} kinds of move; what nobody can do by them does not happen.`,
    "Utility is linear in an actor's own share of power, its group's, the issues it cares about, open routes and its security, with weights from the case or the defaults.",
    "Ties move with what is done to an actor, to its friends and to its foes, and fall back to their standing value.",
    "An issue's status quo moves toward the mean of positions weighted by power and salience, but where it needs a law.",
    `Ranges are PERT distributions, drawn independently of each other, one draw for every ${RUNS_PER_DRAW} futures; two judgements that would be wrong together are not wrong together here.`,
    ...(violence === undefined
      ? ["Violence is not counted: the case has no series, or too short a one."]
      : [
          `The count of violence goes on by what did best on past months, fitted on ${plural(violence.fit.months, "month")}; politics moves it by a factor whose strength the record cannot tell.`,
        ]),
    ...(source.outside.length === 0
      ? []
      : [
          `${plural(source.outside.length, "outside event")} ${source.outside.length === 1 ? "comes" : "come"} with the probabilities, rates and spans that the case gives; actors do not see them coming.`,
        ]),
    "No parameter was tuned on this case or on its outcomes.",
  ];
}

const LEFT_OUT: readonly string[] = [
  "Actors that the case does not name, and new ones: nobody enters politics during a future.",
  "Deception, secret deals and what actors believe of each other beyond the perceptions in the case.",
  "The economy but for what the case holds as money; public opinion but for the street.",
  "Deaths and illness of persons, unless the case has them as outside events.",
  "Learning: how actors behave does not change within a future.",
];

function parametersTable(): Part {
  const rows: readonly (readonly [string, Parameter])[] = Object.entries(parameters);
  return table(
    `The engine's ${rows.length} parameters`,
    [
      { key: "id", name: "Parameter" },
      { key: "value", name: "Value (range)" },
      { key: "unit", name: "Unit" },
      { key: "meaning", name: "Meaning, and how it was chosen", wide: true },
      { key: "source", name: "After" },
    ],
    rows.map(([id, parameter]) => ({
      id,
      value: quantityText(parameter.value),
      unit: parameter.unit,
      meaning: parameter.meaning,
      source: parameter.source === undefined ? "ours" : author(cite(parameter.source)),
    })),
    {
      note: "One draw from each range for every 50 futures. The coefficients of behaviour stand under “How they behave”.",
    },
  );
}

/** Works in the order of their lines, each once, with the places cited. */
function bibliography(cited: readonly Source[]): readonly Part[] {
  const places = new Map<Reference, Set<string>>();
  for (const { ref, at } of cited) {
    const known = places.get(ref) ?? new Set();
    if (at !== undefined) known.add(at);
    places.set(ref, known);
  }
  const lines = [...places].map(([ref, at]) => {
    const line = cite({ ref });
    return at.size === 0 ? line : `${line} ${capital([...at].sort().join("; "))}.`;
  });
  return [
    { kind: "subheading", title: "Works cited" },
    { kind: "items", items: lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) },
  ];
}
