import { readCase } from "../../src/case/index.ts";

/** The least head of a case, in YAML. */
export const HEAD = `case:
  { id: x, title: X, polity: X, summary: X, as_of: 2012-01-10, horizon: 2012-12-31, format: 1, default_source: s }
sources: [{ id: s, title: S }]
`;

/** Reads a case of these files in which ▸ marks where the one finding is expected: what was found, and what was expected. */
export function readMarked(code: string, files: { readonly [file: string]: string }) {
  let expected = code;
  const bytes = Object.entries({ "case.yaml": HEAD, ...files }).map(([file, text]) => {
    const [before, after] = text.split("▸");
    const lines = before.split("\n");
    if (after !== undefined)
      expected = `${code} ${file}:${lines.length}:${lines[lines.length - 1].length + 1}`;
    return [file, new TextEncoder().encode(before + (after ?? ""))] as const;
  });
  const { findings, world } = readCase(new Map(bytes));
  const found = findings.map(({ code, place }) => `${code} ${place.file}:${place.line}:${place.column}`);
  return { found, expected: [expected], findings, world };
}
