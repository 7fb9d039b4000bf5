import type { Changes } from "./changes.ts";
import type { Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";

/** Changes that are weighed, not made: what they are worth to one actor, in points of utility. */
export interface Worth extends Changes {
  /** Sets whose worth is asked, and takes the interests of that actor from the scene: it stays as it is until the next call. */
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
  /** Σ interest × share in each arena, worked out when first asked for. */
  const arenaInterest = new Float64Array(world.arenas.length);
  const interestKnown = new Uint8Array(world.arenas.length);
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  /** Of each kind of resource that decides in an arena other than the assembly: the arena, and the place of its row. */
  const deciding = new Map<string, { readonly arena: number; readonly row: number }>();
  world.arenas.forEach((arena, k) => {
    const r = world.source.resources.findIndex((resource) => resource.id === arena.resource);
    if (r < 0 || arena.kind === "assembly") return;
    const { kind } = world.source.resources[r];
    deciding.set(kind, { arena: k, row: (world.resourceOf.get(kind) ?? r) * n });
  });
  const seatsAt = (world.resourceOf.get("seats") ?? -1) * n;
  const { postArena } = world;
  const arenaPosts = new Float64Array(world.arenas.length);
  let me = -1;
  let sum = 0;
  let policy = 0;
  let routes = 0;
  let security = 0;

  let beforeKnown = false;

  /** The assembly's shares as they are, before a change is made for the moment. */
  function measureBefore(): void {
    if (!beforeKnown) shares.of(state, world.assembly, before);
    beforeKnown = true;
  }

  /** Worth of the change of the assembly that stands for the moment. */
  function addAssembly(): void {
    shares.of(state, world.assembly, after);
    let gain = 0;
    for (let a = 0; a < n; a++) gain += interest[a] * (after[a] - before[a]);
    sum += 100 * inputs.arenaWeight[world.assembly] * gain;
  }

  function interestIn(arena: number): number {
    if (interestKnown[arena] === 0) {
      let total = 0;
      for (let a = 0; a < n; a++) total += interest[a] * scene.arenaShare[arena * n + a];
      arenaInterest[arena] = total;
      interestKnown[arena] = 1;
    }
    return arenaInterest[arena];
  }

  return {
    of(actor) {
      me = actor;
      const own = inputs.aims[actor * 6];
      const group = inputs.aims[actor * 6 + 1];
      policy = inputs.aims[actor * 6 + 2];
      routes = inputs.aims[actor * 6 + 3];
      security = inputs.aims[actor * 6 + 4];
      const { kinship, decider } = world;
      for (let a = 0; a < n; a++) {
        interest[a] = group * kinship[actor * n + a] + (decider[a] === actor ? own : 0);
      }
      interestKnown.fill(0);
      beforeKnown = false;
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
      if (seatsAt < 0 || world.assembly < 0 || interest[from] === interest[to]) return;
      const moved = Math.min(Math.round(count), state.holding[seatsAt + from]);
      measureBefore();
      state.holding[seatsAt + from] -= moved;
      state.holding[seatsAt + to] += moved;
      addAssembly();
      state.holding[seatsAt + from] += moved;
      state.holding[seatsAt + to] -= moved;
    },
    list(actor, list) {
      const now = state.list[actor];
      if (now === list || world.assembly < 0) return;
      measureBefore();
      state.list[actor] = list;
      addAssembly();
      state.list[actor] = now;
    },
    origin() {},
    government() {},
    holding(actor, kind, amount) {
      const place = deciding.get(kind);
      if (place === undefined) return;
      const k = place.arena;
      const held = state.holding[place.row + actor];
      const share = scene.arenaShare[k * n + actor];
      if (held <= 0 || share <= 0) return;
      const relative = Math.max(-1, amount / held) * share;
      sum += 100 * inputs.arenaWeight[k] * ((relative * (interest[actor] - interestIn(k))) / (1 + relative));
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
      sum -= 100 * inputs.arenaWeight[arena] * lost * share * (interest[actor] - interestIn(arena));
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
