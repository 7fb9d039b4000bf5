import { UndirectedGraph } from "graphology";
import { useEffect, useRef } from "react";
import { Sigma } from "sigma";
import { EdgeRectangleProgram } from "sigma/rendering";
import { DashedEdges } from "./map-dashes.ts";
import type { Drawing } from "./map-look.ts";
import { useTone } from "./map-tone.ts";

/** The map on a canvas, for thousands of actors: wheel and drag move it, a click chooses an actor. */
export default function MapGl({
  drawing,
  chosen,
  label,
  onChoose,
}: {
  readonly drawing: Drawing;
  readonly chosen: string | undefined;
  readonly label: string;
  readonly onChoose: (id: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma>(undefined);
  const click = useRef(onChoose);
  click.current = onChoose;
  const tone = useTone();
  useEffect(() => {
    if (box.current === null) return undefined;
    const mine = new Sigma(new UndirectedGraph(), box.current, {
      edgeProgramClasses: { line: EdgeRectangleProgram, dashed: DashedEdges },
      defaultEdgeType: "line",
      labelRenderedSizeThreshold: 5,
      labelDensity: 0.6,
      labelFont: "system-ui, sans-serif",
      zIndex: true,
      allowInvalidContainer: true,
    });
    mine.on("clickNode", ({ node }) => click.current(node));
    sigma.current = mine;
    return () => mine.kill();
  }, []);
  useEffect(() => {
    const mine = sigma.current;
    if (mine === undefined) return;
    const colours = getComputedStyle(document.documentElement);
    const of = (name: string): string => colours.getPropertyValue(`--${name}`).trim() || "#888888";
    const series = Array.from({ length: 10 }, (_, i) => of(`s${i}`));
    const [friendly, hostile, ink] = [of("friendly"), of("hostile"), of("ink")];
    const graph = new UndirectedGraph();
    for (const node of drawing.nodes) {
      graph.addNode(node.id, {
        x: node.x,
        y: -node.y,
        size: Math.max(2, node.id === chosen ? node.r + 4 : node.r),
        color: node.id === chosen ? ink : series[node.series],
        label: node.name,
        forceLabel: node.id === chosen,
      });
    }
    for (const tie of drawing.ties) {
      if (!graph.hasNode(tie.from) || !graph.hasNode(tie.to) || graph.hasEdge(tie.from, tie.to)) continue;
      graph.addEdge(tie.from, tie.to, {
        type: tie.value > 0 ? "line" : "dashed",
        size: (tie.breaks ? 1 : 0.3) + 2 * Math.abs(tie.value),
        color: faded(tie.value > 0 ? friendly : hostile, tie.breaks ? 1 : 0.2 + 0.5 * tie.fresh),
        zIndex: tie.breaks ? 1 : 0,
      });
    }
    mine.setSetting("labelColor", { color: ink });
    mine.setGraph(graph);
    // `tone` is what the colours of the page depend on.
    void tone;
  }, [drawing, chosen, tone]);
  return <div ref={box} className="canvas" role="img" aria-label={label} dir="ltr" />;
}

/** `#1d5687` with an opacity. */
function faded(colour: string, opacity: number): string {
  const hex = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, "0");
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour + hex : colour;
}
