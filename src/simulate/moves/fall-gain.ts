import { formationChances } from "../formation.ts";
import { relation, ruler, type Scene } from "../scene.ts";

/**
 * What the fall of the head of government is worth to an actor, in points: the head's post would go
 * to whoever the formation may bring, judged by kinship and ties, and an enemy would be out of it.
 */
export function fallGain(scene: Scene, actor: number): number {
  const { world, inputs } = scene;
  const head = ruler(scene);
  if (head < 0 || world.headPost < 0) return 0;
  const chances = chancesAfter(scene, head);
  const worth = 100 * postShare(scene, world.headPost);
  const own = inputs.aims[actor * 6];
  const group = inputs.aims[actor * 6 + 1];
  const n = world.actors.length;
  let expected = chances[actor] * own;
  for (const j of world.movers) {
    expected += chances[j] * (group * world.kinship[actor * n + j] + 0.3 * relation(scene, actor, j));
  }
  const now =
    (head === actor ? own : 0) + group * world.kinship[actor * n + head] + 0.3 * relation(scene, actor, head);
  return worth * (expected - now);
}

/** More points than this the fall of the head of government is not worth to an actor now. */
export function mostFallGain(scene: Scene, actor: number): number {
  const { world, inputs } = scene;
  const head = ruler(scene);
  if (head < 0 || world.headPost < 0) return 0;
  const n = world.actors.length;
  const own = inputs.aims[actor * 6];
  const group = inputs.aims[actor * 6 + 1];
  if (own < 0 || group < 0) return Number.POSITIVE_INFINITY;
  let best = 0;
  for (const j of world.movers)
    best = Math.max(
      best,
      (j === actor ? own : 0) + group * world.kinship[actor * n + j] + 0.3 * relation(scene, actor, j),
    );
  const now =
    (head === actor ? own : 0) + group * world.kinship[actor * n + head] + 0.3 * relation(scene, actor, head);
  return Math.max(0, 100 * postShare(scene, world.headPost) * (best - now));
}

/** Chances to follow a head of government who falls now; worked out once in a turn, while nothing changes. */
function chancesAfter(scene: Scene, head: number): Float64Array {
  if (scene.turn === 0 || scene.fallTurn !== scene.turn) {
    formationChances(scene, head, scene.fallChances);
    scene.fallTurn = scene.turn;
  }
  return scene.fallChances;
}

/** A post's part in overall power, 0…1. */
function postShare(scene: Scene, post: number): number {
  const { world, inputs } = scene;
  const arena = world.postArena[post];
  if (arena < 0) return 0;
  let total = 0;
  for (let p = 0; p < world.posts.length; p++) {
    if (world.postArena[p] === arena) total += inputs.postValue[p];
  }
  return total > 0 ? (inputs.arenaWeight[arena] * inputs.postValue[post]) / total : 0;
}
