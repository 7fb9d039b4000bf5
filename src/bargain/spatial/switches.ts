/** How a voter's weight turns a difference in utility into a vote. */
export type VotingRule =
  | "binary"
  | "proportional-binary"
  | "proportional"
  | "proportional-cubic"
  | "cubic"
  | "asymmetric-prospect";

/** How two coalitions' strengths turn into a probability of victory. */
export type VictoryRule = "linear" | "square" | "quartic" | "octic" | "binary";

/** How pairwise victories turn into one distribution over options (probabilistic Condorcet election). */
export type ElectionRule = "conditional" | "markov-incentive" | "markov-uniform";

/** How far an observer takes another's risk attitude for its own. */
export type RiskView = "own" | "one-third" | "half" | "two-thirds" | "theirs";

/** Range of risk attitudes: 0…1, −½…1 or −1…1; positive is risk averse. */
export type RiskRange = "averse" | "middle" | "symmetric";

/** Whether a third party shares the fate of the side it helps: never, when it loses, or always. */
export type Commitment = "none" | "semi" | "full";

/** How a bargain divides the distance: salience × probability, their squares, or a shift by the odds. */
export type Interpolation = "linear" | "squared" | "shift";

/** Whose view of a challenge makes the bargain: the challenger's, each side's own, or a weighted mean. */
export type Proposal = "challenger" | "both" | "weighted";

/**
 * The switches of the spatial model of politics. KTAB's names for them, in order: `VictoryProbModel`,
 * `PCEModel`, `StateTransitions`, `VotingRule`, `BigRAdjust`, `BigRRange`, `ThirdPartyCommit`,
 * `InterVecBrgn`, `BargnModel`.
 */
export interface SpatialSwitches {
  readonly victory: VictoryRule;
  readonly election: ElectionRule;
  /** Each actor takes the likeliest of its bargains, or draws one. */
  readonly choice: "likeliest" | "drawn";
  readonly voting: VotingRule;
  readonly riskView: RiskView;
  readonly riskRange: RiskRange;
  readonly commitment: Commitment;
  readonly interpolation: Interpolation;
  readonly proposal: Proposal;
}

/** KTAB's defaults. */
export const spatialDefaults: SpatialSwitches = {
  victory: "linear",
  election: "conditional",
  choice: "likeliest",
  voting: "proportional",
  riskView: "one-third",
  riskRange: "middle",
  commitment: "semi",
  interpolation: "squared",
  proposal: "challenger",
};
