#!/usr/bin/env node
// Looked at before anything else is loaded: an older Node has not all that is imported, and would say so in its own words.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`tawazun: it needs Node 22.12 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  const { bearLostOutput } = await import("./lost-output.ts");
  const { main } = await import("./program.ts");
  bearLostOutput(process.stdout, process.stderr);
  process.exitCode = await main(process.argv.slice(2));
}
