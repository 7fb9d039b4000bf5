import type { Changes } from "./changes.ts";
import { listOf, relation, type Scene } from "./scene.ts";

/**
 * Which parties share a new government: those who decide for them, marked 1.
 *
 * The head's own list; whoever a pact owes a post in the cabinet, unless the two are enemies; then, one
 * after the other, the parties on the best terms with the head, those of the outgoing government before
 * others, until the quota is reached: a coalition that is connected by ties and no larger than it needs
 * to be, but for what pacts ask.
 *
 * @returns one mark for each actor; all 0 where there is no assembly.
 * @see Axelrod 1970 for connected coalitions, Riker 1962 for their size.
 */
export function coalitionOf(scene: Scene, head: number): Uint8Array {
  const { world, state } = scene;
  const n = world.actors.length;
  const inside = new Uint8Array(n);
  const at = (world.resourceOf.get("seats") ?? -1) * n;
  if (at < 0 || world.quota === 0) return inside;
  const seatsOf = new Float64Array(n);
  for (let a = 0; a < n; a++) seatsOf[world.decider[a]] += state.holding[at + a];
  let seats = 0;
  const take = (i: number): void => {
    if (inside[i] === 1) return;
    inside[i] = 1;
    seats += seatsOf[i];
  };
  const terms = (i: number): number => relation(scene, head, i) + relation(scene, i, head);
  take(head);
  const list = listOf(scene, head);
  for (const i of world.movers) if (list >= 0 && seatsOf[i] > 0 && listOf(scene, i) === list) take(i);
  for (let p = 0; p < world.posts.length; p++) {
    const owed = world.entitled[p] < 0 ? -1 : world.decider[world.entitled[p]];
    if (owed < 0 || world.posts[p].arena !== world.posts[world.headPost].arena) continue;
    if (seatsOf[owed] > 0 && state.status[owed] === 0 && terms(owed) > -1) take(owed);
  }
  while (seats < world.quota) {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const i of world.movers) {
      if (inside[i] === 1 || seatsOf[i] <= 0 || state.status[i] > 2) continue;
      const score = terms(i) + (state.government[i] === 1 ? 0.4 : 0);
      if (score > most) {
        most = score;
        best = i;
      }
    }
    if (best < 0) break;
    take(best);
  }
  return inside;
}

/** A new government takes office: its parties share it, and those left out give up their posts in the cabinet. */
export function takeOffice(scene: Scene, head: number, change: Changes): void {
  const { world, state } = scene;
  const inside = coalitionOf(scene, head);
  if (inside[head] === 0) return;
  const n = world.actors.length;
  const at = (world.resourceOf.get("seats") ?? -1) * n;
  for (const i of world.movers) {
    const seated = world.led[i].some((a) => state.holding[at + a] > 0);
    if (!seated && i !== head) continue;
    for (const a of world.led[i])
      if ((state.government[a] === 1) !== (inside[i] === 1)) change.government(a, inside[i] === 1);
    if (inside[i] === 1) continue;
    for (let p = 0; p < state.holder.length; p++) {
      const holder = state.holder[p];
      if (holder < 0 || p === world.headPost || world.decider[holder] !== i) continue;
      if (world.posts[p].arena === world.posts[world.headPost].arena) change.holder(p, -1, false);
    }
  }
}
