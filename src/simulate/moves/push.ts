import { listOf, relation, type Scene } from "../scene.ts";

/**
 * Which way an actor is pushed about the head of government, −1 against him … +1 for him: by the states it
 * is close to or paid by, and by an alliance it shares with him.
 *
 * States are weighted by the actor's tie to them and by what they give it; the alliance counts like one
 * state that is close to both.
 */
export function pushOf(scene: Scene, actor: number, head: number): number {
  const { world, state } = scene;
  const n = world.actors.length;
  let sum = 0;
  let weight = 1;
  for (const k of world.acquainted[actor]) {
    if (world.actors[k].kind !== "state" || world.tieKnown[k * n + head] === 0) continue;
    const w = Math.max(0, relation(scene, actor, k)) + state.sponsorship[k * n + actor];
    sum += w * relation(scene, k, head);
    weight += w;
  }
  const list = listOf(scene, actor);
  const other = listOf(scene, head);
  if (list >= 0 && other >= 0 && list !== other && world.allianceOf[list] >= 0) {
    if (world.allianceOf[list] === world.allianceOf[other]) {
      sum += 0.5;
      weight += 0.5;
    }
  }
  return sum / weight;
}
