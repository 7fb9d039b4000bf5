// npm run generate: writes everything that a program can write into the clone, from what it is made of.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cataloguePages } from "./catalogue-pages.ts";
import { withDocsIndex } from "./docs-index.ts";
import { referencePages } from "./reference.ts";
import { withRoomPicture } from "./room-picture.ts";
import { exportsOf } from "./rooms.ts";
import { root } from "./root.ts";
import { schemaFiles } from "./schema.ts";

/** What stands in a file of the clone; nothing, if there is no such file. */
export function standing(file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
}

/** Every generated file as it must be: path in the clone → text. */
export function generated(): ReadonlyMap<string, string> {
  const reference = new Map([...referencePages(), ...cataloguePages()]);
  const description = JSON.parse(standing("package.json"));
  return new Map([
    ...reference,
    ...schemaFiles(),
    ["docs/README.md", withDocsIndex(standing("docs/README.md"), reference)],
    ["ARCHITECTURE.md", withRoomPicture(standing("ARCHITECTURE.md"))],
    ["package.json", `${JSON.stringify({ ...description, exports: exportsOf(root) }, null, 2)}\n`],
  ]);
}

if (import.meta.main) {
  for (const [file, text] of generated()) {
    if (standing(file) === text) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(`written: ${file}`);
  }
}
