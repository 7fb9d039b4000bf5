import { dayOf, exp, log, mode, monthIndex, monthStart, type Quantity } from "../base/index.ts";
import { type History, history, muchness, triadStatistics, type ViolenceModel } from "../behave/index.ts";
import type { Intervention } from "../case/index.ts";
import { eventType, isEventType } from "../events/index.ts";
import { applied } from "./apply.ts";
import { type Chronicle, chronicleOf, clear } from "./chronicle.ts";
import { drawOption, type Habits, habitsOf, valueOptions } from "./decide.ts";
import { elect, form } from "./election.ts";
import { type Foresight, foresightOf } from "./foresight.ts";
import type { Inputs } from "./inputs.ts";
import { rulesOf } from "./interventions.ts";
import { bestForced, openings, tryAgain, withForced } from "./interventions-play.ts";
import { type Luck, luckOf, purpose } from "./luck.ts";
import { closeMonth, type MonthlyMemory, triple } from "./monthly.ts";
import { type Move, moveKinds } from "./moves/index.ts";
import { listOptions, type OptionTable, optionTable } from "./options.ts";
import { outsideSchedule, strike } from "./outside.ts";
import type { OptionView, Policy } from "./policies/index.ts";
import type { Scene } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { initialState } from "./state.ts";
import { departs, driverOf, refresh, week } from "./weekly.ts";
import { follow, type World } from "./world.ts";
import { worthOf } from "./worth.ts";

/** One decision as it was weighed, for a replay. */
export interface Decision {
  readonly time: number;
  readonly actor: number;
  readonly chosen: number;
  readonly success: boolean;
  readonly options: readonly {
    readonly kind: number;
    readonly target: number;
    readonly object: number;
    readonly gain: number;
    readonly price: number;
    readonly value: number;
  }[];
}

/** A case ready to be played many times. */
export interface Player {
  readonly world: World;
  /** Takes up a setting: the runs that follow are played in it. */
  take(setting: Setting): void;
  /**
   * Plays one run to the end of the world or to an earlier day.
   *
   * @returns the chronicle; it is used again by the next run of this player.
   */
  play(
    run: number,
    options?: { readonly until?: number; readonly watch?: (decision: Decision) => void },
  ): Chronicle;
}

/** In what runs are played: a draw of the inputs, the seed, what is changed, who decides how. */
export interface Setting {
  readonly inputs: Inputs;
  readonly seed: string;
  readonly interventions?: readonly Intervention[];
  /** The decision rule of all actors … */
  readonly policy: Policy;
  /** … but for these, by actor. */
  readonly policies?: readonly (Policy | undefined)[] | undefined;
  /** Asked for the turns of an actor whose policy asks: the index of an option, or −1 for no move. */
  readonly ask?: ((decision: Decision) => number) | undefined;
  readonly violence?: ViolenceModel | undefined;
}

/** Where the luck of forced moves lies: beyond any count of an actor's own decisions. */
const FORCED = 0x80000000;
/** No run makes more moves than this a year for each mover: a guard against rates that explode. */
const MOST_MOVES_A_YEAR = 200;
const WEEK = 7;

/**
 * Makes a player: one is enough for a case, whatever is played on it.
 *
 * @throws {TawazunError} `intervention/…` for interventions that name nothing or contradict each other.
 * @remarks Continuous time. Each mover has a clock with a rate of its own; the remaining hazard of each
 * is kept and used up as time passes, whatever the others do (modified next reaction method), and its
 * luck is placed by its own count of decisions. A run is a function of (case, interventions, seed, run).
 * @see Gillespie 1977; Anderson 2007
 */
