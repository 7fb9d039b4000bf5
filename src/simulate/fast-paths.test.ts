// What a play keeps or leaves out for speed gives what the plain way gives: each fast path beside its slow twin.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import { exp } from "../base/index.ts";
import { firstScene } from "./candidates.ts";
import { fillOdds } from "./decide.ts";
import { formationChances } from "./formation.ts";
import { type Move, moveKinds } from "./moves/index.ts";
import { optionLister, optionTable } from "./options.ts";
import { resourceIndex } from "./resource-index.ts";
import { sameShape } from "./same-shape.ts";
import { disposes, listOf, relation } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { type Tally, tallyAgainst } from "./voting.ts";
import { worldOf } from "./world.ts";
import { worthOf } from "./worth.ts";

const scenes = () => [smallCase(), troubledCase()].map((source) => firstScene(worldOf(source)));

describe("fast paths of a play", () => {
  it("keep every field of a record that is given all fields of the others", () => {
    const records: readonly { readonly a?: number; readonly b?: string }[] = [{ a: 1 }, { b: "x" }, {}];
    const same = sameShape(records);
    expect(same).toEqual(records);
    expect(same.map((record) => Object.keys(record))).toEqual([
      ["a", "b"],
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("find the first resource of each kind, known by heart or not", () => {
    for (const { resources } of [smallCase(), troubledCase()]) {
      const index = resourceIndex(resources);
      for (const { kind } of resources)
        expect(index.get(kind)).toBe(resources.findIndex((resource) => resource.kind === kind));
      expect(index.get("nothing of the kind")).toBeUndefined();
    }
  });

  it("list for one actor after another what a list made for it alone holds", () => {
    for (const scene of scenes()) {
      const table = optionTable(4); // it has to grow
      const list = optionLister(scene, moveKinds, table);
      for (const actor of [...scene.world.movers, ...scene.world.movers]) {
        list.all(actor, []);
        const slow: number[][] = [];
        moveKinds.forEach((kind, k) => {
          kind.options(scene, actor, (target, object = -1, amount = 0) => {
            if (target !== actor) slow.push([k, target, object, amount]);
          });
        });
        const fast = Array.from({ length: table.count }, (_, o) => [
          table.kind[o],
          table.target[o],
          table.object[o],
          table.amount[o],
        ]);
        expect(fast).toEqual(slow);
      }
    }
  });

  it("weigh a list or seats that change hands by the shares before and after, measured anew", () => {
    for (const scene of scenes()) {
      const { world, state, inputs } = scene;
      const n = world.actors.length;
      const worth = worthOf(scene, sharesOf(world, inputs));
      worth.renew();
      const shareOf = (): Float64Array => {
        const out = new Float64Array(n);
        sharesOf(world, inputs).of(state, world.assembly, out);
        return out;
      };
      const parties = Array.from(state.list.keys()).filter((a) => state.list[a] >= 0);
      for (const me of world.movers) {
        worth.of(me);
        for (const party of parties) {
          worth.begin();
          worth.list(party, -1);
          const before = shareOf();
          const old = state.list[party];
          state.list[party] = -1;
          const after = shareOf();
          state.list[party] = old;
          let gain = 0;
          for (let a = 0; a < n; a++) {
            const interest =
              inputs.aims[me * 6 + 1] * world.kinship[me * n + a] +
              (world.decider[a] === me ? inputs.aims[me * 6] : 0);
            gain += interest * (after[a] - before[a]);
          }
          expect(worth.points()).toBeCloseTo(100 * inputs.arenaWeight[world.assembly] * gain, 10);
        }
      }
    }
  });

  it("count votes against somebody as the definition does, asked once or many times", () => {
    for (const scene of scenes()) {
      const { world, state, inputs } = scene;
      const n = world.actors.length;
      const seats = world.resourceOf.get("seats") as number;
      const fast: Tally = { expected: 0, variance: 0 };
      for (const target of [...world.movers, ...world.movers]) {
        let expected = 0;
        for (let a = 0; a < n; a++) {
          const members = state.holding[seats * n + a];
          if (members <= 0) continue;
          const decider = world.decider[a];
          const signed = Math.min(members, state.pledged[a]);
          const leaning = -relation(scene, decider, target);
          const line = decider === target ? 0 : 1 / (1 + exp(-6 * (leaning - 0.15)));
          const camp = world.camp[a];
          const list = state.list[a];
          const discipline =
            camp >= 0
              ? inputs.discipline[camp]
              : list < 0
                ? inputs.parameters.discipline
                : inputs.discipline[list];
          const present = state.boycott[a * world.arenas.length + world.assembly] === 1 ? 0.5 : 1;
          expected += signed * (1 - inputs.parameters["confidence.abstain"]);
          expected += (members - signed) * present * (line * discipline + (1 - discipline) * (1 - line));
        }
        tallyAgainst(scene, target, fast);
        expect(fast.expected).toBeCloseTo(expected, 9);
      }
    }
  });

  it("give chances in a formation to those alone who have seats, and they add up to 1", () => {
    for (const scene of scenes()) {
      const chances = formationChances(scene, -1, new Float64Array(scene.world.actors.length));
      let sum = 0;
      chances.forEach((chance, a) => {
        sum += chance;
        if (chance > 0) expect(disposes(scene, a, "seats")).toBeGreaterThan(0);
        if (chance > 0) expect(listOf(scene, a)).toBeGreaterThanOrEqual(-1);
      });
      expect(sum).toBeCloseTo(1, 12);
    }
  });

  it("take odds by their values alone", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1 }), (values) => {
        const table = optionTable(values.length);
        table.count = values.length;
        table.value.set(values);
        const sum = fillOdds(table);
        const most = Math.max(...values);
        values.forEach((value, o) => {
          expect(table.odds[o] / sum).toBeCloseTo(
            Math.exp(value - most) / values.reduce((all, each) => all + Math.exp(each - most), 0),
            12,
          );
        });
      }),
    );
  });

  it("leave no trace of what was weighed and not done", () => {
    for (const scene of scenes()) {
      const before = structuredClone(scene.state);
      const worth = worthOf(scene, sharesOf(scene.world, scene.inputs));
      worth.renew();
      for (const actor of scene.world.movers) {
        worth.of(actor);
        moveKinds.forEach((kind) => {
          kind.options(scene, actor, (target, object = -1, amount = 0) => {
            const move: Move = { actor, target, object, amount };
            worth.begin();
            kind.succeed(scene, move, worth);
          });
        });
      }
      expect(scene.state).toEqual(before);
    }
  });
});
