import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statisticOf, statistics } from "./index.ts";
import type { Setting } from "./statistic.ts";

/** The world at one moment, as plain matrices: x and y are networks, z and u attributes. */
interface World {
  readonly n: number;
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
  readonly z: readonly number[];
  readonly u: readonly number[];
  readonly last: readonly (readonly number[])[];
}

const sgn = (value: number): number => (value > 0 ? 1 : 0);
const all = (n: number): number[] => Array.from({ length: n }, (_, k) => k);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const others = (w: World, ...not: number[]): number[] => all(w.n).filter((k) => !not.includes(k));
const over = (w: World, i: number, j: number, of: (k: number) => number): number =>
  sum(others(w, i, j).map(of));
const both = (x: World["x"], a: number, b: number): number => x[a][b] + x[b][a];

function company(w: World): number[] {
  const means = all(w.n).map((j) => {
    const around = others(w, j).filter((k) => w.x[k][j] > 0);
    return around.length === 0 ? undefined : sum(around.map((k) => w.z[k])) / around.length;
  });
  const known = means.filter((mean) => mean !== undefined);
  return means.map((mean) => mean ?? (known.length === 0 ? 0 : sum(known) / known.length));
}

const plain = (value: number): number => value;
const indeg = (w: World, i: number, of: (value: number) => number): number =>
  sum(others(w, i).map((k) => of(w.x[k][i])));
const outdeg = (w: World, i: number, of: (value: number) => number): number =>
  sum(others(w, i).map((k) => of(w.x[i][k])));

/** The statistics of groups, with ties counted or summed. */
const ofGroups = (of: (value: number) => number): { readonly [id: string]: Definition } => ({
  group_inertia: (w, i, j) => over(w, i, j, (k) => (w.z[k] === w.z[i] ? of(w.x[k][j]) : 0)),
  group_recip: (w, i, j) => over(w, i, j, (l) => (w.z[l] === w.z[j] ? of(w.x[l][i]) : 0)),
  group_target: (w, i, j) => over(w, i, j, (l) => (w.z[l] === w.z[j] ? of(w.x[i][l]) : 0)),
  group_coupling: (w, i, j) =>
    sum(
      all(w.n).flatMap((k) =>
        all(w.n).map((l) =>
          k !== l && (k !== i || l !== j) && w.z[k] === w.z[i] && w.z[l] === w.z[j] ? of(w.x[k][l]) : 0,
        ),
      ),
    ),
  front_coupling: (w, i, j) => (w.y[i][j] > 0 ? indeg(w, i, of) : 0),
});

type Definition = (w: World, i: number, j: number) => number;

// The definitions, letter by letter, of values that only depend on the ties as they are now.
const definitions: { readonly [id: string]: Definition } = {
  intercept: () => 1,
  inertia: (w, i, j) => sgn(w.x[i][j]),
  tie: (w, i, j) => sgn(w.x[i][j]),
  recip: (w, i, j) => sgn(w.x[j][i]),
  indeg: (w, i) => sum(others(w, i).map((k) => sgn(w.x[k][i]))),
  outdeg: (w, i) => sum(others(w, i).map((k) => sgn(w.x[i][k]))),
  indeg_diff: (w, i, j) => Math.abs(indeg(w, i, sgn) - indeg(w, j, sgn)),
  outdeg_diff: (w, i, j) => Math.abs(outdeg(w, i, sgn) - outdeg(w, j, sgn)),
  sent: (w, i) => sum(others(w, i).map((k) => w.x[i][k])),
  received: (w, i) => sum(others(w, i).map((k) => w.x[k][i])),
  recency: (w, i, j) => w.last[i][j],
  trans: (w, i, j) => over(w, i, j, (k) => sgn(w.x[i][k]) * sgn(w.x[k][j])),
  cycle: (w, i, j) => over(w, i, j, (k) => sgn(w.x[j][k]) * sgn(w.x[k][i])),
  common_sender: (w, i, j) => over(w, i, j, (k) => sgn(w.x[k][i]) * sgn(w.x[k][j])),
  common_receiver: (w, i, j) => over(w, i, j, (k) => sgn(w.x[i][k]) * sgn(w.x[j][k])),
  four: (w, i, j) =>
    over(w, i, j, (k) =>
      sum(others(w, i, j, k).map((l) => sgn(w.x[i][k]) * sgn(w.x[l][k]) * sgn(w.x[l][j]))),
    ),
  node_trans: (w, i) =>
    sum(
      others(w, i).flatMap((k) =>
        others(w, i, k).map((m) => sgn(w.x[i][k]) * sgn(w.x[k][m]) * sgn(w.x[i][m])),
      ),
    ),
  mixed_trans: (w, i, j) => over(w, i, j, (k) => sgn(w.x[i][k]) * sgn(w.y[k][j])),
  mixed_cycle: (w, i, j) => over(w, i, j, (k) => sgn(w.x[j][k]) * sgn(w.y[k][i])),
  mixed_common_sender: (w, i, j) => over(w, i, j, (k) => sgn(w.x[k][i]) * sgn(w.y[k][j])),
  mixed_common_receiver: (w, i, j) => over(w, i, j, (k) => sgn(w.x[i][k]) * sgn(w.y[j][k])),
  friend_of_friend: (w, i, j) => over(w, i, j, (k) => Math.min(both(w.x, i, k), both(w.x, j, k))),
  friend_of_enemy: (w, i, j) => over(w, i, j, (k) => Math.min(both(w.y, i, k), both(w.x, j, k))),
  enemy_of_friend: (w, i, j) => over(w, i, j, (k) => Math.min(both(w.x, i, k), both(w.y, j, k))),
  enemy_of_enemy: (w, i, j) => over(w, i, j, (k) => Math.min(both(w.y, i, k), both(w.y, j, k))),
  ...ofGroups(sgn),
  ego: (w, i) => w.z[i],
  alter: (w, i) => w.z[i],
  same: (w, i, j) => (w.z[i] === w.z[j] ? 1 : 0),
  diff: (w, i, j) => Math.abs(w.z[i] - w.z[j]),
  sim: (w, i, j) => -Math.abs(w.z[i] - w.z[j]),
  ego_alter_interaction: (w, i, j) => w.z[i] * w.u[j],
  tertius: (w, i) => company(w)[i],
  tertius_diff: (w, i, j) => Math.abs(w.z[i] - company(w)[j]),
};

