import { listOf, type NumberFact, number, type Part, plural, signed, table } from "../../show/index.ts";
import { parameters } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import type { MotionToday } from "./motion-today.ts";

/** How a motion of no confidence would go: its chance, its votes, who decides it, whose defection turns it. */
export function motionParts(study: Study, motion: MotionToday): readonly Part[] {
  return [...numbers(study, motion), votersTable(motion), ...defections(motion)];
}

function numbers(study: Study, motion: MotionToday): readonly NumberFact[] {
  const { source } = study;
  const { together, quota, range, draws } = motion;
  const sources = [
    ...together.sources,
    ...citationsOf(source, [
      ...source.arenas.filter((arena) => arena.kind === "assembly"),
      ...source.relations,
      ...source.standing.filter((fact) => fact.kind === "pledge" || fact.kind === "boycott"),
    ]),
  ];
  const assumptions = [
    `The motion needs ${number(quota)} votes of all members, whoever stays away.`,
    "A party's line is for the motion with a probability that falls with its leader's tie to the head of government: one half at a tie of −0.15, 0.86 at −0.45, 0.14 at +0.15. The play uses the same curve.",
    "The head's own party is against. Members keep to the line with their list's discipline; the others vote the other way.",
    "Half the members of a party that boycotts the assembly come to the vote.",
    "Lines of different parties are independent; no head of state holds the motion up.",
  ];
  const { byLines } = together;
  const needed = signatures(quota);
  return [
    {
      kind: "number",
      id: "coalitions-motion",
      measure: "motion-passes",
      label: `A motion against ${motion.head} passes if it is put now`,
      value: together.passes,
      unit: "probability",
      method: "exact",
      intervals: [{ ...range, level: 0.9, of: "inputs" }],
      assumptions,
      baselines: [
        ...(motion.present === undefined
          ? []
          : [{ name: "if those who boycott the assembly all came to the vote", value: motion.present }]),
        { name: "if members voted each for himself, as the play counts", value: motion.apart },
      ],
      sources,
      note: `Exact for the most likely inputs; the interval is from ${draws} draws of the uncertain ones.`,
    },
    {
      kind: "number",
      id: "coalitions-slack",
      label: "Votes for the motion by lines",
      value: byLines.votesFor,
      unit: `of ${number(quota)} needed`,
      method: "exact",
      assumptions: [
        "Every leader takes the line that is likelier, all his members follow, nobody stays away.",
      ],
      sources,
      note:
        byLines.slack >= 0
          ? `${plural(byLines.slack, "vote")} more than needed.`
          : `${plural(-byLines.slack, "vote")} short.`,
    },
    {
      kind: "number",
      id: "coalitions-signatures",
      label: "Signatures in hand that bring it to a vote in the play",
      value: needed.likely,
      unit: "signatures",
      method: "exact",
      intervals: [{ low: needed.low, high: needed.high, level: 1, of: "inputs" }],
      assumptions: [parameters["confidence.need"].meaning],
      sources,
      note: `Pledged on the first day: ${number(motion.voters.reduce((sum, bloc) => sum + (bloc.pledgedFor ?? 0), 0))}.`,
    },
  ];
}

function signatures(quota: number): { readonly low: number; readonly likely: number; readonly high: number } {
  const need = parameters["confidence.need"].value;
  const [low, likely, high] = typeof need === "number" ? [need, need, need] : need;
  return { low: Math.ceil(low * quota), likely: Math.ceil(likely * quota), high: Math.ceil(high * quota) };
}

function votersTable(motion: MotionToday): Part {
  const pivots = new Map(motion.together.pivots.map((pivot) => [pivot.bloc, pivot]));
  return table(
    "Who would vote how",
    [
      { key: "name", name: "Members of", wide: true },
      { key: "seats", name: "Seats" },
      { key: "tie", name: "Leader's tie to the head of government", digits: 2, measure: "tie" },
      { key: "line", name: "For the motion", unit: "probability" },
      { key: "discipline", name: "Keep to the line", unit: "share" },
      { key: "away", name: "Boycotts" },
      { key: "pledged", name: "Pledged" },
      {
        key: "pivot",
        name: "Passes more likely with it than against it",
        unit: "share",
        measure: "motion-pivot",
      },
    ],
    motion.voters.map((bloc) => ({
      name: bloc.name,
      seats: bloc.seats,
      tie: bloc.tie,
      line: bloc.line,
      discipline: bloc.discipline,
      away: bloc.away,
      pledged: bloc.pledgedFor === 0 ? undefined : bloc.pledgedFor,
      pivot: pivots.get(bloc.id)?.pivot,
    })),
    {
      note: "The last column is the difference in the motion's chance between the whole party for it and the whole party against it: who decides, given how the others lean.",
    },
  );
}

const MOST_SETS = 8;

function defections(motion: MotionToday): readonly Part[] {
  const found = motion.together.defections;
  if (found === undefined) {
    return [
      {
        kind: "paragraph",
        text: "No change of sides among those who are free to vote could turn the outcome.",
      },
    ];
  }
  const names = new Map(motion.voters.map((bloc) => [bloc.id, bloc]));
  const name = (id: string): string => names.get(id)?.name ?? id;
  const saves = found.effect === "saves";
  const cheapest = listOf(found.from.map(({ bloc, members }) => `${number(members)} of ${name(bloc)}`));
  const sets = [...found.together]
    .filter((set) => set.every((id) => names.get(id)?.tie !== undefined))
    .map((set) => ({ set, price: set.reduce((sum, id) => sum + (names.get(id)?.price ?? 0), 0) }))
    .sort((a, b) => a.price - b.price || a.set.length - b.set.length);
  return [
    {
      kind: "paragraph",
      text: `By lines the motion ${saves ? "fails" : "passes"}. ${plural(found.members, "member")} must change sides to ${
        saves ? "save" : "sink"
      } it; they are found cheapest with ${cheapest}.`,
    },
    ...(sets.length === 0
      ? []
      : [
          table(
            saves
              ? "Whose change of sides would carry the motion"
              : "Whose change of sides would sink the motion",
            [
              { key: "who", name: "Parties that change together", wide: true },
              { key: "members", name: "Members" },
              { key: "far", name: "How far their leaders' ties must move, added up", digits: 2 },
              { key: "ties", name: "Ties now", measure: "tie" },
            ],
            sets.slice(0, MOST_SETS).map(({ set, price }) => ({
              who: listOf(set.map(name)),
              members: set.reduce((sum, id) => sum + (names.get(id)?.seats ?? 0), 0),
              far: price,
              ties: set.map((id) => signed(names.get(id)?.tie ?? 0, 2)).join(", "),
            })),
            {
              note: `The nearest ${Math.min(sets.length, MOST_SETS)} of ${number(sets.length)} least sets, without the head's own party. A leader turns where his tie to the head of government reaches −0.15.`,
            },
          ),
        ]),
  ];
}
