import { type Source, TawazunError } from "../base/index.ts";
import { type Child, el, escapeText, write } from "./draw/markup.ts";
import { pictureColours } from "./draw/theme.ts";
import { anchorId } from "./report/link.ts";
import type { Table } from "./tables/table.ts";

/** Where data are from, as a reader sees it; a {@link Source} names a work of the bibliography instead. */
export interface Citation {
  readonly text: string;
  readonly url?: string;
}

/** What every picture is told besides its data. */
export interface PictureOptions {
  /** Unique in the report; becomes the picture's id in the page. */
  readonly id: string;
  readonly title: string;
  /** How the numbers were made, in a sentence or two. */
  readonly method: string;
  /** Id of the measure that it shows, if it shows one: a page can say beside the title what that is. */
  readonly measure?: string;
  readonly sources?: readonly (Source | Citation)[];
  /** One or two sentences saying what is to be seen; made from the data if not given. */
  readonly alt?: string;
}

/**
 * A picture with the words and the data that belong to it.
 *
 * `svg` has no colours of its own: the report's style sheet, or {@link standalone}, gives them.
 */
export interface Picture {
  readonly kind: "picture";
  readonly id: string;
  readonly title: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly table: Table;
  /** The table belongs to what is read, such as the list of a timeline: it is open, and printed. */
  readonly listed?: true;
  readonly method: string;
  /** Id of the measure that it shows. */
  readonly measure?: string;
  readonly sources: readonly (Source | Citation)[];
}

/** A picture from its marks: an svg with a title and a description that screen readers find. */
export function framed(
  options: PictureOptions,
  made: {
    readonly width: number;
    readonly height: number;
    readonly alt: string;
    readonly table: Table;
    readonly marks: readonly Child[];
    readonly listed?: true;
  },
): Picture {
  const id = anchorId(options.id);
  const alt = options.alt ?? made.alt;
  if (options.title.trim() === "" || alt.trim() === "") {
    throw new TawazunError("show/words", `The picture "${options.id}" needs a title and a description.`);
  }
  const svg = write(
    el(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        class: "tz",
        // An img hides what is inside from screen readers: a picture with links in it is a group.
        role: made.listed ? "group" : "img",
        viewBox: `0 0 ${Math.ceil(made.width)} ${Math.ceil(made.height)}`,
        width: Math.ceil(made.width),
        height: Math.ceil(made.height),
        "aria-labelledby": `${id}-title ${id}-alt`,
      },
      el("title", { id: `${id}-title` }, options.title),
      el("desc", { id: `${id}-alt` }, alt),
      ...made.marks,
    ),
  );
  return {
    kind: "picture",
    id,
    title: options.title,
    svg,
    width: Math.ceil(made.width),
    height: Math.ceil(made.height),
    alt,
    table: made.table,
    ...(made.listed ? { listed: true } : {}),
    method: options.method,
    ...(options.measure === undefined ? {} : { measure: options.measure }),
    sources: options.sources ?? [],
  };
}

/**
 * The picture as a file of its own: with its title above, its colours inside, on a white ground.
 *
 * @remarks Colours are plain, with no variables, so that drawing programs and word processors show them.
 * @example
 * ```ts
 * import { routes, standalone } from "tawazun/show";
 * const stages = [{ name: "Tehran", open: true }];
 * const picture = routes({ routes: [{ id: "r", name: "R", stages }] }, { id: "r", title: "R", method: "By hand." });
 * standalone(picture).includes("<style>"); //=> true
 * ```
 */
export function standalone(picture: Picture): string {
  const above = 44;
  const box = `0 ${-above} ${picture.width} ${picture.height + above}`;
  const head =
    `<style>${pictureColours()}</style>` +
    `<rect class="fpage" x="0" y="${-above}" width="${picture.width}" height="${picture.height + above}"/>` +
    `<text class="bold" x="12" y="-18" font-size="16">${escapeText(picture.title)}</text>`;
  return picture.svg
    .replace(/viewBox="[^"]*" width="[^"]*" height="[^"]*"/, () => {
      return `viewBox="${box}" width="${picture.width}" height="${picture.height + above}"`;
    })
    .replace("</desc>", () => `</desc>${head}`);
}
