import { escapeText } from "../../show/index.ts";
import { inPicture, PICTURE } from "./map-frame.ts";
import { nameLabels } from "./map-labels.ts";
import type { Drawing, DrawnNode } from "./map-look.ts";
import type { Marked } from "./map-paint.ts";

const NOTHING: Marked = { chosen: undefined, way: new Set() };

/** The map as an SVG without colours of its own: those of the page, or of a picture that stands alone. */
export function mapSvg(
  { nodes, ties, frame }: Drawing,
  title: string,
  description: string,
  { chosen, way }: Marked = NOTHING,
): string {
  const at = new Map(nodes.map((node) => [node.id, inPicture(frame, [node.x, node.y])]));
  const lines = [...ties]
    .sort((a, b) => Math.abs(a.value) - Math.abs(b.value))
    .map((tie) => {
      const [from, to] = [at.get(tie.from), at.get(tie.to)];
      if (from === undefined || to === undefined) return "";
      const tone = tie.value > 0 ? "kfriendly" : "khostile dash";
      const onWay = way.has(tie.key);
      const marked = onWay || (way.size === 0 && (tie.from === chosen || tie.to === chosen));
      const faint = (chosen !== undefined || way.size > 0) && !marked ? 0.12 : 1;
      const opacity = (onWay ? 1 : 0.2 + 0.7 * tie.fresh) * faint;
      const ends = `data-from="${escapeText(tie.from)}" data-to="${escapeText(tie.to)}"`;
      const line = `<line ${ends} class="none ${tone}" x1="${p(from[0])}" y1="${p(from[1])}" x2="${p(to[0])}" y2="${p(to[1])}" stroke-width="${p(0.6 + 3 * Math.abs(tie.value) + (onWay ? 2.5 : 0))}" stroke-opacity="${opacity.toFixed(2)}"/>`;
      if (!tie.breaks) return line;
      const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      return `${line}<path ${ends} class="none kink" opacity="${faint}" stroke-width="1.6" d="M${p(mx - 3.5)} ${p(my - 3.5)}l7 7m0 -7l-7 7"/>`;
    });
  const marks = nodes.map((node) => {
    const [cx, cy] = at.get(node.id) ?? [0, 0];
    return `<g data-id="${escapeText(node.id)}" data-at="${p(cx)} ${p(cy)}"><title>${escapeText(node.name)}</title>${shape(node, cx, cy, node.id === chosen)}${node.pinned ? pin(cx, cy - node.r) : ""}</g>`;
  });
  const names = nameLabels(
    nodes.map((node) => ({ ...node, at: at.get(node.id) ?? [0, 0] })),
    chosen,
  );
  const { width, height } = PICTURE;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="tz" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="map-title map-alt"><title id="map-title">${escapeText(title)}</title><desc id="map-alt">${escapeText(description)}</desc>${lines.join("")}${marks.join("")}${names.join("")}</svg>`;
}

/** A circle in one faction, a square in the other, a diamond where there is none; a bloc has a double edge. */
function shape({ faction, tone, r, kind }: DrawnNode, x: number, y: number, chosen: boolean): string {
  const look = `class="f${tone} ${chosen ? "kink" : "kpage"}" stroke-width="${chosen ? 3 : 1.2}"`;
  const edge =
    kind === "bloc"
      ? `<circle class="none k${tone}" stroke-width="1.5" cx="${p(x)}" cy="${p(y)}" r="${p(r + 4)}"/>`
      : "";
  if (faction === 0) return `${edge}<circle ${look} cx="${p(x)}" cy="${p(y)}" r="${p(r)}"/>`;
  if (faction === 1) {
    const half = r * 0.9;
    return `${edge}<rect ${look} x="${p(x - half)}" y="${p(y - half)}" width="${p(2 * half)}" height="${p(2 * half)}"/>`;
  }
  return `${edge}<path ${look} d="M${p(x)} ${p(y - r)}L${p(x + r)} ${p(y)}L${p(x)} ${p(y + r)}L${p(x - r)} ${p(y)}Z"/>`;
}

/** A pin that stands in the top of a mark. */
function pin(x: number, top: number): string {
  return `<g class="pin"><path class="none kink" stroke-width="1.6" d="M${p(x)} ${p(top + 1)}v-7"/><circle class="fink kpage" stroke-width="1" cx="${p(x)}" cy="${p(top - 8)}" r="3.4"/></g>`;
}

function p(value: number): string {
  return value.toFixed(1);
}
