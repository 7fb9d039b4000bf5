import { monthIndex, monthStart } from "../base/index.ts";
import { beginCounts } from "../behave/index.ts";
import { applied } from "./apply.ts";
import { type Chronicle, chronicleOf, clear } from "./chronicle.ts";
import { clocksOf } from "./clocks.ts";
import { elect, form } from "./election.ts";
import { habitWeights } from "./habits.ts";
import { disinherit, inherit } from "./heirs.ts";
import { rulesOf } from "./interventions.ts";
import { tryAgain, withForced, writeOpening } from "./interventions-play.ts";
import { luckOf } from "./luck.ts";
import { closeMonth, type MonthlyMemory } from "./monthly.ts";
import { outsideSchedule, strike } from "./outside.ts";
import { overwrite } from "./overwrite.ts";
import { MOST_MOVES_A_YEAR, MOST_RINGS_A_YEAR, nextHazard, paceOf } from "./pace.ts";
import { pastOf } from "./past.ts";
import type { Player, Setting } from "./player.ts";
import { sceneOf } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { initialState } from "./state.ts";
import { type Round, turnOf, type Watcher } from "./turn.ts";
import { lastTwelve, triple } from "./violence-series.ts";
import { departs, driverOf, forms, refresh, week } from "./weekly.ts";
import { follow } from "./who-leads.ts";
import type { World } from "./world.ts";
import { worthOf } from "./worth.ts";

const WEEK = 7;
const NEVER = Number.POSITIVE_INFINITY;

