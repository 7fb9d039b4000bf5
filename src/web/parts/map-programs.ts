// How the canvas draws discs, lines and dashes: by Sigma's own shaders, but each corner of each mark is written out. As
// instances of one mark, as Sigma has them, thousands of small marks cost several times more, most of all where no graphics
// card helps.

import type { ProgramInfo } from "sigma/rendering";
import { EdgeProgram, EdgeRectangleProgram, NodeCircleProgram, NodeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const disc = NodeCircleProgram.prototype.getDefinition();
const line = EdgeRectangleProgram.prototype.getDefinition();

/** A program without instances: what differs between corners stands behind what differs between marks. */
function writtenOut<Uniform extends string>({
  CONSTANT_ATTRIBUTES,
  CONSTANT_DATA: _,
  ...definition
}: {
  readonly [key in "VERTEX_SHADER_SOURCE" | "FRAGMENT_SHADER_SOURCE"]: string;
} & {
  readonly VERTICES: number;
  readonly METHOD: number;
  readonly UNIFORMS: readonly Uniform[];
  readonly ATTRIBUTES: (typeof disc)["ATTRIBUTES"];
  readonly CONSTANT_ATTRIBUTES: (typeof disc)["CONSTANT_ATTRIBUTES"];
  readonly CONSTANT_DATA: (typeof disc)["CONSTANT_DATA"];
}) {
  return { ...definition, ATTRIBUTES: [...definition.ATTRIBUTES, ...CONSTANT_ATTRIBUTES] };
}

/** Writes the numbers of a mark for each of its corners, those of the corner behind. */
function write(
  array: Float32Array,
  at: number,
  mark: readonly number[],
  corners: readonly (readonly number[])[],
): void {
  let i = at;
  for (const corner of corners) {
    for (const value of mark) array[i++] = value;
    for (const value of corner) array[i++] = value;
  }
}

type OfDisc = (typeof disc)["UNIFORMS"][number];
type OfLine = (typeof line)["UNIFORMS"][number];

/** Nodes as discs. */
export class Discs extends NodeProgram<OfDisc> {
  getDefinition() {
    return writtenOut<OfDisc>(disc);
  }
  processVisibleItem(index: number, at: number, { x, y, size, color }: NodeDisplayData): void {
    write(this.array, at, [x, y, size, floatColor(color), index], disc.CONSTANT_DATA);
  }
  setUniforms(params: RenderParams, info: ProgramInfo): void {
    NodeCircleProgram.prototype.setUniforms(params, info);
  }
}

/** Friendly ties as lines. */
export class Lines extends EdgeProgram<OfLine> {
  getDefinition() {
    return writtenOut<OfLine>(line);
  }
  processVisibleItem(
    index: number,
    at: number,
    from: NodeDisplayData,
    to: NodeDisplayData,
    { size, color }: EdgeDisplayData,
  ): void {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const wide = size / (Math.sqrt(dx * dx + dy * dy) || 1);
    const mark = [from.x, from.y, to.x, to.y, -dy * wide, dx * wide, floatColor(color), index];
    write(this.array, at, mark, line.CONSTANT_DATA);
  }
  setUniforms(params: RenderParams, info: ProgramInfo): void {
    EdgeRectangleProgram.prototype.setUniforms(params, info);
  }
}

/** Hostile ties as dashes, so that they differ from friendly ones by more than their colour. */
export class Dashes extends Lines {
  override getDefinition() {
    const known = super.getDefinition();
    // How far along the line a point lies, on the screen, whose sides are 2 long.
    const along =
      "v_along = a_positionCoef * length((u_matrix * vec3(a_positionEnd - a_positionStart, 0)).xy);";
    const last = known.VERTEX_SHADER_SOURCE.lastIndexOf("}");
    return {
      ...known,
      VERTEX_SHADER_SOURCE: `varying float v_along;\n${known.VERTEX_SHADER_SOURCE.slice(0, last)}${along}\n}\n`,
      FRAGMENT_SHADER_SOURCE: known.FRAGMENT_SHADER_SOURCE.replace(
        /(precision \w+ float;)([\s\S]*?void main\s*\(\s*(?:void)?\s*\)\s*\{)/,
        "$1\nvarying float v_along;$2\n  if (fract(v_along * 45.0) > 0.6) discard;\n",
      ),
    };
  }
}
