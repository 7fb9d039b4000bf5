import { exp } from "../../base/index.ts";
import { type Confidence, confidence, type VotingBloc } from "../../measure/index.ts";
import {
  drawOf,
  firstScene,
  type Inputs,
  initialState,
  inputsOf,
  RUNS_PER_DRAW,
  type State,
} from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { headOfGovernment, short } from "./names.ts";
import { drawsFor, ninety } from "./power-today.ts";
import type { Assembly } from "./seats.ts";

/** The members whom one leader disposes of in one list, before a motion against the head of government. */
export interface Voters extends VotingBloc {
  readonly name: string;
  /** What ties the leader to the head of government, −1…1; absent for the head's own. */
  readonly tie?: number;
  /** Whether the party stays away from the assembly. */
  readonly away: boolean;
}

/** A motion to withdraw confidence from the head of government, as it would go on the first day. */
export interface MotionToday {
  readonly head: string;
  readonly quota: number;
  readonly voters: readonly Voters[];
  /** Whole blocs take one line: what the probability is, who decides it, whose defection turns it. */
  readonly together: Confidence;
  /** The same with the voters the other way: members vote one by one, as the play counts them. */
  readonly apart: number;
  /** The chance if those who boycott the assembly came to the vote; absent where nobody does. */
  readonly present?: number;
  /** 90% of draws of the uncertain inputs. */
  readonly range: { readonly low: number; readonly high: number };
  readonly draws: number;
}

/** The tie at which a leader is as likely to vote for the motion as against it: the play's own curve. */
const TURN = -0.15;

/** The chance that a leader with this tie to the head of government is for the motion: steep about {@link TURN}. */
function chanceFor(tie: number): number {
  return 1 / (1 + exp(6 * (tie - TURN)));
}

/** More blocs than this are too many to look for sets of defectors: the smallest are joined. */
const MOST_BLOCS = 20;

/** The motion as it stands; nothing without an assembly, or without a head of government. */
export function motionToday(study: Study, assembly: Assembly): MotionToday | undefined {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  if (head < 0 || assembly.quota < 1) return undefined;
  const scene = firstScene(world);
  const voters = votersOf(study, scene.inputs, scene.state);
  const members = voters.reduce((sum, bloc) => sum + bloc.seats, 0);
  if (members < assembly.quota) return undefined;
  const motion = (blocs: readonly Voters[]) => ({ kind: "absolute" as const, blocs, needed: assembly.quota });
  const draws = drawsFor(world.actors.length);
  const drawn: number[] = [];
  for (let d = 0; d < draws; d++) {
    const inputs = inputsOf(world, drawOf(study.size.seed, d * RUNS_PER_DRAW));
    const blocs = votersOf(study, inputs, initialState(world, inputs));
    if (blocs.reduce((sum, bloc) => sum + bloc.seats, 0) < assembly.quota) continue;
    drawn.push(confidence(motion(blocs)).passes);
  }
  const together = confidence(motion(voters));
  const returned = voters.map((bloc) => ({ ...bloc, absence: 0 }));
  const range = drawn.length === 0 ? { low: together.passes, high: together.passes } : ninety(drawn);
  return {
    head: world.actors[head].name,
    quota: assembly.quota,
    voters,
    together,
    apart: confidence(motion(voters.map(oneByOne))).passes,
    ...(voters.some((bloc) => bloc.away) ? { present: confidence(motion(returned)).passes } : {}),
    range: { low: Math.min(range.low, together.passes), high: Math.max(range.high, together.passes) },
    draws: drawn.length,
  };
}

/** Members who vote each for himself: what was the chance of a line becomes the part that votes for it. */
function oneByOne(bloc: Voters): Voters {
  const discipline = bloc.discipline ?? 1;
  return { ...bloc, line: 1, discipline: bloc.line * discipline + (1 - discipline) * (1 - bloc.line) };
}

function votersOf(study: Study, inputs: Inputs, state: State): readonly Voters[] {
  const { world } = study.stage;
  const n = world.actors.length;
  const resource = world.resourceOf.get("seats") ?? 0;
  const head = world.decider[headOfGovernment(world)];
  const made = new Map<string, Voters>();
  for (let a = 0; a < n; a++) {
    const seats = Math.round(state.holding[resource * n + a]);
    if (seats <= 0) continue;
    const leader = world.decider[a];
    const list = state.list[a];
    const away = state.boycott[a * world.arenas.length + world.assembly] === 1;
    const id = `${leader} ${list} ${away}`;
    const known = made.get(id);
    const tie = state.relation[leader * n + head];
    made.set(id, {
      id: known?.id ?? world.actors[a].id,
      name:
        known === undefined ? short(world.actors[a].name) : `${known.name}, ${short(world.actors[a].name)}`,
      seats: seats + (known?.seats ?? 0),
      line: leader === head ? 0 : chanceFor(tie),
      discipline: list < 0 ? inputs.parameters.discipline : inputs.discipline[list],
      absence: away ? 0.5 : 0,
      pledgedFor: Math.min(seats, Math.round(state.pledged[a])) + (known?.pledgedFor ?? 0),
      pledgeKept: 1 - inputs.parameters["confidence.abstain"],
      // what it takes to turn a leader: how far his tie lies from the turning point; the head's own never do
      price: leader === head ? 10 : Math.max(0.01, Math.abs(tie - TURN)),
      away,
      ...(leader === head ? {} : { tie }),
    });
  }
  return joined([...made.values()].sort((a, b) => b.seats - a.seats || (a.id < b.id ? -1 : 1)));
}

/** The largest blocs, and the rest as one that votes as they do on average. */
function joined(voters: readonly Voters[]): readonly Voters[] {
  if (voters.length <= MOST_BLOCS) return voters;
  const rest = voters.slice(MOST_BLOCS - 1);
  const seats = rest.reduce((sum, bloc) => sum + bloc.seats, 0);
  const mean = (value: (bloc: Voters) => number): number =>
    rest.reduce((sum, bloc) => sum + bloc.seats * value(bloc), 0) / seats;
  return [
    ...voters.slice(0, MOST_BLOCS - 1),
    {
      id: "the rest",
      name: `${rest.length} smaller parties`,
      seats,
      line: mean((bloc) => bloc.line),
      discipline: mean((bloc) => bloc.discipline ?? 1),
      absence: mean((bloc) => bloc.absence ?? 0),
      pledgedFor: rest.reduce((sum, bloc) => sum + (bloc.pledgedFor ?? 0), 0),
      pledgeKept: mean((bloc) => bloc.pledgeKept ?? 1),
      price: mean((bloc) => bloc.price ?? 1),
      away: false,
    },
  ];
}
