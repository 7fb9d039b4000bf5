import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { TawazunError } from "../../base/index.ts";
import type { Path } from "../schema/walk.ts";
import { blockText, inline, outline, type Plain, type Quoting } from "./render.ts";
import {
  childOf,
  columnOf,
  endOf,
  keyOf,
  lineEnd,
  lineStart,
  newlineOf,
  nextLine,
  startOf,
} from "./yaml-places.ts";

/** A YAML text and its nodes, of which only the places are used: the text itself is edited. */
export interface YamlText {
  readonly text: string;
  readonly document: Document;
  /** The same as plain values. */
  readonly data: unknown;
}

/** A stretch of a text, and what is to stand there instead. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** How to write a value under a path, whether something stands there or not. */
export function setting({ text, document }: YamlText, path: Path, value: Plain): Splice {
  let node: unknown = document.contents;
  for (const [i, step] of path.entries()) {
    const rest = path.slice(i + 1);
    const under = childOf(node, step);
    if (under.node === undefined) return adding(text, node, under.pair ?? step, nested(rest, value));
    const empty = isScalar(under.node) && (under.node.value ?? null) === null;
    if (rest.length === 0 || empty) return replacing(text, under.node, nested(rest, value), under.pair);
    node = under.node;
  }
  throw new TawazunError("edit/path", "Say which value is to be changed.");
}

/** How to take out what stands under a path. */
export function removing({ text, document }: YamlText, path: Path): Splice {
  let parent: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of path.slice(0, -1)) ({ node: parent, pair } = childOf(parent, step));
  const step = path[path.length - 1];
  const items: readonly unknown[] = isCollection(parent) ? parent.items : [];
  const index = isMap(parent) ? parent.items.findIndex((p) => keyOf(p) === String(step)) : Number(step);
  const item = items[index];
  if (!isCollection(parent) || item === undefined) {
    throw new TawazunError("edit/path", `There is no "${path.join(".")}" to take out.`);
  }
  if (items.length === 1) return replacing(text, parent, isMap(parent) ? {} : [], pair);
  const from = startOf(item);
  const to = endOf(text, item);
  if (parent.flow) {
    if (index > 0) return { from: endOf(text, items[index - 1]), to, insert: "" };
    return { from, to: startOf(items[1]), insert: "" };
  }
  const before = text.slice(lineStart(text, from), from);
  if (isMap(parent) ? before.trim() === "" : /^\s*-\s*$/.test(before)) {
    return { from: lineStart(text, from), to: nextLine(text, to), insert: "" };
  }
  // it begins on the line of the item around it: what comes next takes its place
  const next = startOf(items[index + 1] ?? item);
  if (isMap(parent) && index === 0) return { from, to: next, insert: "" };
  throw new TawazunError("edit/layout", "This value shares its line with others; take it out by hand.");
}

/** A value wrapped into what is not there yet on the way to it. */
function nested(path: Path, value: Plain): Plain {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return typeof step === "number" ? [nested(rest, value)] : { [step]: nested(rest, value) };
}

function replacing(text: string, node: Node, value: Plain, pair?: Pair): Splice {
  if (isAlias(node) || (node as { readonly anchor?: string }).anchor !== undefined) {
    const message = "This value is repeated by an anchor (&) or an alias (*); change it by hand.";
    throw new TawazunError("edit/alias", message);
  }
  const from = startOf(node);
  const to = endOf(text, node);
  if (isScalar(node) && from === to) return { from, to, insert: ` ${inline(value)}` };
  const old = isScalar(node) ? node.type : undefined;
  const newline = newlineOf(text);
  const indent = " ".repeat(columnOf(text, pair === undefined ? from : startOf(pair)) + 2);
  if (typeof value === "string" && (old === "BLOCK_FOLDED" || old === "BLOCK_LITERAL")) {
    const lines = blockText(value, old === "BLOCK_FOLDED", indent);
    if (lines !== undefined) return { from, to, insert: lines.join(newline) };
  }
  if (isCollection(node) && !node.flow && pair !== undefined) {
    const lines = outline(value, indent);
    if (lines !== undefined) return { from, to, insert: lines.join(newline).trimStart() };
    const key = endOf(text, pair.key);
    const gap = text.slice(key, from);
    if (!gap.includes("#")) return { from: key, to, insert: `: ${inline(value)}` };
  }
  const quoting: Quoting = old === "QUOTE_DOUBLE" ? "double" : old === "QUOTE_SINGLE" ? "single" : "plain";
  return { from, to, insert: inline(value, quoting) };
}

function adding(text: string, parent: unknown, at: Pair | string | number, value: Plain): Splice {
  if (!isCollection(parent)) {
    throw new TawazunError("edit/path", `There is nothing that "${String(at)}" could be added to.`);
  }
  if (typeof at === "object") {
    const end = endOf(text, at.key);
    return { from: end, to: end, insert: `: ${inline(value)}` };
  }
  if (isSeq(parent) && at !== parent.items.length) {
    throw new TawazunError(
      "edit/path",
      `This list has ${parent.items.length} items; the next one is added at its end.`,
    );
  }
  const key = isMap(parent) ? `${inline(String(at))}:` : "-";
  const last: unknown = parent.items[parent.items.length - 1];
  if (parent.flow || last === undefined) {
    const content = isMap(parent) ? `${key} ${inline(value)}` : inline(value);
    const end = last === undefined ? 0 : endOf(text, last);
    if (last !== undefined) return { from: end, to: end, insert: `, ${content}` };
    const insert = isMap(parent) ? `{ ${content} }` : `[${content}]`;
    return { from: startOf(parent), to: endOf(text, parent), insert };
  }
  const newline = newlineOf(text);
  const end = lineEnd(text, endOf(text, last));
  const indent = " ".repeat(columnOf(text, isMap(parent) ? startOf(last) : startOf(parent)));
  const lines = isMap(parent) ? outline(value, `${indent}  `) : undefined;
  const content = lines === undefined ? ` ${inline(value)}` : newline + lines.join(newline);
  return { from: end, to: end, insert: `${newline}${indent}${key}${content}` };
}