// The same where ties count with their values.
const weightedDefinitions: { readonly [id: string]: Definition } = {
  inertia: (w, i, j) => w.x[i][j],
  tie: (w, i, j) => w.x[i][j],
  recip: (w, i, j) => w.x[j][i],
  indeg: (w, i) => sum(others(w, i).map((k) => w.x[k][i])),
  outdeg: (w, i) => sum(others(w, i).map((k) => w.x[i][k])),
  indeg_diff: (w, i, j) => Math.abs(indeg(w, i, plain) - indeg(w, j, plain)),
  outdeg_diff: (w, i, j) => Math.abs(outdeg(w, i, plain) - outdeg(w, j, plain)),
  ...ofGroups(plain),
};

type Step =
  | {
      readonly kind: "tie";
      readonly which: 0 | 1;
      readonly i: number;
      readonly j: number;
      readonly value: number;
    }
  | { readonly kind: "trait"; readonly which: 0 | 1; readonly i: number; readonly value: number };

const n = 5;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .record({
          kind: fc.constant("tie" as const),
          which: fc.constantFrom<0 | 1>(0, 1),
          i: fc.nat(n - 1),
          j: fc.nat(n - 1),
          value: fc.constantFrom(0, 1, 2, 3.5),
        })
        .filter(({ i, j }) => i !== j),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("trait" as const),
        which: fc.constantFrom<0 | 1>(0, 1),
        i: fc.nat(n - 1),
        value: fc.constantFrom(1, 2, 2.5),
      }),
    },
  ),
  // Long enough for ties to join into paths of three.
  { minLength: 20, maxLength: 60 },
);

/** Plays steps into a statistic; after each, all values and those it said had changed. */
function played(
  id: string,
  list: readonly Step[],
  options: { readonly weighted: boolean; readonly order?: Setting["order"] },
  check: (w: World, values: Float64Array, touched: ReadonlySet<number>, before: Float64Array) => void,
): void {
  const statistic = statisticOf(id);
  const ties = [new Float64Array(n * n), new Float64Array(n * n)];
  const traits = [Float64Array.from([1, 2, 2, 1, 3]), Float64Array.from([2, 1, 1, 1, 2])];
  const last = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY);
  const touched = new Set<number>();
  const running = statistic.start({
    n,
    ties: ties.slice(0, statistic.networks),
    traits: traits.slice(0, statistic.attributes),
    weighted: options.weighted,
    order: options.order ?? "any",
    factor: () => 1,
    floor: 0,
    touch: (cell) => touched.add(cell),
  });
  list.forEach((given, time) => {
    // A statistic of one network gets every change of ties.
    const step: Step = given.kind === "tie" && statistic.networks < 2 ? { ...given, which: 0 } : given;
    const before = running.values.slice();
    touched.clear();
    if (step.kind === "tie") {
      const cell = step.i * n + step.j;
      const old = ties[step.which][cell];
      if (old !== step.value) {
        ties[step.which][cell] = step.value;
        if (step.which === 0) last[cell] = time;
        if (step.which < statistic.networks) running.tie?.(step.which, step.i, step.j, old, step.value, time);
      }
    } else {
      const old = traits[step.which][step.i];
      traits[step.which][step.i] = step.value;
      if (old !== step.value && step.which < statistic.attributes) {
        running.trait?.(step.which, step.i, old, step.value);
      }
    }
    const matrix = (of: Float64Array): number[][] =>
      all(n).map((i) => Array.from(of.subarray(i * n, (i + 1) * n)));
    check(
      {
        n,
        x: matrix(ties[0]),
        y: matrix(ties[1]),
        z: Array.from(traits[0]),
        u: Array.from(traits[1]),
        last: matrix(last),
      },
      running.values,
      touched,
      before,
    );
  });
}