export function playerOf(world: World, begin: Setting): Player {
  let options = begin;
  let rules = rulesOf(world, []);
  const inputs = copyOf(options.inputs);
  const state = initialState(world, inputs);
  const first = initialState(world, inputs);
  const asGiven = initialState(world, inputs);
  const firstTie = inputs.tie.slice();
  const n = world.actors.length;
  const shares = sharesOf(world, inputs);
  const scene: Scene = {
    world,
    inputs,
    state,
    power: new Float64Array(n),
    arenaShare: new Float64Array(world.arenas.length * n),
    weight: new Float64Array(n),
    standing: new Float64Array(n),
    fallChances: new Float64Array(n),
    fallKnown: false,
  };
  const worth = worthOf(scene, shares);
  let luck = luckOf(options.seed);
  let record = pastOf(world, inputs);
  const months = monthIndex(world.end) - monthIndex(world.start) + 1;
  const chronicle = chronicleOf({
    months,
    actors: n,
    arenas: world.arenas.length,
    issues: world.issues.length,
    routes: world.routes.length,
    outside: world.source.outside.length,
  });
  const series = world.source.series.find((candidate) => candidate.kind === "violence");
  const table = optionTable();
  const habits: Habits = { choice: new Float64Array(n), hostile: new Float64Array(n) };
  const triads = triadStatistics(n);
  const move: Move = { actor: -1, target: -1, object: -1, amount: 0 };
  const view: OptionView = { habit: 0, gain: 0, price: 0, strategic: 0, risk: 0, aversion: 0 };
  let foresight: Foresight | undefined;
  const policyOf = (actor: number): Policy => options.policies?.[actor] ?? options.policy;
  const armsKinds = moveKinds.flatMap((kind, k) =>
    kind.id === "campaign" || kind.id === "seize-territory" ? [k] : [],
  );
  const remaining = new Float64Array(n);
  const rate = new Float64Array(n);
  const decisions = new Int32Array(n);
  const lastYear = lastTwelve(world, series?.id);

  function take(next: Setting): void {
    rules = rulesOf(world, next.interventions ?? []);
    if (next.seed !== options.seed) luck = luckOf(next.seed);
    options = next;
    overwrite(inputs, next.inputs);
    overwrite(first, initialState(world, inputs));
    follow(world, first.holder);
    rules.prepare(inputs, first);
    firstTie.set(inputs.tie);
    record = pastOf(world, inputs);
    worth.renew();
  }

  let run = 0;
  const change = applied(world, state, chronicle, {
    election: () => {
      elect(scene, luck, run, chronicle);
      form(scene, luck, run, change, -1);
      scene.fallKnown = false;
    },
    formation: () => {
      const head = world.headPost < 0 ? -1 : state.holder[world.headPost];
      state.pledged.fill(0);
      form(scene, luck, run, change, head < 0 ? -1 : world.decider[head]);
      scene.fallKnown = false;
    },
  });

  function play(
    number: number,
    limits: { readonly until?: number; readonly watch?: (decision: Decision) => void } = {},
  ): Chronicle {
    run = number;
    const until = Math.min(world.end, limits.until ?? world.end);
    overwrite(state, first);
    follow(world, state.holder);
    inputs.tie.set(firstTie);
    clear(chronicle);
    const past = record.copy();
    const memory: MonthlyMemory = {
      excitation: options.violence?.excitation ?? 0,
      lastYear: lastYear.slice(),
      driver: 0,
      drivers: 0,
      elections: 0,
    };
    opening();
    const schedule = withForced(
      outsideSchedule(world, inputs, rules.outside, luck, run, chronicle.outside),
      rules.forced,
    );
    refresh(scene, shares);
    const start = driverOf(scene);
    decisions.fill(0);
    for (const i of world.movers) {
      remaining[i] = nextHazard(luck, run, i, 0);
      rate[i] = rateOf(scene, past, i);
    }
    let nextWeek = world.start + WEEK;
    let month = 0;
    let nextMonth = monthStart(monthIndex(world.start) + 1);
    let nextOutside = 0;
    let headAtMonth = world.headPost < 0 ? -1 : state.holder[world.headPost];
    let movesAtMonth = 0;
    let moves = 0;
    const mostMoves = ((until - world.start) / 365.25 + 1) * MOST_MOVES_A_YEAR * world.movers.length;

    for (;;) {
      let actor = -1;
      let time = Number.POSITIVE_INFINITY;
      for (const i of world.movers) {
        const ring = rate[i] > 0 ? state.time + remaining[i] / rate[i] : Number.POSITIVE_INFINITY;
        if (ring < time) {
          time = ring;
          actor = i;
        }
      }
      const outsideTime =
        nextOutside < schedule.length ? schedule[nextOutside].time : Number.POSITIVE_INFINITY;
      const next = Math.min(time, nextWeek, nextMonth, outsideTime);
      const limit = Math.min(next, until + 1);
      for (const i of world.movers) remaining[i] -= rate[i] * (limit - state.time);
      state.time = limit;
      if (next >= until + 1) break;

      if (next === outsideTime) {
        const { event } = schedule[nextOutside++];
        if (event >= 0) strike(scene, change, event, chronicle, state.time);
        else if (compel(-1 - event, past, limits.watch)) {
          rate[move.actor] = rateOf(scene, past, move.actor);
          if (move.target >= 0) {
            const target = world.decider[move.target];
            rate[target] = rateOf(scene, past, target);
          }
        } else tryAgain(schedule, nextOutside, { event, time: state.time + WEEK }, rules.forced);
      } else if (next === nextMonth) {
        closeMonth(
          scene,
          shares,
          chronicle,
          luck,
          memory,
          run,
          month,
          options.violence,
          triple(series?.worst_day),
          movesAtMonth,
          headAtMonth,
          armsKinds,
        );
        month += 1;
        nextMonth = monthStart(monthIndex(world.start) + month + 1);
        headAtMonth = world.headPost < 0 ? -1 : state.holder[world.headPost];
        movesAtMonth = chronicle.move.kind.length;
      } else if (next === nextWeek) {
        week(scene, change, luck, run, WEEK / 365.25);
        if (departs(scene, luck, run, WEEK / 365.25)) {
          const gone = world.decider[state.holder[world.headPost]];
          state.departed[gone] = 1;
          form(scene, luck, run, change, gone);
        }
        refresh(scene, shares);
        memory.driver += driverOf(scene) - start;
        memory.drivers += 1;
        for (const i of world.movers) rate[i] = rateOf(scene, past, i);
        nextWeek += WEEK;
      } else {
        const decision = decisions[actor]++;
        remaining[actor] = nextHazard(luck, run, actor, decision + 1);
        if (moves < mostMoves && act(actor, decision, past, limits.watch)) moves += 1;
        rate[actor] = rateOf(scene, past, actor);
        if (move.target >= 0) {
          const target = world.decider[move.target];
          rate[target] = rateOf(scene, past, target);
        }
      }
    }
    // the play ends at midnight: a month that ends with it is closed too
    if (month < months && state.time >= nextMonth) {
      closeMonth(
        scene,
        shares,
        chronicle,
        luck,
        memory,
        run,
        month,
        options.violence,
        triple(series?.worst_day),
        movesAtMonth,
        headAtMonth,
        armsKinds,
      );
    }
    return chronicle;
  }

  /** One actor's turn: options, values, a draw, its success, its effects and the others' response. */
  function act(
    actor: number,
    decision: number,
    past: History,
    watch: ((decision: Decision) => void) | undefined,
  ): boolean {
    move.target = -1;
    const policy = policyOf(actor);
    if (state.status[actor] > 2 || policy.waits) return false;
    listOptions(scene, actor, moveKinds, rules.forbidden, table);
    if (table.count === 0) return false;
    habitsOf(scene, past, actor, triads, habits);
    valueOptions(scene, actor, moveKinds, habits, policy, worth, table, move, view);
    if (policy.foresight !== undefined) {
      foresight ??= foresightOf(scene, shares);
      foresight.renew();
      foresight.look(actor, policy, rules.forbidden, table);
    }
    move.target = -1;
    luck.at(run, actor, decision, purpose.choice);
    const chosen =
      policy.asks && options.ask !== undefined
        ? options.ask(decisionOf(table, state.time, actor, -1, false))
        : drawOption(table, luck.uniform());
    if (chosen < 0 || chosen >= table.count) return false;
    carryOut(actor, chosen, decision, past, watch);
    return true;
  }

  /** What an intervention forces, if it is open to the actor now: of several ways the one that it likes best. */
  function compel(index: number, past: History, watch: ((decision: Decision) => void) | undefined): boolean {
    const forced = rules.forced[index];
    const actor = world.decider[forced.actor];
    if (state.status[actor] > 2) return false;
    listOptions(scene, actor, moveKinds, rules.forbidden, table);
    habitsOf(scene, past, actor, triads, habits);
    valueOptions(scene, actor, moveKinds, habits, policyOf(actor), worth, table, move, view);
    const chosen = bestForced(world, table, forced);
    if (chosen < 0) return false;
    carryOut(actor, chosen, FORCED + index, past, watch, forced.success);
    return true;
  }

  /** A chosen option is tried: its success, its effects, the others' response. */
  function carryOut(
    actor: number,
    chosen: number,
    decision: number,
    past: History,
    watch: ((decision: Decision) => void) | undefined,
    decided?: boolean,
  ): void {
    move.actor = actor;
    move.target = table.target[chosen];
    move.object = table.object[chosen];
    move.amount = table.amount[chosen];
    const kind = moveKinds[table.kind[chosen]];
    const odds = kind.odds === undefined ? 1 : kind.odds(scene, move);
    luck.at(run, actor, decision, purpose.success);
    const success = decided ?? (odds >= 1 || luck.uniform() < odds);
    if (kind.chance) {
      luck.at(run, actor, decision, purpose.amount);
      move.amount = luck.uniform();
    }
    chronicle.move.time.push(state.time);
    chronicle.move.kind.push(table.kind[chosen]);
    chronicle.move.actor.push(actor);
    chronicle.move.target.push(move.target);
    chronicle.move.object.push(move.object);
    chronicle.move.success.push(success);
    if (watch !== undefined) watch(decisionOf(table, state.time, actor, chosen, success));
    if (success) kind.succeed(scene, move, change);
    else kind.fail?.(scene, move, change);
    if (move.target >= 0)
      respond(
        scene,
        change,
        past,
        actor,
        world.decider[move.target],
        success ? kind.tone : Math.min(0, kind.tone),
      );
  }

  /** What interventions have changed of posts, statuses and boycotts stands at the beginning of the chronicle. */
  function opening(): void {
    openings(world, asGiven, first, (kind, ...entry) => {
      if (kind === "post") {
        const [post, holder] = entry;
        chronicle.post.time.push(world.start);
        chronicle.post.post.push(post);
        chronicle.post.holder.push(holder);
        chronicle.post.acting.push(first.acting[post] === 1);
      } else if (kind === "status") {
        chronicle.status.time.push(world.start);
        chronicle.status.actor.push(entry[0]);
        chronicle.status.status.push(entry[1]);
      } else {
        chronicle.boycott.time.push(world.start);
        chronicle.boycott.actor.push(Math.floor(entry[0] / world.arenas.length));
        chronicle.boycott.arena.push(entry[0] % world.arenas.length);
        chronicle.boycott.on.push(entry[1] === 1);
      }
    });
  }

  take(begin);
  return { world, take, play };
}

