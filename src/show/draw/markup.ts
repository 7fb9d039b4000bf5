import { TawazunError } from "../../base/index.ts";

/** One element of a page or a picture, as plain data; nothing in it is markup until it is written. */
export interface Markup {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** Text that this room has already written as markup. Nothing that comes from data may be put here. */
export interface Written {
  readonly written: string;
}

export type Child = Markup | Written | string | undefined;

/** Numbers are rounded to two decimals; an attribute that is undefined or false is left out. */
export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined;
}

const VOID = new Set(["meta", "br", "hr", "link", "img", "col"]);
const LEAF = new Set(["path", "rect", "circle", "line", "polygon", "polyline", "stop", "use"]);

// What XML 1.0 cannot hold even as a reference, and halves of surrogate pairs.
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text made safe to stand in HTML and XML, between tags and inside quotes alike.
 *
 * @returns the text with `& < > " '` as references; characters that XML cannot hold become U+FFFD.
 * @example
 * ```ts
 * import { escapeText } from "tawazun/show";
 * escapeText("<b>AT&T</b>"); //=> "&lt;b&gt;AT&amp;T&lt;/b&gt;"
 * ```
 */
export function escapeText(text: string): string {
  return text
    .replace(UNWRITABLE, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

/** An element with its attributes and children. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Markup {
  return { name, attributes, children };
}

/** A coordinate as text: two decimals at most, never "-0". */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) {
    throw new TawazunError("show/number", `A picture was given ${value} where it needs a finite number.`);
  }
  const text = value.toFixed(2).replace(/\.?0+$/, "");
  return text === "-0" || text === "" ? "0" : text;
}

function attribute(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === false) return "";
  if (value === true) return ` ${name}=""`;
  return ` ${name}="${typeof value === "number" ? coordinate(value) : escapeText(value)}"`;
}

/** Markup as text; every string in it is escaped on the way. */
export function write(child: Child): string {
  if (child === undefined) return "";
  if (typeof child === "string") return escapeText(child);
  if ("written" in child) return child.written;
  const attributes = Object.entries(child.attributes)
    .map(([name, value]) => attribute(name, value))
    .join("");
  if (VOID.has(child.name)) return `<${child.name}${attributes}>`;
  const inside = child.children.map(write).join("");
  if (inside === "" && LEAF.has(child.name)) return `<${child.name}${attributes}/>`;
  return `<${child.name}${attributes}>${inside}</${child.name}>`;
}
