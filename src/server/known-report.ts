/**
 * The contents of a report that was written before: its data from report.json, its pictures from report.html.
 *
 * @remarks The data hold no pictures; on the page each stands in the figure that has its id. Without the page, or
 * where a figure is not found, the picture is left out and its table stands for it.
 */
export function withPictures(report: unknown, html: string | undefined): unknown {
  if (html === undefined || typeof report !== "object" || report === null) return report;
  if (Array.isArray(report)) return report.map((one) => withPictures(one, html));
  const record = report as { readonly [key: string]: unknown };
  const inside = Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, withPictures(value, html)]),
  );
  if (record.kind !== "picture") return inside;
  const svg = pictureIn(html, String(record.id));
  return svg === undefined ? inside : { ...inside, svg };
}

const END = "</svg></div>";

function pictureIn(html: string, id: string): string | undefined {
  const figure = html.indexOf(`<figure id="${id}"`);
  const from = figure < 0 ? -1 : html.indexOf("<svg", figure);
  const to = from < 0 ? -1 : html.indexOf(END, from);
  return to < 0 ? undefined : html.slice(from, to + "</svg>".length);
}