/** How a run stands between two things that happen. */
interface Course {
  month: number;
  nextWeek: number;
  nextMonth: number;
  nextOutside: number;
  headAtMonth: number;
  movesAtMonth: number;
  moves: number;
  mostMoves: number;
}

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
  const inputs = structuredClone(options.inputs);
  const state = initialState(world, inputs);
  const first = initialState(world, inputs);
  const asGiven = initialState(world, inputs);
  const firstTie = inputs.tie.slice();
  const n = world.actors.length;
  const { movers } = world;
  const shares = sharesOf(world, inputs);
  const scene = sceneOf(world, inputs, state);
  const worth = worthOf(scene, shares);
  const chronicle = chronicleOf({
    months: monthIndex(world.end) - monthIndex(world.start) + 1,
    actors: n,
    arenas: world.arenas.length,
    issues: world.issues.length,
    routes: world.routes.length,
    outside: world.source.outside.length,
  });
  const months = monthIndex(world.end) - monthIndex(world.start) + 1;
  const series = world.source.series.find((candidate) => candidate.kind === "violence");
  const worstDay = triple(series?.worst_day);
  const lastYear = lastTwelve(world, series?.id);
  const clocks = clocksOf(movers.length);
  const clockOf = new Int32Array(n).fill(-1);
  movers.forEach((mover, clock) => {
    clockOf[mover] = clock;
  });
  const decisions = new Int32Array(n);
  const round: Round = {
    run: 0,
    luck: luckOf(options.seed),
    past: pastOf(world, inputs),
    weights: habitWeights(inputs),
    policy: options.policy,
    policies: undefined,
    ask: undefined,
    forbidden: [],
    watch: undefined,
  };
  const memory: MonthlyMemory = {
    counts: { excitation: 0, past: [] },
    lastYear: lastYear.slice(),
    driver: 0,
    drivers: 0,
    elections: 0,
  };
  const course: Course = {
    month: 0,
    nextWeek: 0,
    nextMonth: 0,
    nextOutside: 0,
    headAtMonth: -1,
    movesAtMonth: 0,
    moves: 0,
    mostMoves: 0,
  };

  const change = applied(world, state, chronicle, {
    election: () => {
      elect(scene, round.luck, round.run, chronicle);
      form(scene, round.luck, round.run, change, -1);
    },
    formation: () => {
      const head = headNow();
      state.pledged.fill(0);
      form(scene, round.luck, round.run, change, head < 0 ? -1 : world.decider[head]);
    },
    inheritance(gone) {
      inherit(scene, gone, chronicle);
    },
  });
  const turn = turnOf(scene, shares, worth, change, chronicle, round);

  function headNow(): number {
    return world.headPost < 0 ? -1 : state.holder[world.headPost];
  }

  /** What a clock's rate is now, a day: bounded, and the chronicle told where it was. */
  function rateOf(actor: number): number {
    const rate = paceOf(scene, round.past, actor);
    if (rate <= MOST_RINGS_A_YEAR / 365.25) return rate;
    chronicle.bounded = true;
    return MOST_RINGS_A_YEAR / 365.25;
  }
  const rateOfClock = (clock: number): number => rateOf(movers[clock]);

  function take(next: Setting): void {
    rules = rulesOf(world, next.interventions ?? []);
    if (next.seed !== options.seed) round.luck = luckOf(next.seed);
    options = next;
    overwrite(inputs, next.inputs);
    overwrite(first, initialState(world, inputs));
    follow(world, first.holder);
    rules.prepare(inputs, first);
    firstTie.set(inputs.tie);
    round.past = pastOf(world, inputs);
    round.weights = habitWeights(inputs);
    round.policy = next.policy;
    round.policies = next.policies;
    round.ask = next.ask;
    round.forbidden = rules.forbidden;
    worth.renew();
    turn.renew();
  }

  /** Sets everything as it is on the first day. */
  function rewind(run: number, until: number): void {
    round.run = run;
    overwrite(state, first);
    disinherit(world);
    follow(world, state.holder);
    inputs.tie.set(firstTie);
    clear(chronicle);
    round.past.rewind();
    beginCounts(options.violence, memory.counts);
    memory.lastYear.set(lastYear);
    memory.driver = 0;
    memory.drivers = 0;
    memory.elections = 0;
    course.month = 0;
    course.nextWeek = world.start + WEEK;
    course.nextMonth = monthStart(monthIndex(world.start) + 1);
    course.nextOutside = 0;
    course.headAtMonth = headNow();
    course.movesAtMonth = 0;
    course.moves = 0;
    course.mostMoves = ((until - world.start) / 365.25 + 1) * MOST_MOVES_A_YEAR * movers.length;
  }

  function startClocks(): void {
    decisions.fill(0);
    for (let clock = 0; clock < movers.length; clock++)
      clocks.start(clock, nextHazard(round.luck, round.run, movers[clock], 0), state.time);
    clocks.paceAll(rateOfClock, state.time);
  }

  function ring(actor: number): void {
    const decision = decisions[actor]++;
    const clock = clockOf[actor];
    clocks.start(clock, nextHazard(round.luck, round.run, actor, decision + 1), state.time);
    if (course.moves >= course.mostMoves) {
      chronicle.bounded = true;
      clocks.paceAll(() => 0, state.time);
      return;
    }
    if (turn.take(actor, decision)) course.moves += 1;
    quicken(actor);
  }

  /** The rates of whoever has moved, and of its target. */
  function quicken(actor: number): void {
    repace(actor);
    const target = turn.move.target < 0 ? -1 : world.decider[turn.move.target];
    if (target >= 0 && target !== actor) repace(target);
  }

  function repace(actor: number): void {
    if (clockOf[actor] >= 0) clocks.pace(clockOf[actor], rateOf(actor), state.time);
  }

  function passWeek(start: number): void {
    week(scene, change, round.luck, round.run, WEEK / 365.25);
    if (departs(scene, round.luck, round.run, WEEK / 365.25)) {
      const gone = world.decider[state.holder[world.headPost]];
      state.departed[gone] = 1;
      form(scene, round.luck, round.run, change, gone);
    } else if (forms(scene, round.luck, round.run, WEEK / 365.25)) {
      form(scene, round.luck, round.run, change, -1);
    }
    refresh(scene, shares);
    memory.driver += driverOf(scene) - start;
    memory.drivers += 1;
    if (course.moves < course.mostMoves) clocks.paceAll(rateOfClock, state.time);
    course.nextWeek += WEEK;
  }

  function passMonth(): void {
    closeMonth(
      scene,
      shares,
      chronicle,
      round.luck,
      memory,
      round.run,
      course.month,
      options.violence,
      worstDay,
      course.movesAtMonth,
      course.headAtMonth,
    );
    course.month += 1;
    course.nextMonth = monthStart(monthIndex(world.start) + course.month + 1);
    course.headAtMonth = headNow();
    course.movesAtMonth = chronicle.move.kind.length;
  }

  function play(run: number, limits: { readonly until?: number; readonly watch?: Watcher } = {}): Chronicle {
    const until = Math.min(world.end, limits.until ?? world.end);
    rewind(run, until);
    round.watch = limits.watch;
    writeOpening(world, asGiven, first, chronicle);
    const schedule = withForced(
      outsideSchedule(world, inputs, rules.outside, round.luck, run, chronicle.outside),
      rules.forced,
    );
    refresh(scene, shares);
    const start = driverOf(scene);
    startClocks();
    for (;;) {
      const time = clocks.time();
      const outside = course.nextOutside < schedule.length ? schedule[course.nextOutside].time : NEVER;
      const next = Math.min(time, course.nextWeek, course.nextMonth, outside);
      state.time = Math.min(next, until + 1);
      if (next >= until + 1) break;
      if (next === outside) {
        const { event } = schedule[course.nextOutside++];
        if (event >= 0) strike(scene, change, event, chronicle, state.time);
        else if (turn.compel(-1 - event, rules.forced[-1 - event])) quicken(turn.move.actor);
        else tryAgain(schedule, course.nextOutside, { event, time: state.time + WEEK }, rules.forced);
      } else if (next === course.nextMonth) passMonth();
      else if (next === course.nextWeek) passWeek(start);
      else ring(movers[clocks.first()]);
    }
    // the play ends at midnight: a month that ends with it is closed too
    if (course.month < months && state.time >= course.nextMonth) passMonth();
    return chronicle;
  }

  take(begin);
  return { world, take, play };
}
