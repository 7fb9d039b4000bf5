import { mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { escapeText } from "../../show/index.ts";

/** The ties of a case as GraphML, which Gephi, igraph and R read: actors as nodes, ties with their value. */
export function graphml(source: Case): string {
  const quoted = (text: string): string => escapeText(text).replaceAll('"', "&quot;");
  const nodes = source.actors.map(
    ({ id, name, kind }) =>
      `    <node id="${quoted(id)}"><data key="name">${escapeText(name)}</data><data key="kind">${escapeText(kind)}</data></node>`,
  );
  const edges = source.relations.flatMap(({ from, to, value, mutual }) => {
    const tie = (a: string, b: string): string =>
      `    <edge source="${quoted(a)}" target="${quoted(b)}"><data key="value">${mode(value)}</data></edge>`;
    return mutual === true ? [tie(from, to), tie(to, from)] : [tie(from, to)];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="name" for="node" attr.name="name" attr.type="string"/>',
    '  <key id="kind" for="node" attr.name="kind" attr.type="string"/>',
    '  <key id="value" for="edge" attr.name="value" attr.type="double"/>',
    '  <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
