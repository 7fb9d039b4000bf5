// Places and factions, away from the page: neither may hold up a click.
import { UndirectedGraph } from "graphology";
import forceAtlas from "graphology-layout-forceatlas2";
import { seeded } from "../../base/index.ts";
import { frustration, signedNetwork } from "../../measure/index.ts";
import type { MapAnswer, MapQuestion } from "./map-worker.ts";

// The package is CommonJS: its types put behind `default` what a bundler gives at once.
const forceAtlas2 = forceAtlas as unknown as typeof forceAtlas.default;

/** The search for factions asks this often whether to go on; then it tells both bounds. */
const MOST_ASKED = 20_000;

addEventListener("message", ({ data }: MessageEvent<MapQuestion>) => {
  postMessage(data.kind === "places" ? places(data) : factions(data));
});

function places({ ask, nodes, ties }: MapQuestion): MapAnswer {
  const random = seeded("map");
  const graph = new UndirectedGraph();
  for (const id of nodes) graph.addNode(id, { x: random.uniform() - 0.5, y: random.uniform() - 0.5 });
  for (const [from, to, value] of ties) {
    // Friends stand near each other; enemies have no pull, only their place among the others.
    if (value > 0 && from !== to && !graph.hasEdge(from, to))
      graph.addEdge(from, to, { weight: 0.2 + value });
  }
  const iterations = nodes.length > 2000 ? 80 : nodes.length > 500 ? 150 : 400;
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: nodes.length > 500,
    gravity: nodes.length > 300 ? 1 : 3,
    scalingRatio: 10,
  };
  const found = forceAtlas2(graph, { iterations, settings });
  return { ask, kind: "places", places: nodes.map((id) => [found[id].x, found[id].y] as const) };
}

function factions({ ask, nodes, ties }: MapQuestion): MapAnswer {
  const network = signedNetwork(
    ties.map(([from, to, value]) => [from, to, Math.sign(value)] as const),
    { actors: nodes },
  );
  let asked = 0;
  const found = frustration(network, { shouldStop: () => ++asked > MOST_ASKED });
  const { value, method, lower, upper, partition, frustrated } = found;
  return { ask, kind: "factions", factions: { value, method, lower, upper, partition, frustrated } };
}
