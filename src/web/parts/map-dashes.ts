import { EdgeRectangleProgram } from "sigma/rendering";

/** Lines drawn as dashes, so that hostile ties differ from friendly ones by more than their colour. */
export class DashedEdges extends EdgeRectangleProgram {
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
