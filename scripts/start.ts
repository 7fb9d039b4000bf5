// npm start: the main job on the founding case. What follows `--` goes on to `tawazun report`.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { build } from "./build.ts";
import { root } from "./root.ts";

const complaints = build(() => console.error("building (a few seconds) …"));
if (complaints !== "") {
  console.error(complaints);
  process.exit(1);
}

const cli = join(root, "dist", "cli", "main.js");
const job = ["report", join("cases", "iraq-2012"), "--out", join("out", "iraq-2012"), "--serve"];
const child = spawn(process.execPath, [cli, ...job, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});

// Ctrl-C reaches the child by the terminal; here it only must not end the parent first.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("close", (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
});
