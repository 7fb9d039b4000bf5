import { TawazunError } from "../base/index.ts";
import type { Lent } from "./verb.ts";

/**
 * Refuses a folder of results that is the folder of a case: its files and those of the case would lie among each other,
 * and the case would have another hash.
 *
 * @throws {TawazunError} `folder/case`.
 */
export async function refuseCaseFolder(lent: Lent, folder: string, flag: string): Promise<void> {
  const inside = await lent.readText(`${folder}/case.yaml`).then(
    () => true,
    () => false,
  );
  if (!inside) return;
  throw new TawazunError(
    "folder/case",
    `${flag} ${folder} is the folder of a case; results there would become part of it. Give another folder, such as ${folder.replace(/\/+$/, "")}-results.`,
  );
}
