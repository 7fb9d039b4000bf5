// npm run generate: writes everything that a program can write into the clone, from what it is made of.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeRoomPicture } from "./room-picture.ts";
import { exportsOf } from "./rooms.ts";
import { root } from "./root.ts";

const manifest = join(root, "package.json");
const description = JSON.parse(readFileSync(manifest, "utf8"));
writeFileSync(manifest, `${JSON.stringify({ ...description, exports: exportsOf(root) }, null, 2)}\n`);
writeRoomPicture();
