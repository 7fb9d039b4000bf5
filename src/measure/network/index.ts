export { type CaseNetworkOptions, caseNetwork } from "./case-network.ts";
export type { Certificate, Core, Walk } from "./frustration/certificate.ts";
export { type Verification, verifyCertificate } from "./frustration/verify.ts";
export { type Frustration, type FrustrationOptions, frustration } from "./frustration.ts";
export { type NetworkOptions, type SignedNetwork, signedNetwork, type Tie } from "./signed-network.ts";
export { type TriadCensus, triadCensus, triangleBalance } from "./triads.ts";
