import { nearest } from "../../base/index.ts";
import type { Sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import type { Folder } from "../folder.ts";
import { decode } from "./decode.ts";

/** The texts of documents by id, with every line end as `\n`, so that quotes match on any system. */
export function readDocuments(
  folder: Folder,
  documents: readonly Sound<"documents">[],
  report: Report,
): { readonly [document: string]: string } {
  const texts: { [document: string]: string } = {};
  for (const item of documents) {
    const bytes = fileOf(folder, item, report);
    const text = bytes === undefined ? undefined : decode(item.value.file, bytes, report);
    if (text !== undefined) texts[item.value.id] = text.replaceAll(/\r\n?/g, "\n");
  }
  return texts;
}

/** The bytes of the file that an item names, or a finding that there is none. */
export function fileOf(
  folder: Folder,
  item: Sound<"documents"> | Sound<"series">,
  report: Report,
): Uint8Array | undefined {
  const { file } = item.value;
  const bytes = folder.get(file);
  if (bytes !== undefined) return bytes;
  const near = nearest(file, folder.keys());
  const words = near === undefined ? "" : ` Did you mean "${near}"?`;
  const message = `${labelAtStart(item.section, item.raw)} names the file "${file}", which is not in the folder.${words}`;
  report("file/missing", item.place(["file"]), message, { given: file, expected: near });
  return undefined;
}
