import { exp, log } from "../base/index.ts";
import { disposes, listOf, relation, type Scene } from "./scene.ts";

/**
 * The chance of each decider to become head of government if one were formed now.
 *
 * A multinomial logit over the leaders of parties in the assembly: the log of the seats of the
 * candidate's list and alliance, the seat-weighted tie of all members to the candidate, incumbency.
 * It is an outline of formation, not a model of bargaining between parties.
 *
 * @param excluded a decider who may not be chosen, or −1.
 * @returns probabilities over actors, summing to 1, or all 0 where nobody can be chosen.
 * @see Martin & Stevenson 2001 for the choice among potential governments.
 */
export function formationChances(scene: Scene, excluded: number, out: Float64Array): Float64Array {
  const { world, state, inputs } = scene;
  out.fill(0);
  const n = world.actors.length;
  const seatsAt = (world.resourceOf.get("seats") ?? -1) * n;
  if (seatsAt < 0) return out;
  const backing = listSeats(scene);
  const parties: number[] = [];
  let total = 0;
  for (let a = 0; a < n; a++) {
    total += state.holding[seatsAt + a];
    if (state.holding[seatsAt + a] > 0) parties.push(a);
  }
  if (total <= 0) return out;
  const incumbent =
    world.headPost < 0 || state.holder[world.headPost] < 0 ? -1 : world.decider[state.holder[world.headPost]];
  let sum = 0;
  for (const i of world.movers) {
    if (i === excluded || state.departed[i] === 1 || state.status[i] !== 0) continue;
    const own = disposes(scene, i, "seats");
    if (own <= 0) continue;
    let goodwill = 0;
    for (let p = 0; p < parties.length; p++) {
      const decider = world.decider[parties[p]];
      const weight = state.holding[seatsAt + parties[p]] / total;
      goodwill += weight * (decider === i ? 1 : relation(scene, decider, i));
    }
    const size = (own + backing[i]) / total;
    const value =
      inputs.parameters["formation.size"] * log(Math.max(size, 1e-4)) +
      inputs.parameters["formation.ties"] * goodwill * 2 +
      (i === incumbent ? inputs.parameters["formation.incumbent"] : 0);
    out[i] = exp(value);
    sum += out[i];
  }
  if (sum > 0) for (const i of world.movers) out[i] /= sum;
  return out;
}

/** Room that is used again: chances are asked for many times in a run, and what was in it is not needed by then. */
let room = { result: new Float64Array(0), ofList: new Float64Array(0), ofAlliance: new Float64Array(0) };

function roomFor(actors: number, lists: number): typeof room {
  if (room.result.length !== actors || room.ofList.length !== lists) {
    room = {
      result: new Float64Array(actors),
      ofList: new Float64Array(lists),
      ofAlliance: new Float64Array(lists),
    };
  }
  room.result.fill(0);
  room.ofList.fill(0);
  room.ofAlliance.fill(0);
  return room;
}

/** Half of the seats of the rest of each decider's list and alliance: what it may hope to bring. */
function listSeats(scene: Scene): Float64Array {
  const { world, state } = scene;
  const n = world.actors.length;
  const seatsAt = (world.resourceOf.get("seats") ?? -1) * n;
  const lists = world.blocs.length;
  const { result, ofList, ofAlliance } = roomFor(n, lists);
  for (let a = 0; a < n; a++) {
    const list = state.list[a];
    if (list < 0) continue;
    ofList[list] += state.holding[seatsAt + a];
    if (world.allianceOf[list] >= 0) ofAlliance[world.allianceOf[list]] += state.holding[seatsAt + a];
  }
  for (const i of world.movers) {
    const list = listOf(scene, i);
    if (list < 0) continue;
    const alliance = world.allianceOf[list];
    result[i] = 0.5 * ((alliance < 0 ? ofList[list] : ofAlliance[alliance]) - disposes(scene, i, "seats"));
  }
  return result;
}
