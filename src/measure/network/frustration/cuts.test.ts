import { describe, expect, it } from "vitest";
import { seeded } from "../../../base/index.ts";
import {
  blocs,
  frustration,
  linearSolver,
  type SignedNetwork,
  signedNetwork,
  type Tie,
  verifyCertificate,
} from "../index.ts";
import { pairs } from "../pairs.ts";
import { cutLoop } from "./cuts.ts";
import { elimination } from "./elimination.ts";
import { granule } from "./granule.ts";
import { netted } from "./graph.ts";
import { negativeCycles } from "./negative-cycles.ts";
import { eliminationOrder } from "./order.ts";

const linear = await linearSolver();

function randomNetwork(seed: string, actors: number, ties: number): SignedNetwork {
  const random = seeded(seed);
  const rows: Tie[] = [];
  while (rows.length < ties) {
    const [a, b] = [random.integer(actors), random.integer(actors)];
    if (a !== b) rows.push([`${a}`, `${b}`, random.uniform() < 0.5 ? -1 : 1]);
  }
  return signedNetwork(rows);
}

describe("the cut loop", () => {
  it.each(["a", "b", "c", "d"])(
    "closes the gap on a network that cycles alone may not prove (%s)",
    (seed) => {
      const { graph } = netted(pairs(randomNetwork(seed, 14, 40)));
      const exact = elimination(graph, eliminationOrder(graph, 14) ?? new Int32Array(), 2).cost;
      const { bound } = cutLoop(linear, {
        weights: graph.weight.map(Math.abs),
        step: granule(graph),
        upper: exact,
        first: [],
        violated: (f) => negativeCycles(graph, f, 100),
        propose: () => exact,
      });
      expect(bound).toBe(exact);
    },
  );

  it("proves blocs of any number, with prices that are a certificate", () => {
    const network = randomNetwork("blocs", 20, 90);
    const found = blocs(network, { linear });
    expect(found.method).toBe("exact");
    expect(verifyCertificate(network, found, Number.POSITIVE_INFINITY).faults).toEqual([]);
  });

  it("changes nothing where it is not needed", () => {
    const network = randomNetwork("plain", 30, 60);
    expect(frustration(network, { linear })).toEqual(frustration(network));
  });
});
