import type { Sigma } from "sigma";
import type { DrawnNode } from "./map-look.ts";

type Place = readonly [x: number, y: number];

/** Sets where the canvas finds a node when it reads its graph anew. */
export function setPlace(
  mine: Sigma,
  id: string,
  at: { readonly x: number; readonly y: number } | undefined,
): void {
  const graph = mine.getGraph();
  // Told through the graph, every change would make the canvas read all of it at once.
  if (at !== undefined && graph.hasNode(id)) Object.assign(graph.getNodeAttributes(id), { x: at.x, y: at.y });
}

/** Moves a node on the canvas with its ties, without reading all of the graph anew. */
export function moveNode(mine: Sigma, id: string, at: { readonly x: number; readonly y: number }): void {
  const graph = mine.getGraph();
  if (!graph.hasNode(id)) return;
  setPlace(mine, id, at);
  try {
    mine.refresh({
      partialGraph: { nodes: [id], edges: graph.edges(id) },
      skipIndexation: true,
      schedule: true,
    });
  } catch {
    // After a change of its size the canvas has forgotten what stands where, until it is painted: paint it whole.
    mine.refresh({ schedule: true });
  }
}

/** Lets nodes be clicked, and dragged by pointer. Places are those of the layout: down is positive. */
export function graspable(
  mine: Sigma,
  does: {
    readonly onClick: (id: string) => void;
    readonly onMove: (id: string, place: Place) => void;
    readonly onDrop: (id: string, place: Place) => void;
  },
): void {
  let held:
    | { readonly id: string; readonly x: number; readonly y: number; place: Place | undefined }
    | undefined;
  let dropped = false;
  mine.on("downNode", ({ node, event }) => {
    held = { id: node, x: event.x, y: event.y, place: undefined };
    dropped = false;
  });
  mine.on("moveBody", ({ event }) => {
    if (held === undefined) return;
    event.preventSigmaDefault();
    // A pointer that hardly moves has clicked.
    if (held.place === undefined && Math.abs(event.x - held.x) + Math.abs(event.y - held.y) < 4) return;
    const { x, y } = mine.viewportToGraph(event);
    held.place = [x, -y];
    does.onMove(held.id, held.place);
  });
  const drop = (): void => {
    const done = held;
    held = undefined;
    if (done?.place === undefined) return;
    dropped = true;
    does.onDrop(done.id, done.place);
  };
  mine.on("upNode", drop);
  mine.on("upStage", drop);
  mine.on("clickNode", ({ node }) => {
    if (!dropped) does.onClick(node);
  });
}

/** Draws a pin over whoever was put there by hand, each time that the canvas is drawn. */
export function drawPins(mine: Sigma, nodes: () => readonly DrawnNode[]): void {
  mine.createCanvasContext("pins", { style: { pointerEvents: "none" } });
  const { pins: canvas } = mine.getCanvases();
  mine.resize(true);
  mine.on("afterRender", () => {
    const pen = canvas?.getContext("2d");
    if (pen === null || pen === undefined) return;
    const { width, height } = mine.getDimensions();
    pen.clearRect(0, 0, width, height);
    const pinned = nodes().filter((node) => node.pinned);
    if (pinned.length === 0) return;
    const ink = getComputedStyle(canvas).color;
    pen.strokeStyle = ink;
    pen.fillStyle = ink;
    pen.lineWidth = 1.6;
    pen.beginPath();
    for (const { id } of pinned) {
      const painted = mine.getNodeDisplayData(id);
      if (painted === undefined || painted.hidden) continue;
      const { x, y } = mine.framedGraphToViewport(painted);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const top = y - mine.scaleSize(painted.size);
      pen.moveTo(x, top + 1);
      pen.lineTo(x, top - 5);
      pen.moveTo(x + 3.4, top - 8);
      pen.arc(x, top - 8, 3.4, 0, 2 * Math.PI);
    }
    pen.stroke();
    pen.fill();
  });
}
