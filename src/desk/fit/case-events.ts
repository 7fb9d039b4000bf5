import { dayOf, mode, TawazunError } from "../../base/index.ts";
import { dataOfLog, type EventData, eventWeight, type Network } from "../../behave/index.ts";
import type { Case } from "../../case/index.ts";
import { type EventLog, eventLogOf, noTarget, rows } from "../../events/index.ts";
import { firstScene, inputsOf, type World, worldOf } from "../../simulate/index.ts";

/** Events ready to be fitted, with what is needed to speak of them. */
export interface EventMaterial {
  readonly log: EventLog;
  readonly data: EventData;
  /** The number in the log of each event that is explained. */
  readonly explained: readonly number[];
  /** Names for people, by actor as the data call it. */
  readonly nameOf: (actor: string) => string;
  /** What a reader must know of how the events were read. */
  readonly remarks: readonly string[];
}

/** Which of the events are explained, and how they count. */
export interface EventChoice {
  /** First and last day explained; earlier events are the past, later ones are left out. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly counts?: "one" | "weight";
  /** Only hostile events are explained; all are the past. */
  readonly only?: "hostile";
}

/**
 * The events of a case as the play reads them: up to the as-of date, each counted for who decides.
 *
 * @remarks Networks beside those of a log: `conflictual@elsewhere`, hostility from actors of another front
 * than one's own; `friends` and `foes`, the standing ties of the case. Attributes: `group`, `front`, `kind`
 * and `power`, the share of power on the as-of date with all that an actor leads. Only actors that are in an
 * event can act and be chosen.
 *
 * @param all the events, if they are not the case's own; their actors are the case's, by id.
 * @throws {TawazunError} `events/stranger` for an actor that the case does not have; `events/none`.
 */
export function caseEvents(
  source: Case,
  choice: EventChoice = {},
  all: EventLog = eventLogOf(source),
): EventMaterial {
  const world = worldOf(source);
  const deciderOf = all.actors.map((id) => world.decider[actorOf(world, id)]);
  const led: EventLog = {
    ...all,
    actors: world.actors.map((actor) => actor.id),
    source: all.source.map((i) => deciderOf[i]),
    target: all.target.map((i) => (i === noTarget ? i : deciderOf[i])),
  };
  const log = upTo(led, Math.min(world.start, choice.to ?? world.start));
  const made = material(log, choice, {
    attributes: attributesOf(world),
    onlySeen: true,
  });
  const { data } = made;
  const place = new Map(data.actors.map((id, k) => [id, k]));
  return {
    ...made,
    data: {
      ...data,
      networks: { ...data.networks, ...fromElsewhere(log, world, place, choice), ...standing(world, place) },
      ...presenceOf(world, data),
    },
    nameOf: (id) => world.actors[world.actorIndex.get(id) ?? -1]?.name ?? id,
    remarks: [
      "Deeds of those whom another leads are counted for him, as in the play; only actors that are in an event are taken to have had a choice, or to have been one, and none before it was founded.",
    ],
  };
}

/** Who was not yet there: before its founding an actor can neither act nor be chosen, unless the record says it was. */
function presenceOf(world: World, { actors, networks }: EventData): Pick<EventData, "presence"> {
  const { list } = networks.all;
  const late = actors.flatMap((id, k) => {
    const founded = world.actors[actorOf(world, id)].founded;
    if (founded === undefined) return [];
    const time = dayOf(founded);
    const earlier = Array.from(list.time).some(
      (t, e) => t < time && (list.sender[e] === k || list.receiver[e] === k),
    );
    return earlier || time <= list.time[0] ? [] : [{ actor: k, time }];
  });
  if (late.length === 0) return {};
  late.sort((a, b) => a.time - b.time);
  const absent = new Set(late.map(({ actor }) => actor));
  return {
    presence: {
      initial: actors.map((_, k) => (absent.has(k) ? 0 : 1)),
      list: {
        time: late.map(({ time }) => time),
        actor: late.map(({ actor }) => actor),
        value: late.map(() => 1),
      },
    },
  };
}

