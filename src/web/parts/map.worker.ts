// Places, factions and who stands between, away from the page: none may hold up a click.
import { UndirectedGraph } from "graphology";
import forceAtlas from "graphology-layout-forceatlas2";
import { seeded } from "../../base/index.ts";
import { frustration, signedNetwork } from "../../measure/index.ts";
import { betweenness } from "./map-between.ts";
import type { MapAnswer, MapQuestion } from "./map-worker.ts";

// The package is CommonJS: its types put behind `default` what a bundler gives at once.
const forceAtlas2 = forceAtlas as unknown as typeof forceAtlas.default;

/** The search for factions asks this often whether to go on; then it tells both bounds. */
const MOST_ASKED = 20_000;

const ANSWERS = { places, factions, between } as const;

addEventListener("message", ({ data }: MessageEvent<MapQuestion>) => {
  postMessage(ANSWERS[data.kind](data));
});

function places({ ask, nodes, from, to, value }: MapQuestion): MapAnswer {
  const random = seeded("map");
  const graph = new UndirectedGraph();
  for (let i = 0; i < nodes; i++) graph.addNode(i, { x: random.uniform() - 0.5, y: random.uniform() - 0.5 });
  for (let k = 0; k < from.length; k++) {
    // Friends stand near each other; enemies have no pull, only their place among the others.
    if (value[k] > 0 && from[k] !== to[k] && !graph.hasEdge(from[k], to[k]))
      graph.addEdge(from[k], to[k], { weight: 0.2 + value[k] });
  }
  const iterations = nodes > 2000 ? 80 : nodes > 500 ? 150 : 400;
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: nodes > 500,
    gravity: nodes > 300 ? 1 : 3,
    scalingRatio: 10,
  };
  const found = forceAtlas2(graph, { iterations, settings });
  const [x, y] = [new Float64Array(nodes), new Float64Array(nodes)];
  for (let i = 0; i < nodes; i++) [x[i], y[i]] = [found[i].x, found[i].y];
  return { ask, kind: "places", x, y };
}

function factions({ ask, nodes, from, to, value }: MapQuestion): MapAnswer {
  const network = signedNetwork(
    Array.from(value, (one, k) => [`${from[k]}`, `${to[k]}`, Math.sign(one)] as const),
    { actors: Array.from({ length: nodes }, (_, i) => `${i}`) },
  );
  let asked = 0;
  const found = frustration(network, { shouldStop: () => ++asked > MOST_ASKED });
  const { value: least, method, lower, upper, partition, frustrated } = found;
  return { ask, kind: "factions", factions: { value: least, method, lower, upper, partition, frustrated } };
}

function between({ ask, nodes, from, to, value }: MapQuestion): MapAnswer {
  const friendly = Array.from(value, (_, k) => k).filter((k) => value[k] > 0);
  const [a, b] = [Int32Array.from(friendly, (k) => from[k]), Int32Array.from(friendly, (k) => to[k])];
  return { ask, kind: "between", between: betweenness(nodes, a, b) };
}
