export { fittedFormation } from "./fitted-formation.ts";
export {
  FORMATION_PRIOR,
  type FormationCoefficient,
  type FormationFit,
  type FormationForecast,
  type Formed,
  fitFormation,
  foretellFormation,
} from "./formation-model.ts";
export {
  MOST_PARTIES,
  type Occasion,
  type PartyFamily,
  type PastCabinet,
  type SeatedParty,
} from "./occasion.ts";
export { governmentOf, type PotentialGovernments, potentialGovernments } from "./potential-governments.ts";
export { type FormationTerm, formationTerms } from "./terms.ts";
