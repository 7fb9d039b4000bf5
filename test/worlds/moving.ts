import type { Case } from "../../src/case/index.ts";
import { applied } from "../../src/simulate/apply.ts";
import { chronicleOf } from "../../src/simulate/chronicle.ts";
import {
  firstScene,
  type Move,
  type MoveKind,
  moveKinds,
  type Scene,
  sharesOf,
  worldOf,
} from "../../src/simulate/index.ts";
import { refresh } from "../../src/simulate/weekly.ts";

/** The first day of a case. */
export const dayOne = (source: Case): Scene => firstScene(worldOf(source));

/** A kind of move by its id. */
export function kind(id: string): MoveKind {
  const found = moveKinds.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no move ${id}`);
  return found;
}

/** The options of one kind that an actor has. */
export function options(scene: Scene, id: string, by: string): readonly Move[] {
  const actor = at(scene, by);
  const found: Move[] = [];
  kind(id).options(scene, actor, (target, object = -1, amount = 0) =>
    found.push({ actor, target, object, amount }),
  );
  return found;
}

/** The option of one kind that an actor has toward another, if any. */
export function toward(scene: Scene, id: string, by: string, target: string): Move | undefined {
  return options(scene, id, by).find((move) => move.target === at(scene, target));
}

/** Who fell, and how often, in moves carried out on a scene. */
export interface Carried {
  falls: number;
}

/** Carries a move out, well or badly, and works out the shares anew. */
export function make(scene: Scene, id: string, move: Move | undefined, success = true): Carried {
  if (move === undefined) throw new Error(`${id} is not open`);
  const { world } = scene;
  const carried: Carried = { falls: 0 };
  const chronicle = chronicleOf({
    months: 1,
    actors: world.actors.length,
    arenas: world.arenas.length,
    issues: world.issues.length,
    routes: world.routes.length,
    outside: 0,
  });
  const change = applied(world, scene.state, chronicle, {
    election: () => undefined,
    formation: () => {
      carried.falls += 1;
    },
  });
  if (success) kind(id).succeed(scene, move, change);
  else kind(id).fail?.(scene, move, change);
  refresh(scene, sharesOf(world, scene.inputs));
  return carried;
}

/** The index of an actor. */
export const at = (scene: Scene, id: string): number => scene.world.actorIndex.get(id) as number;

/** What an actor holds of the first resource of a kind. */
export function held(scene: Scene, id: string, resource: string): number {
  const r = scene.world.resourceOf.get(resource) as number;
  return scene.state.holding[r * scene.world.actors.length + at(scene, id)];
}

/** The tie of one actor to another now. */
export const tie = (scene: Scene, from: string, to: string): number =>
  scene.state.relation[at(scene, from) * scene.world.actors.length + at(scene, to)];

/** The case with ties set, one way. */
export function tied(source: Case, ...ties: readonly (readonly [string, string, number])[]): Case {
  const others = source.relations.filter(
    (relation) => !ties.some(([from, to]) => relation.from === from && relation.to === to),
  );
  return { ...source, relations: [...others, ...ties.map(([from, to, value]) => ({ from, to, value }))] };
}
