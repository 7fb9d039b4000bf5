/**
 * The cosine and sine of a part of a half turn: 0 points right, ½ up, 1 left.
 *
 * @remarks Math.cos differs in its last bit between engines. Here the part is brought to an eighth of a
 * turn or less, where Taylor's series of degree 15 is exact to the double's precision.
 */
export function halfTurn(part: number): { readonly x: number; readonly y: number } {
  const whole = part - 2 * Math.floor(part / 2);
  if (whole > 1) {
    const other = halfTurn(2 - whole);
    return { x: other.x, y: -other.y };
  }
  if (whole > 0.5) {
    const other = halfTurn(1 - whole);
    return { x: -other.x, y: other.y };
  }
  if (whole > 0.25) {
    const other = halfTurn(0.5 - whole);
    return { x: other.y, y: other.x };
  }
  const a = whole * Math.PI;
  let cosine = 1;
  let sine = a;
  let evenTerm = 1;
  let oddTerm = a;
  for (let n = 1; n <= 7; n++) {
    evenTerm *= -(a * a) / ((2 * n - 1) * (2 * n));
    oddTerm *= -(a * a) / (2 * n * (2 * n + 1));
    cosine += evenTerm;
    sine += oddTerm;
  }
  return { x: cosine, y: sine };
}
