import type { Span } from "./read-evidence.ts";

/** Paints spans of a text by kind without changing its elements; returns how to take the paint away. */
export function paint(
  box: Element,
  kinds: readonly string[],
  spans: readonly Span[],
  kindOf: (span: Span) => string,
): () => void {
  // Browsers without the Custom Highlight API show the list of statements and the mark of the chosen one.
  if (!("highlights" in CSS)) return () => undefined;
  const find = pointFinder(box);
  for (const kind of kinds) {
    const ranges = spans
      .filter((span) => kindOf(span) === kind)
      .flatMap(({ from, to }) => {
        const [start, end] = [find(from, false), find(to, true)];
        if (start === undefined || end === undefined) return [];
        const range = new Range();
        range.setStart(start.node, start.offset);
        range.setEnd(end.node, end.offset);
        return [range];
      });
    CSS.highlights.set(`said-${kind}`, new Highlight(...ranges));
  }
  return () => {
    for (const kind of kinds) CSS.highlights.delete(`said-${kind}`);
  };
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Finds the place in the page of a place in the text. */
function pointFinder(box: Element): (at: number, end: boolean) => Point | undefined {
  const nodes: { readonly node: Text; readonly from: number }[] = [];
  for (const line of box.querySelectorAll<HTMLElement>("[data-from]")) {
    let from = Number(line.dataset.from);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      nodes.push({ node: node as Text, from });
      from += (node as Text).length;
    }
  }
  return (at, end) => {
    let [low, high] = [0, nodes.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (end ? nodes[middle].from < at : nodes[middle].from <= at) low = middle;
      else high = middle - 1;
    }
    const found = nodes[low];
    if (found === undefined) return undefined;
    return { node: found.node, offset: Math.max(0, Math.min(found.node.length, at - found.from)) };
  };
}

/** The place in the text of a place in the page; nothing outside the text. */
export function offsetIn(box: Element, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>("[data-from]");
  if (line === null || line === undefined || !box.contains(line)) return undefined;
  const range = new Range();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset.from) + range.toString().length;
}

/** The place in the text under a point of the screen. */
export function caretAt(box: Element, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret !== null && caret !== undefined) return offsetIn(box, caret.offsetNode, caret.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range === null || range === undefined
    ? undefined
    : offsetIn(box, range.startContainer, range.startOffset);
}
