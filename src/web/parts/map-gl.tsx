import { UndirectedGraph } from "graphology";
import { useEffect, useRef } from "react";
import { Sigma } from "sigma";
import { within } from "./map-frame.ts";
import { drawPins, graspable, moveNode, setPlace } from "./map-gl-hands.ts";
import { canvasNames } from "./map-gl-names.ts";
import type { Mover, Pin } from "./map-hands.tsx";
import type { Drawing } from "./map-look.ts";
import { type Colours, type Paints, repaint } from "./map-paint.ts";
import { Dashes, Discs, Lines } from "./map-programs.ts";
import { useTone } from "./map-tone.ts";

/** Above so many ties they are left out while the canvas moves. */
const MANY_TIES = 8000;
/** So many nodes or ties are painted before the page may do something else. */
const SLICE = 4000;

/** The map on a canvas, for thousands of actors: wheel and drag move it, a click chooses an actor. */
export default function MapGl({
  drawing,
  chosen,
  way,
  near,
  label,
  mover,
  onChoose,
  onPin,
}: {
  readonly drawing: Drawing;
  readonly chosen: string | undefined;
  /** Keys of the ties that are marked as a way. */
  readonly way: ReadonlySet<string>;
  /** Names what is shown of the network; when it changes, the canvas moves to it. */
  readonly near: string;
  readonly label: string;
  readonly mover: Mover;
  readonly onChoose: (id: string) => void;
  readonly onPin: Pin;
}) {
  const box = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma>(undefined);
  const paints = useRef<Paints>({ nodes: new Map(), ties: new Map() });
  const inTone = useRef("");
  const framed = useRef("");
  const now = useRef({ drawing, onChoose, onPin });
  now.current = { drawing, onChoose, onPin };
  const inks = useRef({ ink: "#000000", page: "#ffffff" });
  const tone = useTone();
  useEffect(() => {
    if (box.current === null) return undefined;
    const names = canvasNames(() => inks.current);
    const mine = new Sigma(new UndirectedGraph(), box.current, {
      nodeProgramClasses: { circle: Discs },
      edgeProgramClasses: { line: Lines, dashed: Dashes },
      defaultEdgeType: "line",
      labelRenderedSizeThreshold: 5,
      labelDensity: 1.2,
      ...names.settings,
      zIndex: true,
      allowInvalidContainer: true,
      nodeReducer: (id) => ({ ...paints.current.nodes.get(id) }),
      edgeReducer: (key) => ({ ...paints.current.ties.get(key) }),
    });
    sigma.current = mine;
    const show = (id: string, [x, y]: readonly [number, number]): void => {
      const paint = paints.current.nodes.get(id);
      if (paint === undefined) return;
      [paint.x, paint.y] = [x, -y];
      moveNode(mine, id, paint);
    };
    mover.current = show;
    graspable(mine, {
      onClick: (id) => now.current.onChoose(id),
      onMove: (id, place) => show(id, within(now.current.drawing.ground, place)),
      onDrop: (id, place) => now.current.onPin(id, within(now.current.drawing.ground, place)),
    });
    names.writeOn(mine);
    drawPins(mine, () => now.current.drawing.nodes);
    return () => {
      // The other way of drawing may have put its own in place by now.
      if (mover.current === show) mover.current = undefined;
      sigma.current = undefined;
      mine.kill();
    };
  }, [mover]);
  useEffect(() => {
    const mine = sigma.current;
    if (mine === undefined) return undefined;
    const colours = coloursOf(tone);
    inks.current = colours;
    const toned = inTone.current !== tone;
    inTone.current = tone;
    const change = repaint(paints.current, drawing, { chosen, way }, colours);
    const { x, y } = drawing.ground;
    const frame = [...x, ...y].join();
    const reframed = framed.current !== frame;
    framed.current = frame;
    if (reframed) mine.setCustomBBox({ x: [...x], y: [-y[1], -y[0]] });
    if (!toned && !reframed && change !== "all" && change !== "moved") {
      for (const id of change.moved) setPlace(mine, id, paints.current.nodes.get(id));
      return inSlices(mine, change, () => sigma.current === mine);
    }
    if (change === "moved") {
      paints.current = { nodes: new Map(), ties: new Map() };
      repaint(paints.current, drawing, { chosen, way }, colours);
    }
    // A setting makes the canvas read its graph anew: only where it does so anyway.
    mine.setSetting("hideEdgesOnMove", drawing.ties.length > MANY_TIES);
    const graph = new UndirectedGraph();
    for (const [id, at] of paints.current.nodes) graph.addNode(id, { x: at.x, y: at.y });
    for (const [key, { from, to }] of paints.current.ties) graph.addEdgeWithKey(key, from, to);
    mine.setGraph(graph);
    return undefined;
  }, [drawing, chosen, way, tone]);
  useEffect(() => {
    if (sigma.current !== undefined) moveTo(sigma.current, near === "" ? [] : now.current.drawing.nodes);
  }, [near]);
  return <div ref={box} className="canvas" role="img" aria-label={label} dir="ltr" />;
}

