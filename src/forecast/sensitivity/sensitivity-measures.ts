import type { MeasureFacts } from "../../base/index.ts";

const page = "docs/how-to/find-what-drives-an-answer.md";

/** What a reader must know of the numbers that say which input drives an answer. */
export const sensitivityMeasures: readonly MeasureFacts[] = [
  {
    id: "tornado",
    name: "Answer at an input's ends",
    says: "What the answer would be with this input at the low or the high end of its range, all others as drawn.",
    range: "Two probabilities, 0 to 1, shown as per cent: the longer the bar, the more hangs on the input.",
    formula: "p(yes | input at its low end) and p(yes | input at its high end), on the same luck",
    sure: "Sampled. Read off futures that were played anyway it is the mean of the lowest and of the highest class of the input.",
    sources: [{ ref: "saltelli2010" }],
    page,
  },
  {
    id: "low-to-high",
    name: "Low to high",
    says: "How the answer moves when the input goes from its low to its high end, in a screening in which all others stand at either end.",
    range: "−100 to +100 per cent points.",
    formula: "mean answer at points with the input high − mean answer at points with it low",
    sure: "Estimated with the other inputs as noise; it is told only where it exceeds what the best of all inputs shows by chance in 19 of 20 cases.",
    sources: [],
    page,
  },
  {
    id: "told",
    name: "Told",
    says: "Whether the effect of the input can be told from chance.",
    range: "Yes or no. An input that is not told may still matter.",
    formula:
      "yes if it exceeds the 95 per cent point of the greatest effect of all inputs when answers are shuffled",
    sure: "Held against all inputs together, so that a thousand of them do not make one look important.",
    sources: [],
    page,
  },
  {
    id: "first-order",
    name: "First-order index",
    says: "The part of the answer's variance that would go if this input alone were known.",
    range: "0 to 1 but for sampling error; all first-order indices together have 1 at most.",
    formula: "S = var(E[answer | input]) / var(answer)",
    sure: "Sampled; by design with its standard error beside it, from given draws with what chance would show taken off.",
    sources: [
      { ref: "saltelli2010", at: "table 2 (b)" },
      { ref: "plischke2013", at: "section 3" },
    ],
    page,
  },
  {
    id: "total-index",
    name: "Total index",
    says: "The part of the answer's variance that would stay if all but this input were known: with all that it does together with others.",
    range: "0 to 1 but for sampling error; never below the first-order index but for that.",
    formula: "T = E[var(answer | all but the input)] / var(answer)",
    sure: "Sampled, by design, with its standard error beside it.",
    sources: [{ ref: "saltelli2010", at: "table 2 (f)" }],
    page,
  },
  {
    id: "luck-part",
    name: "Luck's part",
    says: "What chance alone would make of the variance of the answer between draws, with so many futures a draw.",
    range: "0 to 1, shown as per cent; near 100% the inputs hardly matter.",
    formula: "p (1 − p) / futures a draw, over the variance of the answer between draws",
    sure: "An estimate from the draws that were played.",
    sources: [],
    page,
  },
];
