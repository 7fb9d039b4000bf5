import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Place } from "../../base/index.ts";
import type { Report } from "../findings/report.ts";
import type { Path } from "../schema/walk.ts";
import { reportYamlErrors } from "./yaml-errors.ts";

/** A YAML file: its data as plain values, and where each of them stands. */
export interface YamlFile {
  readonly data: unknown;
  /** The first line that is not YAML, if there is one: what follows is not to be trusted. */
  readonly brokenAt: number | undefined;
  place(path: Path, part?: "key" | "value"): Place;
}

const DEEPEST = 50;
const MOST_COPIES = 100_000;

/** How YAML is parsed, for reading and for editing alike. */
export const yamlOptions = {
  prettyErrors: false,
  logLevel: "error",
  stringKeys: true,
  uniqueKeys: false, // ours is linear, and says where the first one stands
  resolveKnownTags: false,
} as const;

/** Reads one YAML 1.2 document with plain keys. Anything else in it is a finding. */
export function readYaml(file: string, text: string, report: Report): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const brokenAt = reportYamlErrors(document, text, at, report);
  return {
    data: plainData(document, at, report),
    brokenAt,
    place: (path, part = "value") => at(offsetOf(document, path, part)),
  };
}

/** The values of a document. Aliases are followed within limits; what cannot be read is left out. */
export function plainData(document: Document, at: (offset: number) => Place, report: Report): unknown {
  let copies = 0;
  const open = new Set<Node>();

  const value = (node: unknown, depth: number, copied: boolean): unknown => {
    if (copied) copies += 1;
    if (copies > MOST_COPIES) return null;
    if (isScalar(node)) return node.value ?? null;
    if (isAlias(node)) return aliased(node, depth);
    if (!isMap(node) && !isSeq(node)) return null;
    if (depth > DEEPEST || open.has(node)) {
      const place = at(node.range?.[0] ?? 0);
      if (depth > DEEPEST)
        report("yaml/depth", place, `Values are nested deeper than ${DEEPEST} levels here.`);
      else report("yaml/alias", place, "An alias stands inside the value that it repeats.");
      return null;
    }
    open.add(node);
    const result = isSeq(node)
      ? node.items.map((item) => value(item, depth + 1, copied))
      : mapping(node.items, depth, copied);
    open.delete(node);
    return result;
  };

  const aliased = (node: Node & { resolve(doc: Document): unknown }, depth: number): unknown => {
    const target = node.resolve(document);
    const before = copies;
    if (target === undefined) {
      const message =
        "A value that begins with * repeats an anchor (&) of the same file, and there is none of that name. Put the text in quotation marks if * is meant.";
      report("yaml/alias", at(node.range?.[0] ?? 0), message);
      return null;
    }
    const result = value(target, depth, true);
    if (before <= MOST_COPIES && copies > MOST_COPIES) {
      const message = "The aliases of this file repeat too much. Write the values out.";
      report("yaml/alias", at(node.range?.[0] ?? 0), message);
    }
    return result;
  };

  const mapping = (items: readonly { key: unknown; value: unknown }[], depth: number, copied: boolean) => {
    const result: { [key: string]: unknown } = {};
    const first = new Map<string, number>();
    for (const pair of items) {
      if (!isScalar(pair.key) && document.errors.length > 0) continue; // no key was meant
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      const earlier = first.get(key);
      if (earlier !== undefined && !copied) {
        const message = `The key "${key}" already stands in line ${at(earlier).line}. Keep one of the two.`;
        report("yaml/duplicate-key", at(offset), message, { given: key });
      } else if (earlier === undefined) {
        first.set(key, offset);
        const content = value(pair.value, depth + 1, copied);
        if (key !== "__proto__") result[key] = content;
      }
    }
    return result;
  };

  return value(document.contents, 0, false);
}

/** Where the value under a path begins, or its key; for what is not there, where the nearest parent begins. */
function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = start(node) ?? 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return offset;
      node = pair.value;
      const keyStart = start(pair.key) ?? offset;
      if (i === path.length - 1 && part === "key") return keyStart;
      offset = keyStart;
    } else return offset;
    offset = start(node) ?? offset;
  }
  return offset;
}

function start(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
