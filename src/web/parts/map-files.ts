import { escapeText } from "../../show/index.ts";
import type { Drawing } from "./map-look.ts";

const NODE = ["name", "kind", "bloc", "group", "front", "faction"] as const;

/** The network as GraphML, for Gephi, igraph, Cytoscape and R. */
export function graphml({ nodes, ties }: Drawing): string {
  const keys = [
    ...NODE.map((name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="string"/>`),
    ...["value", "weight"].map(
      (name) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="double"/>`,
    ),
    ...["sign", "rests_on"].map(
      (name) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="string"/>`,
    ),
    '<key id="breaks" for="edge" attr.name="breaks_balance" attr.type="boolean"/>',
  ];
  const data = (key: string, value: string | number | boolean): string =>
    `<data key="${key}">${escapeText(String(value))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph id="map" edgedefault="undirected">',
    ...nodes.map(
      (node) =>
        `<node id="${escapeText(node.id)}">${NODE.map((name) => data(name, node[name] ?? "")).join("")}</node>`,
    ),
    ...ties.map(
      (tie, i) =>
        `<edge id="t${i}" source="${escapeText(tie.from)}" target="${escapeText(tie.to)}">${data("value", tie.value)}${data("weight", Math.abs(tie.value))}${data("sign", tie.value > 0 ? "friendly" : "hostile")}${data("rests_on", tie.rests)}${data("breaks", tie.breaks)}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}

/** The network as GEXF 1.3, with places, for Gephi. */
export function gexf({ nodes, ties }: Drawing): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    '<graph defaultedgetype="undirected">',
    `<attributes class="node">${NODE.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`).join("")}</attributes>`,
    '<attributes class="edge"><attribute id="value" title="value" type="double"/><attribute id="breaks" title="breaks_balance" type="boolean"/></attributes>',
    "<nodes>",
    ...nodes.map(
      (node) =>
        `<node id="${escapeText(node.id)}" label="${escapeText(node.name)}"><attvalues>${NODE.map((name) => `<attvalue for="${name}" value="${escapeText(String(node[name] ?? ""))}"/>`).join("")}</attvalues><viz:position x="${node.x.toFixed(3)}" y="${(-node.y).toFixed(3)}"/><viz:size value="${node.r.toFixed(2)}"/></node>`,
    ),
    "</nodes>",
    "<edges>",
    ...ties.map(
      (tie, i) =>
        `<edge id="${i}" source="${escapeText(tie.from)}" target="${escapeText(tie.to)}" weight="${Math.abs(tie.value)}"><attvalues><attvalue for="value" value="${tie.value}"/><attvalue for="breaks" value="${tie.breaks}"/></attvalues></edge>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}
