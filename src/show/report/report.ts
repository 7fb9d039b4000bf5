import { TawazunError } from "../../base/index.ts";
import type { ReportContents } from "./contents.ts";
import { reportHtml } from "./html.ts";
import { reportMarkdown } from "./markdown.ts";

/** A report as files: a page, a text and the data. */
export interface Report {
  readonly html: string;
  readonly markdown: string;
  readonly json: string;
}

/**
 * A report as one HTML page, as Markdown and as JSON.
 *
 * @returns `html` holds all it needs: no network, no script; light, dark and paper. `json` is the contents
 * with pictures as their words and data, without the drawings.
 * @throws {TawazunError} `show/twice` if two sections or two pictures have one id.
 * @remarks The same contents give the same bytes.
 */
export function report(contents: ReportContents): Report {
  checkIds(contents);
  return {
    html: reportHtml(contents),
    markdown: reportMarkdown(contents),
    json: `${JSON.stringify(contents, (key, value: unknown) => (key === "svg" ? undefined : value), 2)}\n`,
  };
}

function checkIds(contents: ReportContents): void {
  const seen = new Set<string>(["report", "contents", "findings"]);
  const add = (id: string, what: string): void => {
    if (seen.has(id)) {
      throw new TawazunError(
        "show/twice",
        `Two parts of the report have the id "${id}"; the second is ${what}.`,
      );
    }
    seen.add(id);
  };
  for (const section of contents.sections) {
    add(section.id, `the section "${section.title}"`);
    for (const part of section.parts) {
      if (part.kind === "picture") add(part.id, `the picture "${part.title}"`);
      if (part.kind === "number" && part.id !== undefined) add(part.id, `the number "${part.label}"`);
    }
  }
}
