// A draw that weighs only what it comes upon gives what a draw from all options gives.
import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import { stirredScene } from "../../test/worlds/stirred.ts";
import { exp, placed } from "../base/index.ts";
import { firstScene } from "./candidates.ts";
import { fillOdds, valueOptions, weighingOf } from "./decide.ts";
import { type Move, moveKinds } from "./moves/index.ts";
import { optionLister, optionTable } from "./options.ts";
import { playerOf } from "./play.ts";
import { policies } from "./policies/index.ts";
import { reachOf } from "./reach.ts";
import { role } from "./role.ts";
import { rolesOf } from "./roles-of.ts";
import { ruler, type Scene } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { thinningOf } from "./thinning.ts";
import { refresh } from "./weekly.ts";
import { worldOf } from "./world.ts";
import { worthOf } from "./worth.ts";

const [strategic] = policies;

/** Worlds as they stand in the midst of futures, with the inputs at their modes: many ties, holders, grievances. */
function midst(): readonly Scene[] {
  const found: Scene[] = [stirredScene(false), stirredScene(true)];
  for (const source of [smallCase(), troubledCase()]) {
    const world = worldOf(source);
    const { inputs } = firstScene(world);
    const player = playerOf(world, { inputs, seed: "midst", policy: strategic });
    for (let run = 0; run < 6; run++) {
      let decisions = 0;
      player.play(run, {
        watch: (_decision, state) => {
          if (decisions++ % 15 !== 4) return;
          const scene: Scene = { ...firstScene(world), state: structuredClone(state) };
          refresh(scene, sharesOf(world, inputs));
          found.push(scene);
        },
      });
    }
  }
  return found;
}

const scenes = midst();

/** Each option of each mover with what it is worth apart from how the target takes it. */
function eachOption(
  scene: Scene,
  see: (actor: number, kind: number, points: number, target: number, move: Move) => void,
): void {
  const { world, inputs } = scene;
  const worth = worthOf(scene, sharesOf(world, inputs));
  worth.renew();
  const table = optionTable();
  const list = optionLister(scene, moveKinds, table);
  const weighing = weighingOf(scene, moveKinds, worth, table);
  for (const actor of world.movers) {
    if (scene.state.status[actor] > 2) continue;
    list.all(actor, []);
    valueOptions(weighing, actor, strategic);
    for (let o = 0; o < table.count; o++) {
      const target = table.target[o] < 0 ? -1 : world.decider[table.target[o]];
      const answer =
        target < 0
          ? 0
          : inputs.parameters["relation.reply"] * scene.weight[target] +
            inputs.parameters["relation.bystander"] * scene.standing[target];
      const taken = 50 * inputs.aims[actor * 6 + 4] * moveKinds[table.kind[o]].tone * answer;
      const move = { actor, target: table.target[o], object: table.object[o], amount: table.amount[o] };
      see(actor, table.kind[o], table.gain[o] - taken - table.price[o], target, move);
    }
  }
}

describe("kinds of move", () => {
  it("never offer an option that is worth more than their bound, nor to anybody without their role", () => {
    const seen = new Set<number>();
    for (const scene of scenes) {
      eachOption(scene, (actor, k, points) => {
        const kind = moveKinds[k];
        const needed = kind.by ?? 0;
        expect(rolesOf(scene, actor) & needed, kind.id).toBe(needed);
        const reach = reachOf(scene.world, scene.inputs, actor, ruler(scene) === actor);
        const most = reach === undefined ? undefined : kind.most?.(reach);
        if (most === undefined) return;
        seen.add(k);
        expect(points, kind.id).toBeLessThanOrEqual(most + 1e-9);
      });
    }
    // most of the kinds that say a bound were met
    const bounded = moveKinds.flatMap((kind, k) => (kind.most === undefined ? [] : [k]));
    expect(bounded.filter((k) => seen.has(k)).length).toBeGreaterThan(0.8 * bounded.length);
  });

  it("never offer an option that is worth more than they cap it at as things stand", () => {
    const seen = new Set<number>();
    for (const scene of scenes) {
      eachOption(scene, (actor, k, points, _target, move) => {
        const { cap } = moveKinds[k];
        if (cap === undefined) return;
        seen.add(k);
        expect(points, moveKinds[k].id).toBeLessThanOrEqual(cap(scene, { ...move, actor }) + 1e-9);
      });
    }
    expect(seen.size).toBe(moveKinds.filter(({ cap }) => cap !== undefined).length);
  });

  it("say no bound where an actor would rather lose than win", () => {
    const [scene] = scenes;
    const inputs = { ...scene.inputs, aims: scene.inputs.aims.map(() => -1) };
    expect(reachOf(scene.world, inputs, scene.world.movers[0], false)).toBeUndefined();
  });

  it("know who governs", () => {
    for (const scene of scenes) {
      for (const actor of scene.world.movers)
        expect((rolesOf(scene, actor) & role.governs) !== 0).toBe(ruler(scene) === actor);
    }
  });
});

