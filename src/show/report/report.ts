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
 * @example
 * ```ts
 * import { report } from "tawazun/show";
 * const head = {
 *   title: "Iraq, January 2012",
 *   polity: "Iraq",
 *   asOf: "2012-01-10",
 *   summary: "One ruler, two fronts.",
 *   engine: "0.1.0",
 *   caseHash: "3f7a",
 *   seed: "iraq",
 *   runs: 2000,
 *   command: "npx tawazun report cases/iraq-2012",
 * };
 * report({ head, sections: [] }).markdown.split("\n")[0]; //=> "# Iraq, January 2012"
 * ```
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