/** Ties move with what is done: the target's most, the maker's half as much, bystanders' by whose side they take. */
function respond(
  scene: Scene,
  change: ReturnType<typeof applied>,
  past: History,
  actor: number,
  target: number,
  tone: number,
): void {
  if (tone === 0 || actor === target) return;
  const { world, inputs, state } = scene;
  const n = world.actors.length;
  const reply = inputs.parameters["relation.reply"] * tone;
  change.relation(target, actor, reply);
  change.relation(actor, target, reply / 2);
  const bystander = inputs.parameters["relation.bystander"] * tone;
  for (const k of world.acquainted[target]) {
    if (k === actor) continue;
    const stake = state.relation[k * n + target];
    if (stake !== 0) change.relation(k, actor, bystander * stake);
  }
  past.record(state.time, actor, target, tone > 0 ? 1 : -1, 2 * Math.abs(tone), world.front[actor]);
}

function decisionOf(
  table: OptionTable,
  time: number,
  actor: number,
  chosen: number,
  success: boolean,
): Decision {
  return {
    time,
    actor,
    chosen,
    success,
    options: Array.from({ length: table.count }, (_, o) => ({
      kind: table.kind[o],
      target: table.target[o],
      object: table.object[o],
      gain: table.gain[o],
      price: table.price[o],
      value: table.value[o],
    })),
  };
}

