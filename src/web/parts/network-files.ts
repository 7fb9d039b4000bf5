import { MultiDirectedGraph, type UndirectedGraph } from "graphology";
import { write } from "graphology-gexf/browser/index.js";
import { mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { escapeText } from "../../show/index.ts";

const KINDS = ["name", "kind"] as const;

/** The ties of a case: actors as nodes, each direction of a tie as an edge with its value and weight. */
function graphOf(source: Case): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { id, name, kind } of source.actors) graph.addNode(id, { label: name, name, kind });
  for (const { from, to, value, mutual } of source.relations) {
    // A tie to a group or a bloc has no actor at its end.
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue;
    const tie = {
      value: mode(value),
      weight: Math.abs(mode(value)),
      sign: mode(value) < 0 ? "hostile" : "friendly",
    };
    graph.addDirectedEdge(from, to, tie);
    if (mutual === true) graph.addDirectedEdge(to, from, tie);
  }
  return graph;
}

/** The network as GEXF, which Gephi reads, by a kept library. */
export function gexf(source: Case): string {
  return gexfOf(graphOf(source));
}

/** A graph whose nodes have a label, a name and a kind, and whose edges have a value, a weight and a sign. */
export function gexfOf(graph: MultiDirectedGraph | UndirectedGraph): string {
  return write(graph, {
    formatNode: (_id, { label, kind, name }) => ({ label, attributes: { kind, name } }),
    formatEdge: (_id, { value, weight, sign }) => ({ weight, attributes: { value, sign } }),
  });
}

/** The network as GraphML, which Gephi, igraph, networkx, Cytoscape and R read. No kept library writes it. */
export function graphml(source: Case): string {
  return graphmlOf(graphOf(source));
}

/** The same of any graph whose nodes and edges have what {@link gexfOf} reads. */
export function graphmlOf(graph: MultiDirectedGraph | UndirectedGraph): string {
  const data = (key: string, value: unknown): string =>
    `<data key="${key}">${escapeText(String(value))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KINDS.map((name) => `  <key id="${name}" for="node" attr.name="${name}" attr.type="string"/>`),
    '  <key id="value" for="edge" attr.name="value" attr.type="double"/>',
    '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '  <key id="sign" for="edge" attr.name="sign" attr.type="string"/>',
    `  <graph edgedefault="${graph.type === "undirected" ? "undirected" : "directed"}">`,
    ...graph.mapNodes(
      (id, node) =>
        `    <node id="${escapeText(id)}">${KINDS.map((name) => data(name, node[name])).join("")}</node>`,
    ),
    ...graph.mapEdges(
      (_edge, { value, weight, sign }, from, to) =>
        `    <edge source="${escapeText(from)}" target="${escapeText(to)}">${data("value", value)}${data("weight", weight)}${data("sign", sign)}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
