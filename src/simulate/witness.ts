import type { Changes } from "./changes.ts";
import { relation, type Scene } from "./scene.ts";

/**
 * What third parties make of an act in public, beyond taking sides.
 *
 * Whoever holds a view of where the maker stands takes the act for a sign: friendly to somebody who stands
 * for something, the maker is seen nearer to it, and hostile, further off. A view that comes nearer to
 * one's own ideal warms the tie, for good, by half of what an open change of position would.
 *
 * Between fronts an act counts twice: whoever is hit (or helped) from the other front also cools (or warms)
 * to the maker's friends on its own front, and they pay (or gain) at home for the friend abroad.
 *
 * @see Jervis 1976 for signals and images; Marvel et al. 2011 for balance.
 */
export function witness(scene: Scene, change: Changes, actor: number, target: number, tone: number): void {
  if (tone === 0 || actor === target) return;
  perceive(scene, change, actor, target, tone);
  if (scene.world.front[actor] !== scene.world.front[target]) couple(scene, change, actor, target, tone);
}

function perceive(scene: Scene, change: Changes, actor: number, target: number, tone: number): void {
  const { world, state, inputs } = scene;
  const views = world.viewsOf[actor];
  if (views.length === 0) return;
  const n = world.actors.length;
  const m = world.issues.length;
  const rate = inputs.parameters["perception.learning"] * tone;
  for (const v of views) {
    const { by, issue } = world.views[v];
    const stands = inputs.salience[target * m + issue];
    const seer = world.decider[by];
    if (stands === 0 || seer === actor || seer === target) continue;
    const before = state.perceived[v];
    const moved = before + rate * stands * (state.position[target * m + issue] - before);
    const after = Math.max(0, Math.min(100, moved));
    state.perceived[v] = after;
    const salience = Math.max(inputs.salience[seer * m + issue], inputs.salience[by * m + issue]);
    const ideal =
      inputs.salience[seer * m + issue] > 0 ? inputs.ideal[seer * m + issue] : inputs.ideal[by * m + issue];
    const shift = (0.25 * salience * (Math.abs(before - ideal) - Math.abs(after - ideal))) / 100;
    if (shift === 0) continue;
    change.relation(seer, actor, shift);
    const k = seer * n + actor;
    inputs.tie[k] = Math.max(-1, Math.min(1, inputs.tie[k] + shift));
  }
}

function couple(scene: Scene, change: Changes, actor: number, target: number, tone: number): void {
  const { world, inputs } = scene;
  const amount = inputs.parameters["front.coupling"] * tone;
  if (amount === 0) return;
  for (const k of world.acquainted[target]) {
    if (k === actor || world.front[k] !== world.front[target]) continue;
    const friend = relation(scene, k, actor);
    if (friend > 0.2) change.relation(target, k, amount * friend);
  }
}
