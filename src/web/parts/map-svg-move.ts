/** Moves one mark of an SVG map with its name and its ties, without drawing the rest anew. */
export function moveMark(svg: SVGSVGElement, id: string, [x, y]: readonly [number, number]): void {
  const mark = [...svg.querySelectorAll<SVGGElement>("[data-id]")].find((one) => one.dataset.id === id);
  if (mark === undefined) return;
  const [fromX, fromY] = begin(mark);
  const [dx, dy] = [x - fromX, y - fromY];
  const shift = `translate(${dx.toFixed(1)} ${dy.toFixed(1)})`;
  mark.setAttribute("transform", shift);
  for (const text of svg.querySelectorAll<SVGTextElement>("text[data-of]")) {
    if (text.dataset.of === id) text.setAttribute("transform", shift);
  }
  for (const tie of svg.querySelectorAll<SVGElement>("[data-from]")) {
    const end = tie.dataset.from === id ? "1" : tie.dataset.to === id ? "2" : undefined;
    if (end === undefined) continue;
    if (tie instanceof SVGLineElement) {
      tie.setAttribute(`x${end}`, x.toFixed(1));
      tie.setAttribute(`y${end}`, y.toFixed(1));
    } else tie.setAttribute("transform", `translate(${(dx / 2).toFixed(1)} ${(dy / 2).toFixed(1)})`);
  }
}

/** Where a mark was drawn; what moves it since is its `transform`. */
function begin(mark: SVGGElement): readonly [number, number] {
  const [x, y] = (mark.dataset.at ?? "0 0").split(" ").map(Number);
  return [x, y];
}

/** The point of the picture under a point of the window. */
export function pointIn(svg: SVGSVGElement, clientX: number, clientY: number): [number, number] {
  const matrix = svg.getScreenCTM();
  if (matrix === null) return [0, 0];
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return [x, y];
}
