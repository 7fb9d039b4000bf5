export { type Broker, brokers } from "./brokers.ts";
export { type CaseNetworkOptions, caseNetwork } from "./case-network.ts";
export type { Certificate, Core, Walk } from "./frustration/certificate.ts";
export { type Verification, verifyCertificate } from "./frustration/verify.ts";
export { type Frustration, type FrustrationOptions, frustration } from "./frustration.ts";
export { type Mending, mending } from "./mending.ts";
export { type NetworkOptions, type SignedNetwork, signedNetwork, type Tie } from "./signed-network.ts";
export { tieCosts } from "./tie-costs.ts";
export { type TriadCensus, triadCensus, triangleBalance } from "./triads.ts";
