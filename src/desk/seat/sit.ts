import { didYouMean, isoDate, TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { type Decision, type Scenario, stageOf, stateChanges, type World } from "../../simulate/index.ts";
import { violenceOf } from "../study.ts";
import { readPolicies } from "../verbs/policy-flag.ts";
import { matters, optionInWords, toldOf } from "./told.ts";

/** Who sits where, in which future, and what they chose so far. From it alone the future follows. */
export interface SeatGame {
  /** Ids of the actors in whose seats people sit. */
  readonly as: readonly string[];
  readonly seed: string;
  readonly months: number;
  /** How the others decide. */
  readonly policy: string;
  /** At each turn in order: the number of an option, or −1 for no move. */
  readonly choices: readonly number[];
  /** Number of the future that is played; default: the first, 0. */
  readonly run?: number | undefined;
  /** Day and part of the day until which the engine plays the seats too: the step at which a future was forked. */
  readonly from?: number | undefined;
}

/** An option at a turn, as the engine would value it for the actor. */
export interface SeatOption {
  /** What to give as a choice. */
  readonly option: number;
  readonly text: string;
  /** Points. */
  readonly gain: number;
  readonly price: number;
  /** Log-odds from habit, and in all. */
  readonly habit: number;
  readonly value: number;
  /** Chance that the engine would choose it, 0…1. */
  readonly probability: number;
}

/** A turn at which somebody is asked, or was. */
export interface SeatTurn {
  readonly date: string;
  readonly actor: string;
  readonly name: string;
  /** What has happened since the turn before. */
  readonly news: readonly string[];
  /** Likeliest first. */
  readonly options: readonly SeatOption[];
}

/** A turn that is over: what was chosen, what came of it, and what the engine would have done. */
export interface SeatTurnDone extends Omit<SeatTurn, "options"> {
  /** What happened; nothing if the actor passed. */
  readonly move?: string;
  readonly success?: boolean;
  /** Chance that the engine would have chosen the same. */
  readonly probability?: number;
  /** What the engine would most likely have done, and how likely. */
  readonly engine?: { readonly text: string; readonly probability: number };
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[];
}

/** How a game stands: turns that are over, and either the next one or the end. */
export interface Sitting {
  readonly turns: readonly SeatTurnDone[];
  readonly next?: SeatTurn;
  readonly end?: {
    readonly news: readonly string[];
    /** Shares of power at the end: in this game, and if the engine had played the seats too. */
    readonly shares: readonly {
      readonly actor: string;
      readonly name: string;
      readonly share: number;
      readonly engine: number;
    }[];
  };
}

/** What has happened is told from its end: a future that was forked late has much of it. */
const MOST_NEWS = 40;

/** Thrown through the play where the next choice is not known yet. */
class NextTurn extends Error {}

/**
 * Plays a game of seats as far as its choices reach.
 *
 * @remarks The play begins anew each time: one future of a year takes milliseconds, and nothing but the choices is kept.
 * @throws {TawazunError} `seat/nobody`, `seat/actor`, `seat/still` for seats that cannot be taken, `seat/choice` for a
 * choice that the turn does not have, `seat/fork` where a future would not be the same up to the fork.
 */
export function sit(source: Case, game: SeatGame): Sitting {
  const stage = stageOf(source);
  const { world } = stage;
  const seats = seatsOf(world, game.as);
  const { run = 0, from = Number.NEGATIVE_INFINITY } = game;
  if (game.from !== undefined) refuseOtherRule(world, seats, game.policy);
  const chosen = readPolicies(game.policy);
  const scenario: Scenario = {
    seed: game.seed,
    months: game.months,
    ...chosen,
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  const humans = Object.fromEntries(seats.map((seat) => [world.actors[seat].id, "human"]));
  const turns: SeatTurnDone[] = [];
  const news = new Map<number, string[]>(seats.map((seat) => [seat, []]));
  const heard = (seat: number): readonly string[] => news.get(seat)?.splice(0) ?? [];
  let asked: SeatTurn | undefined;
  let shares: readonly number[] | undefined;
  try {
    stage.play(
      { ...scenario, policies: { ...chosen.policies, ...humans } },
      run,
      run + 1,
      (_run, chronicle) => {
        shares = seats.map((seat) => shareAtEnd(world, chronicle.share, seat, game.months));
      },
      (decision, state) => {
        const told = toldOf(world, decision);
        const date = isoDate(Math.floor(decision.time));
        for (const seat of seats) {
          if (seat !== decision.actor && matters(world, decision, seat))
            news.get(seat)?.push(`${date} ${told}`);
        }
        if (asked === undefined || decision.actor !== world.actorIndex.get(asked.actor)) return undefined;
        const turn = asked;
        asked = undefined;
        const before = structuredClone(state);
        return () => {
          const option = decision.options[decision.chosen];
          const { options: _, ...rest } = turn;
          turns.push({
            ...rest,
            move: told,
            success: decision.success,
            probability: option.probability,
            engine: turn.options[0],
            changes: stateChanges(world, before, state).map(({ what, of, from, to }) => ({
              what: `${what}: ${of.map((id) => nameOf(world, id)).join(" → ")}`,
              from: shown(world, from),
              to: shown(world, to),
            })),
          });
        };
      },
      (decision) => {
        if (decision.time < from) return undefined;
        const choice = game.choices[turns.length];
        const turn = turnOf(world, decision, heard(decision.actor).slice(-MOST_NEWS));
        asked = turn;
        if (choice === undefined) throw new NextTurn();
        if (choice >= decision.options.length || choice < -1 || !Number.isInteger(choice)) {
          throw new TawazunError(
            "seat/choice",
            `At its turn of ${turn.date} ${turn.name} has no option ${choice}; there are ${decision.options.length}, from 0, and −1 for no move.`,
          );
        }
        if (choice < 0) {
          asked = undefined;
          const { options: _, ...rest } = turn;
          turns.push({ ...rest, engine: turn.options[0], changes: [] });
        }
        return choice;
      },
    );
  } catch (error) {
    if (error instanceof NextTurn && asked !== undefined) return { turns, next: asked };
    throw error;
  }
  const engine: number[] = [];
  stageOf(source).play(scenario, run, run + 1, (_run, chronicle) => {
    engine.push(...seats.map((seat) => shareAtEnd(world, chronicle.share, seat, game.months)));
  });
  return {
    turns,
    end: {
      news: seats.flatMap((seat) => heard(seat)).sort((a, b) => (a < b ? -1 : 1)),
      shares: seats.map((seat, k) => ({
        actor: world.actors[seat].id,
        name: world.actors[seat].name,
        share: shares?.[k] ?? 0,
        engine: engine[k],
      })),
    },
  };
}

/** Ids and names of the actors in whose seats somebody can sit. */
export function seatsThatMove(source: Case): readonly { readonly id: string; readonly name: string }[] {
  const { world } = stageOf(source);
  return [...world.movers].map((mover) => ({ id: world.actors[mover].id, name: world.actors[mover].name }));
}

function seatsOf(world: World, as: readonly string[]): readonly number[] {
  if (as.length === 0) throw new TawazunError("seat/nobody", "Name the actor in whose seat somebody sits.");
  const seats = as.map((id) => {
    const a = world.actorIndex.get(id);
    if (a === undefined)
      throw new TawazunError(
        "seat/actor",
        `There is no actor "${id}".${didYouMean(id, world.actorIndex.keys())}`,
      );
    const me = world.decider[a];
    if (!world.movers.includes(me))
      throw new TawazunError(
        "seat/still",
        `${world.actors[me].name} makes no moves of its own in this case.`,
      );
    return me;
  });
  return [...new Set(seats)];
}

/** A seat decides as most actors do until somebody takes it; of one that decides otherwise the past would be another. */
function refuseOtherRule(world: World, seats: readonly number[], policy: string): void {
  const other = seats.find((seat) => {
    const own = world.actors.find(
      (actor, a) => world.decider[a] === seat && actor.policy !== undefined && actor.policy !== "strategic",
    );
    return own !== undefined;
  });
  if (other === undefined && policy === "strategic") return;
  throw new TawazunError(
    "seat/fork",
    other === undefined
      ? "A future can be taken up in its midst only where actors decide strategically."
      : `${world.actors[other].name} does not decide strategically in this case, so its future cannot be taken up in its midst. Begin a game from the first day.`,
  );
}

function turnOf(world: World, decision: Decision, news: readonly string[]): SeatTurn {
  return {
    date: isoDate(Math.floor(decision.time)),
    actor: world.actors[decision.actor].id,
    name: world.actors[decision.actor].name,
    news,
    options: decision.options
      .map((option, o): SeatOption => {
        const { gain, price, habit, value, probability } = option;
        return { option: o, text: optionInWords(world, option), gain, price, habit, value, probability };
      })
      .sort((a, b) => b.value - a.value),
  };
}

/** The share of power of a seat with all that it leads, at the end of the last month. */
function shareAtEnd(world: World, share: ArrayLike<number>, seat: number, months: number): number {
  const at = (months - 1) * world.actors.length;
  let sum = 0;
  for (const led of world.led[seat]) sum += share[at + led] ?? 0;
  return sum;
}

function nameOf(world: World, id: string): string {
  for (const items of [world.actors, world.posts, world.issues, world.blocs, world.arenas]) {
    const found = items.find((item) => item.id === id);
    if (found !== undefined) return found.name;
  }
  return id;
}

function shown(world: World, value: string | number): string {
  return typeof value === "string"
    ? nameOf(world, value)
    : String(Math.round(value * 1000) / 1000).replace("-", "−");
}
