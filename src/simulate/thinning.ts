import { exp } from "../base/index.ts";
import { logOf, valueKind, valueOption, type Weighing, weighFor } from "./decide.ts";
import type { Luck } from "./luck.ts";
import type { MoveKind } from "./moves/index.ts";
import { type Forbidden, moveAt, type OptionLister } from "./options.ts";
import type { Policy } from "./policies/index.ts";
import { reachOf } from "./reach.ts";
import { role } from "./role.ts";
import { rolesOf } from "./roles-of.ts";

/** Draws options without weighing those that the draw does not ask for. */
export interface Thinning {
  /** Takes up new inputs of the scene. */
  renew(): void;
  /**
   * One option of an actor by multinomial logit, drawn with the luck where it stands.
   *
   * @returns its row in the table, −1 if there is none, {@link UNDECIDED} where the odds are beyond numbers.
   */
  draw(actor: number, policy: Policy, forbidden: readonly Forbidden[], luck: Luck): number;
}

/** Odds too great or too small to be added up as they are: all options have to be weighed against the best. */
export const UNDECIDED = -2;

const MOST = 1e280;
const LEAST = 1e-280;

/**
 * The draw of {@link drawOption}, but kinds of move are listed, and options weighed, as the draw comes upon them.
 *
 * Each kind that knows a bound has at most the mass e^(commonness + habit + κ · bound), for the greatest habit
 * toward anybody; once listed, each of its options has at most that mass for the habit toward its own target. A place
 * is drawn in the sum of these; the option there is weighed, and taken if the place lies within its true mass. If
 * not, what is now known takes the place of the bound, and the draw is done again. So what is drawn has exactly the
 * odds that it would have if all had been weighed.
 *
 * @see Lewis & Shedler 1979 for thinning; von Neumann 1951 for rejection.
 */
