export { type Blocs, type BlocsOptions, blocs } from "./blocs.ts";
export { type Broker, brokers } from "./brokers.ts";
export { type CaseNetworkOptions, caseNetwork } from "./case-network.ts";
export { eigenvectorCentrality } from "./centrality/eigenvector.ts";
export { pnCentrality } from "./centrality/pn.ts";
export { statusCentrality } from "./centrality/status.ts";
export { type FriendsAndEnemies, friendsAndEnemies } from "./centrality/ties.ts";
export { directedTriadCensus, type TriadKind, triadKind } from "./directed-triads.ts";
export { type BalanceFlow, balanceFlow } from "./dynamics/flow.ts";
export {
  constrainedTriadDynamics,
  localTriadDynamics,
  randomSociety,
  type Society,
  type SocietyRun,
  type SocietyState,
  societyState,
} from "./dynamics/triads.ts";
export { type FactionStep, factionChange } from "./faction-change.ts";
export type { Certificate, Core, Walk } from "./frustration/certificate.ts";
export { type LinearSolver, linearSolver } from "./frustration/linear.ts";
export { type Claimed, type Verification, verifyCertificate } from "./frustration/verify.ts";
export { type Frustration, type FrustrationOptions, frustration } from "./frustration.ts";
export { energy, type Landscape, landscape, type Minimum, type Propensities } from "./landscape.ts";
export { type Mending, mending } from "./mending.ts";
export { networkMeasures } from "./network-measures.ts";
export { type Optima, type OptimaOptions, optimalPartitions } from "./optima.ts";
export { type RelaxedBalance, relaxedBalance } from "./relaxed-balance.ts";
export {
  type SharedStands,
  type SharedStandsOptions,
  type Stand,
  sharedStands,
} from "./shared-stands.ts";
export { type NetworkOptions, type SignedNetwork, signedNetwork, type Tie } from "./signed-network.ts";
export { networkSources } from "./sources.ts";
export { tieCosts } from "./tie-costs.ts";
export { type TriadCensus, triadCensus, triangleBalance } from "./triads.ts";
export { type WalkBalance, walkBalance } from "./walk-balance.ts";
