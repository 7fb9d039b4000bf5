import type { MeasureFacts } from "../base/index.ts";

const page = "docs/why/play.md";
const OURS =
  "Worked out without chance from the world of that moment. The weights are the case's, or the engine's defaults.";

/** What a reader must know of the numbers of the play. */
export const playMeasures: readonly MeasureFacts[] = [
  {
    id: "power-share",
    name: "Share of power",
    says: "How much of what is decided in the arenas of the case an actor disposes of, with all that it leads.",
    range: "0 to 1, shown as per cent; all actors together have 1.",
    formula:
      "Σ over arenas of weight × share; in an assembly the Shapley–Shubik index of its list, in a cabinet the value of posts held, elsewhere the part of the resource that decides there",
    sure: "Today's is worked out exactly from holdings at their most likely values. Later ones are medians of the futures, with the band that holds four of five.",
    sources: [{ ref: "shapley1954" }],
    page,
  },
  {
    id: "habit",
    name: "Habit",
    says: "How often such a move is made, and toward such a target, given the past.",
    range: "Any number, in log-odds: 0.7 more doubles the odds.",
    formula: "commonness of the kind + choice + manner − log(options of that kind)",
    sure: "From the record's events, faded, by coefficients whose signs are the literature's and whose sizes are the engine's own, or by those that were fitted.",
    sources: [{ ref: "stadtfeld2017" }, { ref: "lerner2013" }],
    page,
  },
  {
    id: "gain",
    name: "Gain",
    says: "What the actor expects to win by the move.",
    range: "Points: hundredths of its utility; below 0 it expects to lose.",
    formula:
      "odds × worth of success + (1 − odds) × worth of failure + prospect + goodwill or ill will that the move earns",
    sure: `${OURS} First order: nobody's answer is foreseen.`,
    sources: [],
    page,
  },
  {
    id: "price",
    name: "Price",
    says: "What the move costs the actor, whether it comes off or not.",
    range: "Points: hundredths of its utility, 0 or more as a rule.",
    formula: "by the kind of move: see the page of moves",
    sure: "The engine's own numbers, by judgement; they are not drawn.",
    sources: [],
    page: "docs/reference/moves.md",
  },
  {
    id: "option-value",
    name: "Value of an option",
    says: "How much the option weighs in the choice: what the actor is used to, and what it would gain.",
    range: "Any number, in log-odds; only differences between options count.",
    formula: "habit + κ × (gain − price), κ how strategic the actor is",
    sure: `${OURS} Other policies value options otherwise.`,
    sources: [{ ref: "mckelvey1995" }],
    page: "docs/reference/policies.md",
  },
  {
    id: "option-probability",
    name: "Chance of an option",
    says: "How likely the engine would choose it at that moment.",
    range: "0 to 1, shown as per cent; all options of the turn together have 1.",
    formula: "exp(V) / Σ exp(V) over all options, V their value",
    sure: "Exact for that moment of that future, given the model: a quantal response, in which better options are likelier and none is sure.",
    sources: [{ ref: "mckelvey1995" }, { ref: "mcfadden1974" }],
    page,
  },
  {
    id: "formation-chance",
    name: "Chance to be chosen now",
    says: "How likely the model's outline of a formation makes each plausible head of government, if one were formed now.",
    range: "0 to 1, shown as per cent.",
    formula: "exp(V) / Σ exp(V) over candidates, V what speaks for each",
    sure: "An outline, tried on cabinets of other countries and times; it names the true head of government in a minority of hard cases. See the page.",
    sources: [{ ref: "martin2001" }],
    page: "docs/why/formation.md",
  },
  {
    id: "trouble-months",
    name: "Months with trouble of a kind",
    says: "The part of months with a crisis of government, with violence above one and a half times its usual level, or with armed confrontation.",
    range: "0 to 1, shown as per cent; a month may have more than one kind, so the parts need not add up.",
    formula: "months with this kind of trouble / months played",
    sure: "Definitions of the engine's own, averaged over the futures that were played, with luck and uncertain inputs in the interval.",
    sources: [],
    page: "docs/why/judging.md",
  },
  {
    id: "stability",
    name: "Stability",
    says: "The part of months with no crisis of government, no violence above one and a half times its usual level, and no armed confrontation.",
    range: "0 to 1, shown as per cent; higher is calmer.",
    formula: "quiet months / months played",
    sure: "A definition of the engine's own, averaged over the futures that were played, with luck and uncertain inputs in its band.",
    sources: [],
    page: "docs/why/judging.md",
  },
];