/** An exponential draw of mean 1: the hazard an actor uses up before its next turn. */
function nextHazard(luck: Luck, run: number, actor: number, decision: number): number {
  luck.at(run, actor, decision, purpose.clock);
  return -log(1 - luck.uniform());
}

/**
 * Moves a day: the actor's pace, quickened by what it did and met lately; slower in hiding or abroad.
 * The statistics are taken from a middling past, so that the pace is what an actor does on the whole.
 */
function rateOf(scene: Scene, past: History, actor: number): number {
  const { state, inputs, world } = scene;
  const status = state.status[actor];
  if (status > 2) return 0;
  const { behaviour } = inputs;
  const met = past.received(state.time, actor, -1);
  let other = 0;
  for (let f = 0; f < world.source.fronts.length; f++) {
    if (f !== world.front[actor]) other += past.met(state.time, actor, f);
  }
  const quickened =
    behaviour["rate/activity"] *
      (muchness(past.sent(state.time, actor, 1) + past.sent(state.time, actor, -1)) - 0.5) +
    behaviour["rate/hostility-met"] * (muchness(met) - 0.25) +
    behaviour["rate/front-coupling"] * (muchness(other) - 0.25);
  return (inputs.pace[actor] / 365.25) * exp(quickened) * (status === 0 ? 1 : 0.5);
}

