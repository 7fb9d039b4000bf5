import type { MeasureFacts } from "../base/index.ts";

const page = "docs/why/judging.md";
const MODEL =
  "It is the answer of this model on these inputs. Doubt about the model itself is in none of the figures beside it.";

/** What a reader must know of the numbers that answer a question. */
export const answerMeasures: readonly MeasureFacts[] = [
  {
    id: "probability",
    name: "Probability",
    says: "In how many of the futures that were played the question's rule is answered with yes.",
    range: "0 to 1, shown as per cent.",
    formula: "futures that answer yes / futures",
    sure: `Sampled. Beside it stand the error of playing finitely many futures, and the spread from uncertain inputs. ${MODEL}`,
    sources: [],
    page,
  },
  {
    id: "sampling-error",
    name: "± error of sampling",
    says: "How far the number may be off because some futures were played and not infinitely many. More futures make it smaller.",
    range:
      "0 or more, in per cent points of the probability: one standard error, so that two of them hold 95 of 100 cases.",
    formula: "sd(p_d) / √D, p_d the part of yes in draw d of D draws of the inputs",
    sure: "Futures that share a draw of the inputs count as one cluster. With fewer than two draws it is that of a coin.",
    sources: [],
    page,
  },
  {
    id: "input-spread",
    name: "Spread from inputs",
    says: "How far the probability would move with other values within the ranges that the case gives. More futures do not make it smaller; better knowledge does.",
    range: "0 or more, in per cent points of the probability: one standard deviation.",
    formula: "√(var(p_d) − p (1 − p) / 50), p_d the part of yes in draw d; 0 where chance explains it all",
    sure: "An estimate from the draws; printed as 0 where there are fewer than two.",
    sources: [],
    page,
  },
  {
    id: "median",
    name: "Median of the futures",
    says: "Half of the futures lie below it, half above.",
    range: "In the unit of what is shown.",
    formula: "the 50 per cent point of the futures",
    sure: `Sampled from the futures that were played. ${MODEL}`,
    sources: [],
    page,
  },
  {
    id: "band80",
    name: "80% band",
    says: "Between these ends lie four futures of five; one of ten lies below, one above.",
    range: "In the unit of what is shown.",
    formula: "the 10 and 90 per cent points of the futures",
    sure: `Sampled, with luck and uncertain inputs both in it. ${MODEL}`,
    sources: [],
    page,
  },
  {
    id: "paired-difference",
    name: "Paired difference",
    says: "What a change does: the number with it less the number without, over pairs of futures with the same luck and the same inputs.",
    range: "In per cent points, or in the unit of what is compared; 0 is no effect.",
    formula: "mean over pairs of (with − without); interval ± t sd / √draws over draws of the inputs",
    sure: "95% confidence interval by Student's t over the draws, so it holds luck and ranges. An interval that reaches over 0 shows no detectable effect, which is not proof of none.",
    sources: [],
    page,
  },
  {
    id: "parted-futures",
    name: "Futures that part ways",
    says: "In how many pairs the change made anything go otherwise at all.",
    range: "0 to 1, shown as per cent.",
    formula: "pairs whose histories differ / pairs",
    sure: "Counted over the pairs that were played, which share their luck number by number.",
    sources: [],
    page,
  },
  {
    id: "silhouette",
    name: "Mean silhouette",
    says: "How clearly the kinds of future lie apart.",
    range: "−1 to 1; near 0 they flow into each other.",
    formula:
      "mean of (b − a) / max(a, b), a the distance to the typical future of its kind, b to that of the nearest other",
    sure: "The simplified silhouette, of the futures that were sorted into kinds: near 0 the division is a convenience.",
    sources: [],
    page: "docs/why/play.md",
  },
];