describe("every statistic", () => {
  it("has its definition here", () => {
    expect(statistics.map((statistic) => statistic.id).sort()).toEqual(Object.keys(definitions).sort());
  });

  const kinds = [
    ...Object.entries(definitions).map(([id, definition]) => ({ id, definition, weighted: false })),
    ...Object.entries(weightedDefinitions).map(([id, definition]) => ({ id, definition, weighted: true })),
  ];
  it.each(kinds)(
    "$id (weighted: $weighted) equals its definition after every change, and says what changed",
    (kind) => {
      const { id, definition, weighted } = kind;
      const pair = statisticOf(id).level === "pair";
      const plain = statisticOf(id).attributes === 0;
      fc.assert(
        fc.property(steps, (list) => {
          played(id, list, { weighted }, (w, values, touched, before) => {
            for (const i of all(n)) {
              for (const j of pair ? others(w, i) : [i]) {
                const cell = pair ? i * n + j : i;
                const expected = definition(w, i, j);
                if (Math.abs(values[cell] - expected) > 1e-9)
                  expect([i, j, values[cell]]).toEqual([i, j, expected]);
                // Attributes are read through the live view, so their former value is not kept.
                if (plain && values[cell] !== before[cell] && !touched.has(cell))
                  expect([...touched]).toContain(cell);
              }
            }
          });
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(statistics.map((statistic) => statistic.id))(
    "%s moves with its actors when they are renamed",
    (id) => {
      const order = [3, 0, 4, 1, 2];
      const pair = statisticOf(id).level === "pair";
      fc.assert(
        fc.property(steps, (list) => {
          // Traits start unequal, so all are first set to one value in both worlds.
          const level: Step[] = [0, 1].flatMap((which) =>
            all(n).map((i): Step => ({ kind: "trait", which: which === 0 ? 0 : 1, i, value: 2 })),
          );
          const renamed = list.map(
            (step): Step =>
              step.kind === "tie"
                ? { ...step, i: order[step.i], j: order[step.j] }
                : { ...step, i: order[step.i] },
          );
          const ends: Float64Array[] = [];
          for (const each of [list, renamed]) {
            let end = new Float64Array();
            played(id, [...level, ...each], { weighted: true }, (_, values) => {
              end = values.slice();
            });
            ends.push(end);
          }
          for (const i of all(n)) {
            for (const j of pair ? all(n).filter((k) => k !== i) : [i]) {
              const from = pair ? i * n + j : i;
              const to = pair ? order[i] * n + order[j] : order[i];
              if (Math.abs(ends[1][to] - ends[0][from]) > 1e-9) expect(ends[1][to]).toBe(ends[0][from]);
            }
          }
        }),
        { numRuns: 10 },
      );
    },
  );
});

describe("two-paths whose order counts", () => {
  // The definition: walk through the history of ties and keep the list of paths.
  const listed = (history: readonly Step[], order: "sequential" | "consecutive"): readonly string[] => {
    const x = all(n).map(() => all(n).map(() => 0));
    let paths: string[] = [];
    let last = "";
    for (const step of history) {
      if (step.kind !== "tie" || x[step.i][step.j] === step.value) continue;
      const { i: a, j: b } = step;
      const had = x[a][b] > 0;
      x[a][b] = step.value;
      if (!had && step.value > 0) {
        for (const i of all(n)) {
          if (i === a || i === b || !(x[i][a] > 0)) continue;
          if (order === "sequential" || last === `${i}${a}`) paths.push(`${i}${a}${b}`);
        }
      }
      if (had && step.value === 0) {
        paths = paths.filter((path) => !path.startsWith(`${a}${b}`) && !path.endsWith(`${a}${b}`));
      }
      last = `${a}${b}`;
    }
    return paths;
  };

  it.each(["sequential", "consecutive"] as const)("are those of the history, %s", (order) => {
    fc.assert(
      fc.property(steps, (list) => {
        for (const id of ["trans", "cycle"]) {
          let end = new Float64Array();
          played(id, list, { weighted: false, order }, (_, values) => {
            end = values.slice();
          });
          const paths = listed(list, order);
          for (const i of all(n)) {
            for (const j of all(n)) {
              const [from, to] = id === "trans" ? [i, j] : [j, i];
              const count = paths.filter((path) => path[0] === `${from}` && path[2] === `${to}`).length;
              expect(end[i * n + j]).toBe(count);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
