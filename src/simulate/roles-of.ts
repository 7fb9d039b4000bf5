import { parentOf } from "./moves/co-opt.ts";
import { speaksForState } from "./moves/sanction.ts";
import { role } from "./role.ts";
import { disposes, isState, partyOf, ruler, type Scene } from "./scene.ts";
import { FUGITIVE, flag, IN_EXILE } from "./state.ts";

/** All roles of an actor now. */
export function rolesOf(scene: Scene, actor: number): number {
  const { world, state } = scene;
  const { kind } = world.actors[actor];
  const governs = ruler(scene) === actor;
  const president = world.statePost < 0 ? -1 : state.holder[world.statePost];
  const party = partyOf(scene, actor);
  let roles = governs ? role.governs | role.names : names(scene, actor) ? role.names : 0;
  if (isState(scene, actor)) roles |= role.state;
  if (speaksForState(scene, actor)) roles |= role.speaks;
  for (const a of world.led[actor]) if (world.actors[a].kind === "armed-group") roles |= role.armed;
  if (state.status[actor] === IN_EXILE) roles |= role.exiled;
  if (state.status[actor] === FUGITIVE) roles |= role.hiding;
  if (kind === "institution" && world.front[actor] === 0) roles |= role.court;
  if (president >= 0 && world.decider[president] === actor) roles |= role.presides;
  if (party >= 0) roles |= role.seated;
  if (disposes(scene, actor, "arms") > 0) roles |= role.bears;
  for (let s = 0; s < world.stageTerritory.length; s++) {
    const t = world.stageTerritory[s];
    if (t >= 0 && state.territory[t] >= 0 && world.decider[state.territory[t]] === actor) roles |= role.gates;
  }
  if (party >= 0 && state.pledged[party] > 0) roles |= role.signed;
  if (parentOf(scene, actor) >= 0) roles |= role.splintered;
  if (state.grievance[actor] >= 0.15) roles |= role.aggrieved;
  if (state.government[actor] === 1) roles |= role.shares;
  if (state.motion >= 0) roles |= role.tabled;
  const arenas = world.arenas.length;
  for (let k = 0; k < arenas; k++) if (state.boycott[actor * arenas + k] === 1) roles |= role.absent;
  return roles | facts(scene, actor) | (governs ? role.pressed : 0);
}

/** Roles that follow from what stands between an actor and those it has to do with. */
function facts({ world, state }: Scene, actor: number): number {
  const n = world.actors.length;
  const { flags, sponsorship } = state;
  let given = 0;
  const near = world.acquainted[actor];
  let of = 0;
  let by = 0;
  for (let t = 0; t < near.length; t++) {
    of |= flags[near[t] * n + actor];
    by |= flags[actor * n + near[t]];
    given += sponsorship[near[t] * n + actor];
  }
  return (
    (given > 0 ? role.sponsored : 0) |
    ((of & flag.demand) !== 0 ? role.pressed : 0) |
    ((by & flag.campaign) !== 0 ? role.campaigns : 0)
  );
}

function names({ world }: Scene, actor: number): boolean {
  for (let p = 0; p < world.namedBy.length; p++) {
    const named = world.namedBy[p];
    if (named >= 0 && world.decider[named] === actor) return true;
  }
  return false;
}
