import { type ReportContents, report } from "../show/index.ts";
import type { Lent } from "./verb.ts";

const utf8 = new TextEncoder();

/** Writes a page as HTML and Markdown, and its data as JSON, all three or none; nothing without a folder. */
export async function writePage(
  lent: Lent,
  folder: string | undefined,
  name: string,
  contents: ReportContents,
  data: unknown,
): Promise<void> {
  if (folder === undefined) return;
  const page = report(contents);
  await lent.writeFiles(
    folder,
    new Map([
      [`${name}.html`, utf8.encode(page.html)],
      [`${name}.md`, utf8.encode(page.markdown)],
      [`${name}.json`, utf8.encode(`${JSON.stringify(data, undefined, 2)}\n`)],
    ]),
  );
}

/** Where they were written, a line each. */
export function pageLines(folder: string | undefined, name: string): readonly string[] {
  if (folder === undefined) return [];
  return [
    `Page     ${folder}/${name}.html`,
    `Text     ${folder}/${name}.md`,
    `Data     ${folder}/${name}.json`,
  ];
}
