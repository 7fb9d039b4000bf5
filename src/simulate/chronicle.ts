/**
 * What happened in one run, column by column: enough to answer every question, tell the run as a
 * narrative, and draw it. All indices are those of the {@link World}; times are days.
 */
export interface Chronicle {
  /** Moves made, in order of time. */
  readonly move: {
    readonly time: number[];
    readonly kind: number[];
    readonly actor: number[];
    readonly target: number[];
    readonly object: number[];
    readonly success: boolean[];
  };
  /** Changes of posts. */
  readonly post: {
    readonly time: number[];
    readonly post: number[];
    readonly holder: number[];
    readonly acting: boolean[];
  };
  readonly status: { readonly time: number[]; readonly actor: number[]; readonly status: number[] };
  readonly boycott: {
    readonly time: number[];
    readonly actor: number[];
    readonly arena: number[];
    readonly on: boolean[];
  };
  /** Signatures against the head of government, in all, after each change. */
  readonly signatures: { readonly time: number[]; readonly total: number[] };
  readonly territory: { readonly time: number[]; readonly territory: number[]; readonly holder: number[] };
  /** Day on which each outside event happened, the first time, or −1 … */
  readonly outside: Float64Array;
  /** … and each further time. */
  readonly again: { readonly time: number[]; readonly event: number[] };
  /** Leaders who were gone, and who took over what they led. */
  readonly heir: { readonly time: number[]; readonly gone: number[]; readonly heir: number[] };
  /** Days on which the assembly was elected. */
  readonly elections: number[];
  /** Days on which a head of government fell by a vote. */
  readonly falls: number[];
  /** By month from the first: overall share of each actor (month × actor) … */
  readonly share: Float64Array;
  /** … its share in each arena (month × arena × actor), seats, list, whether it shares the government (month × actor) … */
  readonly arenaShare: Float64Array;
  readonly seats: Float64Array;
  readonly list: Int32Array;
  readonly government: Uint8Array;
  /** … the status quo (month × issue), and whether routes are open (month × route). */
  readonly statusQuo: Float64Array;
  readonly open: Uint8Array;
  /** Deaths or incidents counted in each simulated month, and on its worst day. */
  readonly count: Float64Array;
  readonly worstDay: Float64Array;
  /** Months with a crisis of government, with violence above trend, with armed confrontation: bits 1, 2, 4. */
  readonly trouble: Uint8Array;
  /** Whether a pace had to be held down, or moves ended because there had been too many. */
  bounded: boolean;
}

/** Room for a run of so many months. */
export function chronicleOf(size: {
  readonly months: number;
  readonly actors: number;
  readonly arenas: number;
  readonly issues: number;
  readonly routes: number;
  readonly outside: number;
}): Chronicle {
  const { months, actors, arenas, issues, routes, outside } = size;
  return {
    move: { time: [], kind: [], actor: [], target: [], object: [], success: [] },
    post: { time: [], post: [], holder: [], acting: [] },
    status: { time: [], actor: [], status: [] },
    boycott: { time: [], actor: [], arena: [], on: [] },
    signatures: { time: [], total: [] },
    territory: { time: [], territory: [], holder: [] },
    outside: new Float64Array(outside).fill(-1),
    again: { time: [], event: [] },
    heir: { time: [], gone: [], heir: [] },
    elections: [],
    falls: [],
    share: new Float64Array(months * actors),
    arenaShare: new Float64Array(months * arenas * actors),
    seats: new Float64Array(months * actors),
    list: new Int32Array(months * actors).fill(-1),
    government: new Uint8Array(months * actors),
    statusQuo: new Float64Array(months * issues),
    open: new Uint8Array(months * routes),
    count: new Float64Array(months),
    worstDay: new Float64Array(months),
    trouble: new Uint8Array(months),
    bounded: false,
  };
}

/** Empties the growing columns, so that the room can be used again. */
export function clear(chronicle: Chronicle): void {
  for (const part of [
    chronicle.move,
    chronicle.post,
    chronicle.status,
    chronicle.boycott,
    chronicle.signatures,
    chronicle.territory,
    chronicle.again,
    chronicle.heir,
  ]) {
    for (const column of Object.values(part)) column.length = 0;
  }
  chronicle.elections.length = 0;
  chronicle.falls.length = 0;
  chronicle.outside.fill(-1);
  chronicle.bounded = false;
  chronicle.trouble.fill(0);
  chronicle.count.fill(0);
  chronicle.worstDay.fill(0);
}
