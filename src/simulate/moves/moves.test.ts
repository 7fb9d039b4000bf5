import { describe, expect, it } from "vitest";
import { make } from "../../../test/worlds/moving.ts";
import { smallCase, troubledCase } from "../../../test/worlds/small-case.ts";
import { stirredScene } from "../../../test/worlds/stirred.ts";
import type { Case } from "../../case/index.ts";
import { isEventType } from "../../events/index.ts";
import { firstScene } from "../candidates.ts";
import type { Scene } from "../scene.ts";
import { sharesOf } from "../shares.ts";
import { worldOf } from "../world.ts";
import { worthOf } from "../worth.ts";
import { type Move, moveKinds } from "./index.ts";

const first: readonly Scene[] = [
  aggrieved(smallCase()),
  aggrieved(troubledCase()),
  stirredScene(false),
  stirredScene(true),
];

/** The first day, in a state in which more is possible: everybody aggrieved. */
function aggrieved(source: Case): Scene {
  const scene = firstScene(worldOf(source));
  scene.state.grievance.fill(1);
  return scene;
}

/** A scene of which all that changes is its own. */
function copy(scene: Scene): Scene {
  return {
    ...scene,
    state: structuredClone(scene.state),
    power: scene.power.slice(),
    arenaShare: scene.arenaShare.slice(),
    weight: scene.weight.slice(),
    standing: scene.standing.slice(),
    fallChances: scene.fallChances.slice(),
  };
}

const scenes = (): readonly Scene[] => first.map(copy);

interface Option {
  readonly actor: number;
  readonly target: number;
  readonly object: number;
  readonly amount: number;
}

function optionsIn(scene: Scene, kind: (typeof moveKinds)[number]): readonly Option[] {
  return scene.world.movers.flatMap((actor) => {
    const found: Option[] = [];
    kind.options(scene, actor, (target, object = -1, amount = 0) =>
      found.push({ actor, target, object, amount }),
    );
    return found;
  });
}

function bounded(scene: Scene): void {
  const { state, world } = scene;
  expect(state.relation.every((value) => Math.abs(value) <= 1)).toBe(true);
  expect(state.holding.every((value) => value >= 0)).toBe(true);
  expect(state.sponsorship.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(state.statusQuo.every((value) => value >= 0 && value <= 100)).toBe(true);
  expect(state.grievance.every((value) => value >= 0 && value <= 5)).toBe(true);
  expect(state.holder.every((holder) => holder >= -1 && holder < world.actors.length)).toBe(true);
  const seats = world.resourceOf.get("seats");
  if (seats === undefined) return;
  const n = world.actors.length;
  const sum = state.holding.subarray(seats * n, (seats + 1) * n).reduce((total, value) => total + value, 0);
  expect(sum).toBe(world.seats);
}

describe("every kind of move", () => {
  it("has an id of its own, a PLOVER type, and a tone whose sign is that of the type or none", () => {
    expect(new Set(moveKinds.map((kind) => kind.id)).size).toBe(moveKinds.length);
    for (const kind of moveKinds) {
      expect(isEventType(kind.type), `${kind.id}: ${kind.type}`).toBe(true);
      expect(Math.abs(kind.tone)).toBeLessThanOrEqual(1);
      expect(kind.sources.length, kind.id).toBeGreaterThan(0);
    }
  });

  it("can be made by somebody in one of four small scenes", () => {
    const unseen = moveKinds.filter((kind) => scenes().every((scene) => optionsIn(scene, kind).length === 0));
    expect(unseen.map((kind) => kind.id)).toEqual([]);
  });

  for (const kind of moveKinds) {
    it(`${kind.id}: offers distinct options, and looking at them changes nothing`, () => {
      for (const scene of scenes()) {
        const before = structuredClone(scene.state);
        const options = optionsIn(scene, kind);
        const keys = options.map(({ actor, target, object }) => `${actor} ${target} ${object}`);
        expect(new Set(keys).size).toBe(keys.length);
        const worth = worthOf(scene, sharesOf(scene.world, scene.inputs));
        worth.renew();
        for (const option of options) {
          const move: Move = { ...option };
          expect(option.target).not.toBe(option.actor);
          const odds = kind.odds?.(scene, move) ?? 1;
          expect(odds >= 0 && odds <= 1, `${kind.id} odds ${odds}`).toBe(true);
          expect(Number.isFinite(kind.price?.(scene, move) ?? 0)).toBe(true);
          expect(Number.isFinite(kind.prospect?.(scene, move) ?? 0)).toBe(true);
          worth.of(option.actor);
          worth.begin();
          kind.succeed(scene, move, worth);
          kind.fail?.(scene, move, worth);
          expect(Number.isFinite(worth.points())).toBe(true);
        }
        expect(scene.state).toEqual(before);
      }
    });

    it(`${kind.id}: every option can be carried out, well or badly, and leaves the state within its bounds`, () => {
      for (const reference of first) {
        const { world } = reference;
        for (const option of optionsIn(reference, kind).slice(0, 20)) {
          for (const success of [true, false]) {
            const scene = copy(reference);
            make(scene, kind.id, { ...option }, success);
            bounded(scene);
            expect(kind.tell(world, { ...option }, success)).toMatch(/^\S.*\.$/);
          }
        }
      }
    });
  }
});
