import type { Changes } from "./changes.ts";
import type { Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";

/** Changes that are weighed, not made: what they are worth to one actor, in points of utility. */
export interface Worth extends Changes {
  /** Sets whose worth is asked, and takes the interests of that actor from the scene. */
  of(actor: number): void;
  /** Takes up new inputs of the scene. */
  renew(): void;
  /** Starts a new sum. */
  begin(): void;
  /** Worth of the changes since {@link begin}, in points (hundredths of utility). */
  points(): number;
}

/**
 * The gain of a move for an actor: the change of
 * U = α own share + γ group share + π Σ salience · (1 − |q − ideal|/100) + ρ open routes − σ insecurity,
 * in points. First order: each change is weighed against the state as it is.
 *
 * An actor's interest in the share of another is α if it disposes of the other, plus γ times their
 * kinship (Σ over groups of both memberships). Its insecurity is the power-weighted hostility of others.
 */
export function worthOf(scene: Scene, shares: Shares): Worth {
  const { world, inputs, state } = scene;
  const n = world.actors.length;
  const m = world.issues.length;
  const interest = new Float64Array(n);
  const arenaInterest = new Float64Array(world.arenas.length);
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  const arenaOf = new Map<string, number>();
  world.arenas.forEach((arena, k) => {
    const r = world.source.resources.findIndex((resource) => resource.id === arena.resource);
    if (r >= 0 && arena.kind !== "assembly") arenaOf.set(world.source.resources[r].kind, k);
  });
  const postArena = Int32Array.from(world.posts, (post) => world.arenaIndex.get(post.arena) ?? -1);
  const arenaPosts = new Float64Array(world.arenas.length);
  let me = -1;
  let sum = 0;
  let policy = 0;
  let routes = 0;
  let security = 0;

  /** Worth of a change of the assembly, made for the moment and taken back. */
  function assembly(change: () => void, undo: () => void): void {
    if (world.assembly < 0) return;
    shares.of(state, world.assembly, before);
    change();
    shares.of(state, world.assembly, after);
    undo();
    let gain = 0;
    for (let a = 0; a < n; a++) gain += interest[a] * (after[a] - before[a]);
    sum += 100 * inputs.arenaWeight[world.assembly] * gain;
  }

  return {
    of(actor) {
      me = actor;
      const own = inputs.aims[actor * 6];
      const group = inputs.aims[actor * 6 + 1];
      policy = inputs.aims[actor * 6 + 2];
      routes = inputs.aims[actor * 6 + 3];
      security = inputs.aims[actor * 6 + 4];
      for (let a = 0; a < n; a++) {
        interest[a] = group * world.kinship[actor * n + a] + (world.decider[a] === actor ? own : 0);
      }
      for (let k = 0; k < arenaInterest.length; k++) {
        let total = 0;
        for (let a = 0; a < n; a++) total += interest[a] * scene.arenaShare[k * n + a];
        arenaInterest[k] = total;
      }
    },
    renew() {
      arenaPosts.fill(0);
      for (let p = 0; p < postArena.length; p++)
        if (postArena[p] >= 0) arenaPosts[postArena[p]] += inputs.postValue[p];
    },
    begin() {
      sum = 0;
    },
    points: () => sum,
    seats(from, to, count) {
      const at = (world.resourceOf.get("seats") ?? -1) * n;
      if (at < 0 || interest[from] === interest[to]) return;
      const moved = Math.min(Math.round(count), state.holding[at + from]);
      assembly(
        () => {
          state.holding[at + from] -= moved;
          state.holding[at + to] += moved;
        },
        () => {
          state.holding[at + from] += moved;
          state.holding[at + to] -= moved;
        },
      );
    },
    list(actor, list) {
      const now = state.list[actor];
      if (now === list) return;
      assembly(
        () => {
          state.list[actor] = list;
        },
        () => {
          state.list[actor] = now;
        },
      );
    },
    origin() {},
    government() {},
    holding(actor, kind, amount) {
      const k = arenaOf.get(kind);
      const r = world.resourceOf.get(kind);
      if (k === undefined || r === undefined) return;
      const held = state.holding[r * n + actor];
      const share = scene.arenaShare[k * n + actor];
      if (held <= 0 || share <= 0) return;
      const relative = Math.max(-1, amount / held) * share;
      sum +=
        100 * inputs.arenaWeight[k] * ((relative * (interest[actor] - arenaInterest[k])) / (1 + relative));
    },
    holder(post, actor) {
      const k = postArena[post];
      if (k < 0 || arenaPosts[k] <= 0) return;
      const now = state.holder[post];
      const gain = (actor < 0 ? 0 : interest[actor]) - (now < 0 ? 0 : interest[now]);
      sum += (100 * inputs.arenaWeight[k] * inputs.postValue[post] * gain) / arenaPosts[k];
    },
    status(actor, status) {
      const harm =
        (status === 0 ? 0 : status <= 2 ? 3 : 6) -
        (state.status[actor] === 0 ? 0 : state.status[actor] <= 2 ? 3 : 6);
      if (world.decider[actor] === me) sum -= security * harm;
    },
    relation(from, to, amount) {
      if (world.decider[to] === me) sum += 50 * security * scene.weight[from] * amount;
    },
    flag() {},
    sponsorship() {},
    grievance(actor, amount) {
      if (world.decider[actor] === me) sum -= security * amount;
    },
    position() {},
    statusQuo(issue, value) {
      const k = me * m + issue;
      const bounded = Math.max(0, Math.min(100, value));
      const nearer = Math.abs(state.statusQuo[issue] - inputs.ideal[k]) - Math.abs(bounded - inputs.ideal[k]);
      sum += policy * inputs.salience[k] * nearer;
    },
    boycott(actor, arena, on) {
      const share = scene.arenaShare[arena * n + actor];
      const lost = on ? inputs.parameters["boycott.discount"] : -inputs.parameters["boycott.discount"];
      sum -= 100 * inputs.arenaWeight[arena] * lost * share * (interest[actor] - arenaInterest[arena]);
    },
    pledged() {},
    asked() {},
    motion() {},
    warrant() {},
    convicted() {},
    passes(stage, on) {
      if (world.stageRoute.length === 0 || (state.passes[stage] === 1) === on) return;
      const route = world.stageRoute[stage];
      // the route opens only if every other stage is open
      for (let s = 0; s < world.stageRoute.length; s++) {
        if (s !== stage && world.stageRoute[s] === route && state.passes[s] === 0) return;
      }
      sum += (on ? 1 : -1) * routes * inputs.routeValue[route * n + me];
    },
    territory(_territory, holder) {
      if (world.decider[holder] === me) sum += 2;
    },
    pressure() {},
    election() {},
    formation() {},
  };
}
