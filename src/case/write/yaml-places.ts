import { isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { TawazunError } from "../../base/index.ts";

/** The node under a key or an index, and the pair that holds it. */
export function childOf(
  node: unknown,
  step: string | number,
): { readonly node?: Node; readonly pair?: Pair } {
  if (isAlias(node)) {
    throw new TawazunError("edit/alias", "This value is repeated by an alias (*); change it by hand.");
  }
  if (isSeq(node)) return { node: node.items[Number(step)] as Node | undefined };
  if (!isMap(node)) return {};
  const pair = node.items.find((item) => keyOf(item) === String(step));
  return { node: (pair?.value ?? undefined) as Node | undefined, pair: pair as Pair | undefined };
}

export function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** Where a node begins, or the key of a pair. */
export function startOf(item: unknown): number {
  const { key, range } = item as { readonly key?: unknown; readonly range?: readonly number[] | null };
  return range === undefined || range === null ? startOf(key) : range[0];
}

/** Where the content of a node or a pair ends, without the comments and line ends that follow it. */
export function endOf(text: string, item: unknown): number {
  if (isCollection(item) && !item.flow && item.items.length > 0) {
    return endOf(text, item.items[item.items.length - 1]);
  }
  if (isCollection(item) || isAlias(item)) return item.range?.[1] ?? 0;
  if (!isScalar(item)) {
    const { key, value } = item as Pair;
    return endOf(text, value ?? key);
  }
  const [from, to] = item.range ?? [0, 0];
  if (item.type !== "BLOCK_FOLDED" && item.type !== "BLOCK_LITERAL") return to;
  return from + text.slice(from, to).replace(/[\r\n]+$/, "").length;
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

export function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The column of an offset, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The line end that a text uses. */
export function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