function actorOf(world: World, id: string): number {
  const found = world.actorIndex.get(id);
  if (found === undefined) {
    throw new TawazunError("events/stranger", `The events name ${id}, whom the case does not have.`);
  }
  return found;
}

/** A log of any feed. */
export function logEvents(log: EventLog, choice: EventChoice = {}): EventMaterial {
  return {
    ...material(choice.to === undefined ? log : upTo(log, choice.to), choice, { onlySeen: true }),
    nameOf: (id) => id,
    remarks: [],
  };
}

function upTo(log: EventLog, last: number): EventLog {
  const kept: number[] = [];
  for (let e = 0; e < log.count; e++) if (log.time[e] < last + 1) kept.push(e);
  return kept.length === log.count ? log : rows(log, kept);
}

function material(
  log: EventLog,
  { from, counts = "weight", only }: EventChoice,
  options: Parameters<typeof dataOfLog>[1],
): Pick<EventMaterial, "log" | "data" | "explained"> {
  if (log.count === 0) throw new TawazunError("events/none", "There are no events to be explained.");
  const explained: number[] = [];
  const data = dataOfLog(log, {
    ...options,
    counts,
    explain: (e) => {
      const is = (from === undefined || log.time[e] >= from) && (only === undefined || log.intensity[e] < 0);
      if (is) explained.push(e);
      return is;
    },
  });
  return { log, data: from === undefined ? data : { ...data, observed: { from } }, explained };
}

function attributesOf(world: World): { readonly [name: string]: readonly (string | number | undefined)[] } {
  const { weight } = firstScene(world);
  const groups = world.groupIds.length;
  const groupOf = (a: number): string | undefined => {
    let best: string | undefined;
    let most = 0;
    for (let g = 0; g < groups; g++) {
      if (world.belongs[a * groups + g] <= most) continue;
      most = world.belongs[a * groups + g];
      best = world.groupIds[g];
    }
    return best;
  };
  return {
    group: world.actors.map((_, a) => groupOf(a)),
    front: world.actors.map((_, a) => `front ${world.front[a]}`),
    kind: world.actors.map((actor) => actor.kind),
    power: world.actors.map((_, a) => weight[a]),
  };
}

/** Hostile events whose source stands on another front than their target. */
function fromElsewhere(
  log: EventLog,
  world: World,
  place: ReadonlyMap<string, number>,
  { counts = "weight" }: EventChoice,
): { readonly [name: string]: Network } {
  const which: number[] = [];
  for (let e = 0; e < log.count; e++) {
    if (log.target[e] === noTarget || log.intensity[e] >= 0) continue;
    if (world.front[log.source[e]] !== world.front[log.target[e]]) which.push(e);
  }
  if (which.length === 0) return {};
  const of = (i: number): number => place.get(log.actors[i]) ?? 0;
  return {
    "conflictual@elsewhere": {
      directed: true,
      changes: "increment",
      list: {
        time: which.map((e) => log.time[e]),
        sender: which.map((e) => of(log.source[e])),
        receiver: which.map((e) => of(log.target[e])),
        value: which.map((e) => (counts === "one" ? 1 : Math.max(0.1, eventWeight(log.intensity[e])))),
      },
    },
  };
}

/** The standing ties of the case at their modes, friendly and hostile ones apart. */
function standing(world: World, place: ReadonlyMap<string, number>): { readonly [name: string]: Network } {
  const { tie } = inputsOf(world);
  const all = world.actors.length;
  const n = place.size;
  const ties = (sign: 1 | -1): Network => {
    const initial = new Float64Array(n * n);
    for (const [from, i] of place) {
      for (const [to, j] of place) {
        const a = world.actorIndex.get(from);
        const b = world.actorIndex.get(to);
        if (a === undefined || b === undefined || i === j) continue;
        initial[i * n + j] = Math.max(0, sign * tie[a * all + b]);
      }
    }
    return {
      directed: true,
      changes: "replace",
      initial,
      list: { time: [], sender: [], receiver: [], value: [] },
    };
  };
  return world.source.relations.some((relation) => mode(relation.value) !== 0)
    ? { friends: ties(1), foes: ties(-1) }
    : {};
}
