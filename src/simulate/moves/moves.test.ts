import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../../test/worlds/small-case.ts";
import { isEventType } from "../../events/index.ts";
import { applied } from "../apply.ts";
import { firstScene } from "../candidates.ts";
import { chronicleOf } from "../chronicle.ts";
import type { Scene } from "../scene.ts";
import { sharesOf } from "../shares.ts";
import { refresh } from "../weekly.ts";
import { worldOf } from "../world.ts";
import { worthOf } from "../worth.ts";
import { type Move, moveKinds } from "./index.ts";

function scenes(): readonly Scene[] {
  return [smallCase(), troubledCase()].map((source) => {
    const scene = firstScene(worldOf(source));
    // a state in which much is possible: everybody aggrieved, some signatures in hand
    scene.state.grievance.fill(1);
    return scene;
  });
}

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
  for (const value of state.relation) expect(Math.abs(value)).toBeLessThanOrEqual(1);
  for (const value of state.holding) expect(value).toBeGreaterThanOrEqual(0);
  for (const value of state.statusQuo) expect(value >= 0 && value <= 100).toBe(true);
  for (const value of state.grievance) expect(value >= 0 && value <= 5).toBe(true);
  for (const holder of state.holder) expect(holder >= -1 && holder < world.actors.length).toBe(true);
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

  it("can be made by somebody in one of two small worlds, or says of which state it needs more", () => {
    // what needs a state that neither world begins with: a campaign under way, enough signatures, a shut route …
    const later = new Set([
      "break-off-campaign",
      "withdraw-pledge",
      "no-confidence",
      "open-route",
      "go-into-exile",
      "return",
    ]);
    const unseen = moveKinds.filter((kind) => scenes().every((scene) => optionsIn(scene, kind).length === 0));
    expect(unseen.map((kind) => kind.id).filter((id) => !later.has(id))).toEqual([]);
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
      for (const fresh of [smallCase(), troubledCase()]) {
        const world = worldOf(fresh);
        const reference = firstScene(world);
        reference.state.grievance.fill(1);
        for (const option of optionsIn(reference, kind).slice(0, 40)) {
          for (const success of [true, false]) {
            const scene = firstScene(world);
            scene.state.grievance.fill(1);
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
              formation: () => undefined,
            });
            if (success) kind.succeed(scene, { ...option }, change);
            else kind.fail?.(scene, { ...option }, change);
            bounded(scene);
            refresh(scene, sharesOf(world, scene.inputs));
            expect(kind.tell(world, { ...option }, success)).toMatch(/^\S.*\.$/);
          }
        }
      }
    });
  }
});