/** The colours of the page; `tone` is what they depend on. */
function coloursOf(_tone: string): Colours {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  const of = (name: string): string => {
    const colour = known.get(name) ?? (style.getPropertyValue(`--${name}`).trim() || "#888888");
    known.set(name, colour);
    return colour;
  };
  const signs = { friendly: of("friendly"), hostile: of("hostile"), ink: of("ink"), page: of("page") };
  return { ...signs, of: (name) => of(/^\d$/.test(name) ? `s${name}` : name) };
}

/** Paints some nodes and ties anew, a slice at a time, so that a click or a key can come between. */
function inSlices(
  mine: Sigma,
  { nodes, edges }: { readonly nodes: readonly string[]; readonly edges: readonly string[] },
  isAlive: () => boolean,
): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const paint = (to: number): void => {
    const part = {
      nodes: nodes.slice(at, to),
      edges: edges.slice(Math.max(0, at - nodes.length), Math.max(0, to - nodes.length)),
    };
    at = to;
    try {
      // What is drawn between slices is drawn in vain: it is drawn once, with the last.
      if (at < nodes.length + edges.length) mine.scheduleRender = () => mine;
      mine.refresh({ partialGraph: part, skipIndexation: true, schedule: true });
    } catch {
      // After a change of its size the canvas has forgotten what stands where, until it is painted: paint it whole.
      at = Number.POSITIVE_INFINITY;
      mine.scheduleRender = Sigma.prototype.scheduleRender;
      mine.refresh({ schedule: true });
    } finally {
      mine.scheduleRender = Sigma.prototype.scheduleRender;
    }
  };
  const step = (): void => {
    timer = undefined;
    paint(at + SLICE);
    if (at < nodes.length + edges.length) timer = setTimeout(step, 0);
  };
  if (nodes.length + edges.length > 0) step();
  return () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    // What is left over is painted with what comes next, if the canvas is still there.
    if (isAlive()) paint(Number.POSITIVE_INFINITY);
  };
}

/** Moves the canvas so that some nodes fill it; all of it, where there are none. */
function moveTo(mine: Sigma, nodes: Drawing["nodes"]): void {
  let [left, right, top, bottom] = [1, 0, 1, 0];
  for (const { id } of nodes) {
    const place = mine.getNodeDisplayData(id);
    if (place === undefined) continue;
    [left, right] = [Math.min(left, place.x), Math.max(right, place.x)];
    [top, bottom] = [Math.min(top, place.y), Math.max(bottom, place.y)];
  }
  const camera = mine.getCamera();
  if (left > right) camera.setState({ x: 0.5, y: 0.5, ratio: 1 });
  else {
    const ratio = Math.max(0.05, 1.2 * Math.max(right - left, bottom - top));
    camera.setState({ x: (left + right) / 2, y: (top + bottom) / 2, ratio: Math.min(1, ratio) });
  }
}
