import { TawazunError } from "../../base/index.ts";
import { newReport } from "../findings/report.ts";
import { readTable } from "../read/table.ts";
import { elementOf, type SectionName } from "../schema/case.ts";
import { type Path, schemaUnder } from "../schema/walk.ts";
import { settingCell } from "./csv-edit.ts";
import { same, withValue } from "./edit.ts";
import { type Editable, textOf, withText, yamlOf } from "./editable.ts";
import type { Plain } from "./render.ts";
import { removing, type Splice, setting } from "./yaml-edit.ts";

/** A value that is to stand under a path of a file; without one, what stands there is taken out. */
export interface ValueChange {
  readonly path: Path;
  readonly value: Plain | undefined;
}

/**
 * Changes many values of one YAML file at once; every line that holds none of them keeps its bytes.
 *
 * @throws {TawazunError} as `setDatum`.
 * @remarks The file is read once, however many values there are.
 */
export function setAll(document: Editable, file: string, changes: readonly ValueChange[]): Editable {
  const text = textOf(document, file);
  const yaml = yamlOf(file, text);
  const splices = changes.map(({ path, value }) =>
    value === undefined ? removing(yaml, path) : setting(yaml, path, value),
  );
  const changed = withText(document, file, spliced(file, text, splices));
  const expected = changes.reduce<unknown>(
    (data, { path, value }) => withValue(data, path, value),
    yaml.data,
  );
  if (same(yamlOf(file, textOf(changed, file)).data, expected)) return changed;
  throw tangled(file);
}

/** Changes many cells of a table at once, each by its row and column. */
export function setCells(
  document: Editable,
  section: SectionName,
  changes: readonly (ValueChange & { readonly row: number })[],
): Editable {
  const file = `${section}.csv`;
  const text = textOf(document, file);
  const element = elementOf(section);
  const { rows } = readTable(file, text, (column) => schemaUnder(element, {}, column), newReport());
  const splices = changes.map(({ row, path, value }) => settingCell(rows[row], String(path[0]), value));
  return withText(document, file, spliced(file, text, splices));
}

/** The text with all splices; they rest on the same text, so that they are made from its end. */
function spliced(file: string, text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => b.from - a.from);
  let after = text;
  let until = text.length;
  for (const { from, to, insert } of sorted) {
    if (to > until) throw tangled(file);
    after = after.slice(0, from) + insert + after.slice(to);
    until = from;
  }
  return after;
}

function tangled(file: string): TawazunError {
  return new TawazunError(
    "edit/layout",
    `This cannot be changed in "${file}" without touching more than it; change it by hand.`,
  );
}
