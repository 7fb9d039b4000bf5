import type { VotingRule } from "./switches.ts";

/** Differences in utility above this count in full under a binary vote. */
const BINARY_STEP = 1e-8;

/**
 * The vote of a weight for one option over another.
 *
 * @param weight > 0.
 * @param gain utility of the one less utility of the other.
 * @returns positive for the one, negative for the other.
 * @see Wise, Lester & Efird 2015; KTAB, `Model::vote`. Terms are multiplied in KTAB's order, for ties
 * that hang on the last bit.
 */
export function vote(rule: VotingRule, weight: number, gain: number): number {
  switch (rule) {
    case "proportional":
      return weight * gain;
    case "binary":
      return weight * binary(gain);
    case "proportional-binary":
      return weight * ((1 - 0.2) * gain + 0.2 * binary(gain));
    case "proportional-cubic":
      return weight * (0.5 * gain + 0.5 * (gain * gain * gain));
    case "cubic":
      return weight * (gain * gain * gain);
    case "asymmetric-prospect":
      return gain < 0 ? weight * gain : weight * ((2 * gain) / 3);
  }
}

function binary(gain: number): number {
  return Math.max(-1, Math.min(1, gain / BINARY_STEP));
}
