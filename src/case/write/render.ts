import { stringify } from "yaml";
import { TawazunError } from "../../base/index.ts";

/** What may be written into a case: plain data. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** How a text was quoted before, so that it stays so. */
export type Quoting = "plain" | "double" | "single";

/**
 * A value on one line of YAML that reads the same in any place: `[0.2, 0.4]`, `{ by: vale, of: ridge }`.
 *
 * @throws {TawazunError} `edit/value` for a number that is none, or what is no plain data.
 */
export function inline(value: Plain, quoting: Quoting = "plain"): string {
  if (typeof value === "string") return quoted(value, quoting);
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TawazunError("edit/value", `${value} cannot be written into a case; give a finite number.`);
  }
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map((part) => inline(part)).join(", ")}]`;
  if (typeof value !== "object") {
    throw new TawazunError("edit/value", `A ${typeof value} cannot be written into a case; give plain data.`);
  }
  const parts = Object.entries(value).flatMap(([key, part]) =>
    part === undefined ? [] : [`${inline(key)}: ${inline(part)}`],
  );
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function quoted(text: string, quoting: Quoting): string {
  if (quoting === "single" && !/[\n\r\u0085\u2028\u2029\uFEFF]|[^\P{Cc}\t]/u.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  if (quoting === "double" || /[\n\r]/.test(text)) return JSON.stringify(text);
  // inside brackets a plain text must also mind commas and brackets: so written, it is right anywhere
  const flow = stringify([text], { collectionStyle: "flow", lineWidth: 0, doubleQuotedAsJSON: true });
  // only the brackets' own blanks go: a no-break space, which a plain text may begin with, is a part of it
  return flow.replace(/^\[ */, "").replace(/ *\]\n$/, "");
}

/** A value below a key or a dash as lines of YAML, one part a line, if it is too long for one line. */
export function outline(value: Plain, indent: string): readonly string[] | undefined {
  if (typeof value !== "object" || value === null || inline(value).length + indent.length <= 100)
    return undefined;
  const lines = Array.isArray(value)
    ? value.map((part: Plain) => `${indent}- ${inline(part)}`)
    : Object.entries(value).flatMap(([key, part]) =>
        part === undefined ? [] : [`${indent}${inline(key)}: ${inline(part)}`],
      );
  return lines.length === 0 ? undefined : lines;
}

/** A text as a block scalar (`|` or `>`), as it stood before; nothing if it cannot be one. */
export function blockText(text: string, folded: boolean, indent: string): readonly string[] | undefined {
  if (text.trim() === "" || /^[ \t]|[ \t]$|[\r\u0085\u2028\u2029\uFEFF]|[^\P{Cc}\n\t]/mu.test(text)) {
    return undefined;
  }
  const body = text.replace(/\n$/, "");
  if (body.endsWith("\n") || body.startsWith("\n")) return undefined;
  const chomp = text.endsWith("\n") ? "" : "-";
  if (!folded) return [`|${chomp}`, ...body.split("\n").map((line) => (line === "" ? "" : indent + line))];
  if (body.includes("\n") || /\s{2}/.test(body)) return undefined;
  const lines: string[] = [];
  for (const word of body.split(" ")) {
    const last = lines[lines.length - 1];
    if (last === undefined || last.length + word.length > 110) lines.push(indent + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return [`>${chomp}`, ...lines];
}
