import references from "../../references.json" with { type: "json" };

/** A key of `references.json`: a wrong key does not compile. */
export type Reference = keyof typeof references;

/** Where a formula or a figure is from: the work, and the page, table or equation in it. */
export interface Source {
  readonly ref: Reference;
  readonly at?: string;
}

/**
 * The work behind a source, as one line of text.
 *
 * @example
 * ```ts
 * import { cite } from "tawazun/base";
 * cite({ ref: "tullock1980" }).startsWith("Tullock"); //=> true
 * ```
 */
export function cite(source: Source): string {
  const work: { readonly text: string } = references[source.ref];
  return source.at === undefined ? work.text : `${work.text} ${source.at}.`;
}
