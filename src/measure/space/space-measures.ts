import type { MeasureFacts } from "../../base/index.ts";
import { spaceSources } from "./sources.ts";

const page = "docs/reference/measure.md";
const STANDS = "It takes positions, salience and power as the case gives them, at their most likely values.";

/** What a reader must know of the measures of positions. */
export const spaceMeasures: readonly MeasureFacts[] = [
  {
    id: "polarisation",
    name: "Polarisation of Esteban and Ray",
    says: "How far a body falls into few large camps that stand far apart.",
    range: "0 if all stand together; ¼ on a scale of 0 to 1 if two equal camps stand at its ends.",
    formula:
      "Σᵢ Σⱼ πᵢ^(1+α) πⱼ |yᵢ − yⱼ|, π the share of a camp, y its position, α = 1 unless told otherwise",
    sure: `Worked out exactly. ${STANDS}`,
    sources: spaceSources.polarisation,
    page,
  },
  {
    id: "disagreement",
    name: "Disagreement",
    says: "How far apart those stand who care and have power on an issue.",
    range: "0 if all agree; 50 on a scale of 0 to 100 if two equal halves stand at its ends.",
    formula: "√(Σ w (x − x̄)² / Σ w), w power × salience, x position, x̄ their weighted mean",
    sure: `Worked out exactly: a weighted standard deviation. ${STANDS}`,
    sources: [],
    page: "docs/why/bargaining.md",
  },
  {
    id: "yolk",
    name: "Yolk",
    says: "The smallest circle that meets every line with half of the votes on either side: majority rule stays near its centre.",
    range: "A centre and a radius in the units of the plane; radius 0 if a position beats all others.",
    formula: "min over points of the largest distance to a median line",
    sure: `Proven to 12 digits, or told with its lower bound. ${STANDS}`,
    sources: spaceSources.yolk,
    page,
  },
  {
    id: "winset",
    name: "Winset of veto players",
    says: "What all veto players like better than the status quo.",
    range: "An interval of the scale or an area of the plane; empty if nothing can change.",
    formula: "∩ over veto players of {y : |y − ideal| < |status quo − ideal|}",
    sure: `Worked out exactly. ${STANDS}`,
    sources: spaceSources.vetoWinset,
    page,
  },
];
