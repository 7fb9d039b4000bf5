import { accuse } from "./accuse.ts";
import { appoint } from "./appoint.ts";
import { arrestWarrant } from "./arrest-warrant.ts";
import { assassinate } from "./assassinate.ts";
import { attack } from "./attack.ts";
import { barReunion } from "./bar-reunion.ts";
import { boycott } from "./boycott.ts";
import { breakOffCampaign } from "./break-off-campaign.ts";
import { breakPact } from "./break-pact.ts";
import { callElection } from "./call-election.ts";
import { campaign } from "./campaign.ts";
import { coOpt } from "./co-opt.ts";
import { collectPledges } from "./collect-pledges.ts";
import { concede } from "./concede.ts";
import { consult } from "./consult.ts";
import { convict } from "./convict.ts";
import { defect } from "./defect.ts";
import { demand } from "./demand.ts";
import { detain } from "./detain.ts";
import { disarm } from "./disarm.ts";
import { dismiss } from "./dismiss.ts";
import { endBoycott } from "./end-boycott.ts";
import { evadeSanction } from "./evade-sanction.ts";
import { fundClient } from "./fund-client.ts";
import { goIntoExile } from "./go-into-exile.ts";
import { grantBasing } from "./grant-basing.ts";
import { hostOffice } from "./host-office.ts";
import { join } from "./join.ts";
import { leaveGovernment } from "./leave-government.ts";
import { legislate } from "./legislate.ts";
import { makePact } from "./make-pact.ts";
import { mediate } from "./mediate.ts";
import { merge } from "./merge.ts";
import type { MoveKind } from "./move-kind.ts";
import { noConfidence } from "./no-confidence.ts";
import { openMarket } from "./open-market.ts";
import { openRoute } from "./open-route.ts";
import { pledge } from "./pledge.ts";
import { praise } from "./praise.ts";
import { protest } from "./protest.ts";
import { rearm } from "./rearm.ts";
import { refuse } from "./refuse.ts";
import { refuseBasing } from "./refuse-basing.ts";
import { replaceAbsent } from "./replace-absent.ts";
import { returnHome } from "./return-home.ts";
import { sanction } from "./sanction.ts";
import { seizeTerritory } from "./seize-territory.ts";
import { shutRoute } from "./shut-route.ts";
import { split } from "./split.ts";
import { strikeSignatures } from "./strike-signatures.ts";
import { switchSponsor } from "./switch-sponsor.ts";
import { tableMotion } from "./table-motion.ts";
import { withdrawForces } from "./withdraw-forces.ts";
import { withdrawPledge } from "./withdraw-pledge.ts";
import { withholdAppointment } from "./withhold-appointment.ts";

/** Every kind of move, in one order: the order is part of what a seed means. */
export const moveKinds: readonly MoveKind[] = [
  consult,
  praise,
  accuse,
  demand,
  refuse,
  concede,
  makePact,
  breakPact,
  appoint,
  withholdAppointment,
  dismiss,
  coOpt,
  split,
  join,
  merge,
  barReunion,
  disarm,
  campaign,
  breakOffCampaign,
  arrestWarrant,
  convict,
  goIntoExile,
  returnHome,
  boycott,
  endBoycott,
  pledge,
  withdrawPledge,
  noConfidence,
  callElection,
  legislate,
  protest,
  attack,
  seizeTerritory,
  sanction,
  openMarket,
  fundClient,
  shutRoute,
  openRoute,
  mediate,
  defect,
  leaveGovernment,
  replaceAbsent,
  rearm,
  detain,
  assassinate,
  evadeSanction,
  grantBasing,
  refuseBasing,
  withdrawForces,
  switchSponsor,
  hostOffice,
  tableMotion,
  strikeSignatures,
  collectPledges,
];

export { type Move, type MoveKind, nameOf } from "./move-kind.ts";
