import { exp } from "../base/index.ts";
import { valueKind, type Weighing, weighFor } from "./decide.ts";
import type { Luck } from "./luck.ts";
import type { Forbidden, OptionLister } from "./options.ts";
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
 * The draw of {@link drawOption}, but kinds of move are weighed one by one, as the draw comes upon them.
 *
 * Each kind that knows a bound has at most the mass e^(commonness + habit + κ · bound), for the greatest habit
 * toward anybody. A place is drawn in the sum of these; the kind there is listed and weighed, and taken if the
 * place lies within its true mass. If not, its true mass takes the place of the bound, and the draw is done again.
 * So what is drawn has exactly the odds that it would have if all had been weighed.
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

  function renew(): void {
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
    let sum = 0;
    if (last[k] > first[k]) {
      valueKind(weighing, policy, first[k], last[k]);
      for (let o = first[k]; o < last[k]; o++) {
        table.odds[o] = exp(table.value[o]);
        sum += table.odds[o];
      }
    }
    mass[k] = sum;
  }

  /** Sets masses where they must be known, and bounds of them elsewhere. */
  function begin(actor: number, policy: Policy): void {
    const { weight, standing } = scene;
    const { choice, hostile: manner } = habits;
    let friendly = 0;
    let harsh = 0;
    for (const j of world.acquainted[actor]) {
      friendly = Math.max(friendly, choice[j] - manner[j] / 2);
      harsh = Math.max(harsh, choice[j] + manner[j] / 2);
    }
    const reply = inputs.parameters["relation.reply"];
    const bystander = inputs.parameters["relation.bystander"];
    let best = 0;
    let worst = 0;
    for (let j = 0; j < n; j++) {
      const answer = reply * weight[j] + bystander * standing[j];
      if (answer > best) best = answer;
      if (answer < worst) worst = answer;
    }
    const safe = 50 * inputs.aims[actor * 6 + 4] * inputs.aims[actor * 6 + 5];
    const kindly = exp(friendly);
    const unkindly = exp(harsh);
    // how it is taken is worth tone × answer, and e to that lies below its chord from no tone to the loudest
    const thanked = kindly * (exp(safe * loudest * best) - 1);
    const resented = unkindly * (exp(-safe * loudest * worst) - 1);
    const roles = rolesOf(scene, actor);
    const at = (2 * actor + ((roles & role.governs) !== 0 ? 1 : 0)) * count;
    for (let k = 0; k < count; k++) {
      if ((by[k] & ~roles) !== 0) {
        first[k] = table.count;
        last[k] = table.count;
        mass[k] = 0;
        continue;
      }
      const taken = hostile[k] === 1 ? unkindly + loudness[k] * resented : kindly + loudness[k] * thanked;
      const bound = bounds[at + k] * taken;
      if (bound < MOST) {
        first[k] = -1;
        mass[k] = bound;
      } else weigh(k, policy);
    }
  }

  return {
    renew,
    draw(actor, policy, forbidden, luck) {
      list.start(actor, forbidden);
      weighFor(weighing, actor);
      begin(actor, policy);
      for (;;) {
        let total = 0;
        for (let k = 0; k < count; k++) total += mass[k];
        if (!(total > LEAST && total < MOST)) return total === 0 && table.count === 0 ? -1 : UNDECIDED;
        let mark = luck.uniform() * total;
        let k = 0;
        while (k < count - 1 && mark >= mass[k]) mark -= mass[k++];
        if (first[k] < 0) weigh(k, policy);
        if (mark >= mass[k]) continue;
        let o = first[k];
        while (o < last[k] - 1 && mark >= table.odds[o]) mark -= table.odds[o++];
        return o;
      }
    },
  };
}