/** The recorded events up to the first day, as the memory with which play begins. */
function pastOf(world: World, inputs: Inputs): History {
  const past = history(
    world.actors.length,
    inputs.parameters["habit.halfLife"],
    Math.max(1, world.source.fronts.length),
  );
  const events = world.source.events
    .map((event, order) => ({ event, time: dayOf(event.date), order }))
    .sort((a, b) => a.time - b.time || a.order - b.order);
  for (const { event, time } of events) {
    const i = world.actorIndex.get(event.by);
    const j = event.of === undefined ? undefined : world.actorIndex.get(event.of);
    if (i === undefined || j === undefined || time > world.start) continue;
    const tone = toneOf(event.type, event.intensity);
    const source = world.decider[i];
    const target = world.decider[j];
    if (tone === 0 || source === target) continue;
    past.record(time, source, target, tone > 0 ? 1 : -1, 2 * Math.abs(tone), world.front[source]);
  }
  return past;
}

/** Intensity of an event divided by 10: its own, else that of its type; 0 if the type is unknown. */
function toneOf(type: string, intensity: Quantity | undefined): number {
  if (intensity !== undefined) return mode(intensity) / 10;
  return isEventType(type) ? eventType(type).intensity / 10 : 0;
}

function lastTwelve(world: World, series: string | undefined): Float64Array {
  const values = series === undefined ? undefined : world.source.values[series]?.values;
  const last = new Float64Array(12);
  if (values === undefined) return last;
  for (let k = 0; k < 12; k++) last[k] = values[values.length - 12 + k] ?? 0;
  return last;
}

function copyOf(inputs: Inputs): Inputs {
  return structuredClone(inputs);
}

/** Sets every part of one record to that of another of the same shape; arrays keep their place. */
function overwrite<T extends object>(target: T, source: T): void {
  const own = target as Record<string, unknown>;
  for (const [name, value] of Object.entries(source)) {
    const old = own[name];
    if (ArrayBuffer.isView(old) && ArrayBuffer.isView(value))
      (old as Float64Array).set(value as Float64Array);
    else own[name] = typeof value === "object" && value !== null ? structuredClone(value) : value;
  }
}
