import { newCase } from "../../src/case/index.ts";
import { writeFiles } from "../../src/run/index.ts";

/** Writes a small case into a folder, and says where it is. */
export async function newCaseAt(place: string): Promise<string> {
  await writeFiles(place, newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
  return place;
}
