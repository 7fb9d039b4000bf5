/** Whether an address may stand in a page: a place in it, or the web. */
export function leadsSomewhere(to: string): boolean {
  return /^#[^\s]+$/.test(to) || /^https?:\/\/[^\s]+$/i.test(to);
}

/**
 * An id that HTML, CSS and addresses can hold: letters, digits and hyphens, beginning with a letter.
 *
 * @example
 * ```ts
 * import { anchorId } from "tawazun/show";
 * anchorId("Seats & power"); //=> "seats-power"
 * ```
 */
export function anchorId(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return /^\p{L}/u.test(id) ? id : `at-${id}`;
}