export function thinningOf(weighing: Weighing, list: OptionLister): Thinning {
  const { scene, kinds, table, habits } = weighing;
  const { world, inputs } = scene;
  const n = world.actors.length;
  const count = kinds.length;
  const hostile = Uint8Array.from(kinds, (kind) => (kind.tone < 0 ? 1 : 0));
  const by = Int32Array.from(kinds, (kind) => kind.by ?? 0);
  const loudest = kinds.reduce((most, { tone }) => Math.max(most, Math.abs(tone)), 1e-9);
  const loudness = Float64Array.from(kinds, ({ tone }) => Math.abs(tone) / loudest);
  /** e^(commonness + κ · bound) of each kind for each actor, not governing and governing; Infinity where no bound is known. */
  const bounds = new Float64Array(2 * n * count).fill(Number.POSITIVE_INFINITY);
  /** Of each kind: its mass or the bound of it, and its rows in the table once it is weighed. */
  const mass = new Float64Array(count);
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  /** Kinds that the actor may have options of, in catalogue order. */
  const open: number[] = [];
  const caps = Uint8Array.from(kinds, (kind) => (kind.cap === undefined ? 0 : 1));
  /** Of each row of the table: whether its odds are known, and not just a bound of them. */
  let weighed = new Uint8Array(table.kind.length);
  /** Of each target, as of a draw: e^habit of a friendly and of a hostile move, and what the answer to the loudest adds. */
  const warmAt = new Int32Array(n);
  const coldAt = new Int32Array(n);
  const warm = new Float64Array(n);
  const cold = new Float64Array(n);
  const thanked = new Float64Array(n);
  const resented = new Float64Array(n);
  let draws = 0;
  /** How targets and bystanders answer a friendly move of tone 1, and e to the power of what the loudest is worth by that. */
  const answer = new Float64Array(n);
  const answers = new Float64Array(n);
  const answeredAt = new Int32Array(n);
  let [best, worst, care, epoch, seen] = [0, 0, 0, 0, 0];
  /** Where the bounds of the actor begin. */
  let row = 0;

  function renew(): void {
    seen = 0;
    for (const actor of world.movers) {
      const strategic = inputs.aims[actor * 6 + 5];
      for (const governs of [false, true]) {
        const reach = reachOf(world, inputs, actor, governs);
        const at = (2 * actor + (governs ? 1 : 0)) * count;
        for (let k = 0; k < count; k++) {
          const most = reach === undefined ? undefined : kinds[k].most?.(reach);
          // a little more, so that rounding breaks no bound
          bounds[at + k] =
            most === undefined
              ? Number.POSITIVE_INFINITY
              : exp(kinds[k].commonness + strategic * most) * 1.000001;
        }
      }
    }
  }

  /** Lists and weighs a kind: its true mass. */
  function weigh(k: number, policy: Policy): void {
    first[k] = table.count;
    last[k] = first[k] + list.add(k);
    if (last[k] > first[k]) valueKind(weighing, policy, first[k], last[k]);
    if (weighed.length < table.kind.length) weighed = grown(weighed, table.kind.length);
    let sum = 0;
    for (let o = first[k]; o < last[k]; o++) {
      table.odds[o] = exp(table.value[o]);
      weighed[o] = 1;
      sum += table.odds[o];
    }
    mass[k] = sum;
  }

  /** Lists a kind: its options have at most the mass of the kind's bound for their own target. */
  function listBounded(k: number, policy: Policy): void {
    first[k] = table.count;
    last[k] = first[k] + list.add(k);
    if (weighed.length < table.kind.length) weighed = grown(weighed, table.kind.length);
    const { target, odds } = table;
    const { decider } = world;
    const each = bounds[row + k] / (last[k] - first[k]);
    const { cap, commonness } = kinds[k];
    const common = cap === undefined || last[k] === first[k] ? 0 : commonness - logOf(last[k] - first[k]);
    let sum = 0;
    for (let o = first[k]; o < last[k]; o++) {
      weighed[o] = 0;
      const alone = cap === undefined ? each : capped(cap, common, o);
      odds[o] = target[o] < 0 ? alone : alone * taken(k, decider[target[o]]);
      if (!(odds[o] < MOST)) settle(k, o, policy);
      sum += odds[o];
    }
    mass[k] = sum;
  }

  /** At most these odds an option has, but for habit and answer. */
  function capped(cap: NonNullable<MoveKind["cap"]>, common: number, o: number): number {
    const { move, view } = weighing;
    // a little more, so that rounding breaks no bound
    return exp(common + view.strategic * cap(scene, moveAt(table, o, move.actor, move))) * 1.000001;
  }

  /** The most by which habit and answer of a target can multiply the odds of a kind. */
  function taken(k: number, j: number): number {
    const { choice, hostile: manner } = habits;
    if (hostile[k] === 1) {
      if (coldAt[j] !== draws) {
        coldAt[j] = draws;
        cold[j] = exp(choice[j] + manner[j] / 2);
        resented[j] = cold[j] * (1 / answered(j) - 1);
      }
      return cold[j] + loudness[k] * resented[j];
    }
    if (warmAt[j] !== draws) {
      warmAt[j] = draws;
      warm[j] = exp(choice[j] - manner[j] / 2);
      thanked[j] = warm[j] * (answered(j) - 1);
    }
    return warm[j] + loudness[k] * thanked[j];
  }

  /** By what a target's and bystanders' answer multiplies the odds of the loudest of friendly moves: the same for all who care alike, until power is worked out anew. */
  function answered(j: number): number {
    if (answeredAt[j] !== epoch) {
      answeredAt[j] = epoch;
      answers[j] = exp(care * loudest * answer[j]);
    }
    return answers[j];
  }

  /** Takes up power and standing as they now stand, and how much the actor cares for how it stands with others. */
  function takeUp(): void {
    const { weight, standing } = scene;
    const { view } = weighing;
    const caring = view.strategic * view.safe;
    if (caring === care && seen === scene.refreshed && seen > 0) return;
    epoch += 1;
    care = caring;
    if (seen === scene.refreshed && seen > 0) return;
    seen = scene.refreshed;
    best = 0;
    worst = 0;
    for (let j = 0; j < n; j++) {
      answer[j] = view.reply * weight[j] + view.bystander * standing[j];
      if (answer[j] > best) best = answer[j];
      if (answer[j] < worst) worst = answer[j];
    }
  }

  /** Weighs an option, whose true mass takes the place of its bound. */
  function settle(k: number, o: number, policy: Policy): void {
    table.odds[o] = exp(valueOption(weighing, policy, o, logOf(last[k] - first[k])));
    weighed[o] = 1;
  }

  /** Sets masses where they must be known, and bounds of them elsewhere. */
  function begin(actor: number, policy: Policy): void {
    takeUp();
    const { choice, hostile: manner } = habits;
    let friendly = 0;
    let harsh = 0;
    for (const j of world.acquainted[actor]) {
      friendly = Math.max(friendly, choice[j] - manner[j] / 2);
      harsh = Math.max(harsh, choice[j] + manner[j] / 2);
    }
    const kindly = exp(friendly);
    const unkindly = exp(harsh);
    // how it is taken is worth tone × answer, and e to that lies below its chord from no tone to the loudest
    const thanked = kindly * (exp(care * loudest * best) - 1);
    const resented = unkindly * (exp(-care * loudest * worst) - 1);
    const roles = rolesOf(scene, actor);
    open.length = 0;
    row = (2 * actor + ((roles & role.governs) !== 0 ? 1 : 0)) * count;
    for (let k = 0; k < count; k++) {
      if ((by[k] & ~roles) !== 0) continue;
      const most = hostile[k] === 1 ? unkindly + loudness[k] * resented : kindly + loudness[k] * thanked;
      const bound = bounds[row + k] * most;
      if (bound < MOST) {
        first[k] = -1;
        mass[k] = bound;
      } else if (caps[k] === 1 && inputs.aims[actor * 6 + 5] >= 0) listBounded(k, policy);
      else weigh(k, policy);
      if (mass[k] > 0) open.push(k);
    }
  }

  return {
    renew,
    draw(actor, policy, forbidden, luck) {
      draws += 1;
      list.start(actor, forbidden);
      weighFor(weighing, actor);
      begin(actor, policy);
      for (;;) {
        let total = 0;
        for (let k = 0; k < open.length; k++) total += mass[open[k]];
        if (!(total > LEAST && total < MOST)) return total === 0 && table.count === 0 ? -1 : UNDECIDED;
        let mark = luck.uniform() * total;
        let at = 0;
        while (at < open.length - 1 && mark >= mass[open[at]]) mark -= mass[open[at++]];
        const k = open[at];
        if (first[k] < 0) listBounded(k, policy);
        if (mark >= mass[k]) continue;
        const { odds } = table;
        let o = first[k];
        while (o < last[k] - 1 && mark >= odds[o]) mark -= odds[o++];
        if (weighed[o] === 0) settle(k, o, policy);
        if (mark < odds[o]) return o;
        mass[k] = 0;
        for (o = first[k]; o < last[k]; o++) mass[k] += odds[o];
      }
    },
  };
}

function grown(marks: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(room);
  larger.set(marks);
  return larger;
}