describe("a thinned draw", () => {
  it("takes each option as often as its odds among all options say", () => {
    const stream = placed("thinned");
    const luck = { ...stream, source: stream };
    const draws = 8_000;
    let checked = 0;
    for (const scene of scenes.slice(0, 4)) {
      const { world, inputs, state } = scene;
      const worth = worthOf(scene, sharesOf(world, inputs));
      worth.renew();
      const table = optionTable();
      const list = optionLister(scene, moveKinds, table);
      const weighing = weighingOf(scene, moveKinds, worth, table);
      // habits of some size, so that targets differ
      weighing.habits.choice.forEach((_, j) => {
        weighing.habits.choice[j] = 0.3 * ((j * 7) % 5) - 0.4;
        weighing.habits.hostile[j] = 0.5 * ((j * 3) % 4) - 0.7;
      });
      const thinning = thinningOf(weighing, list);
      thinning.renew();
      for (const actor of world.movers.slice(0, 3)) {
        if (state.status[actor] > 2) continue;
        const counts = new Map<string, number>();
        const name = (o: number): string => `${table.kind[o]} ${table.target[o]} ${table.object[o]}`;
        for (let d = 0; d < draws; d++) {
          luck.at(d, actor, 0, 2);
          const o = thinning.draw(actor, strategic, [], luck);
          counts.set(name(o), (counts.get(name(o)) ?? 0) + 1);
        }
        list.all(actor, []);
        valueOptions(weighing, actor, strategic);
        const sum = fillOdds(table);
        for (let o = 0; o < table.count; o++) {
          const p = table.odds[o] / sum;
          // five standard errors, and room for the rare
          const error = 5 * Math.sqrt((p * (1 - p)) / draws) + 3 / draws;
          expect(Math.abs((counts.get(name(o)) ?? 0) / draws - p), moveKinds[table.kind[o]].id).toBeLessThan(
            error,
          );
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it("draws nothing for an actor who may do nothing, and leaves odds beyond numbers to a draw from all", () => {
    const scene = stirredScene(false);
    const worth = worthOf(scene, sharesOf(scene.world, scene.inputs));
    worth.renew();
    const table = optionTable();
    const list = optionLister(scene, moveKinds, table);
    const weighing = weighingOf(scene, moveKinds, worth, table);
    const stream = placed("nothing");
    const luck = { ...stream, source: stream };
    const actor = scene.world.movers[0];
    const forbidden = moveKinds.map((_, kind) => ({
      kind,
      actor: -1,
      target: -1,
      object: -1,
      from: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
    }));
    const thinning = thinningOf(weighing, list);
    thinning.renew();
    luck.at(0, 0, 0, 2);
    expect(thinning.draw(actor, strategic, forbidden, luck)).toBeLessThan(0);
    expect(table.count).toBe(0);
    weighing.habits.choice.fill(2000);
    expect(exp(2000)).toBe(Number.POSITIVE_INFINITY);
    expect(thinning.draw(actor, strategic, [], luck)).toBe(-2);
  });
});
