import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { TawazunError } from "../base/index.ts";

/** The server's own entry, beside this one; doors do not meet, so it runs as a process of its own. */
const entry = ["js", "ts"]
  .map((ending) => fileURLToPath(new URL(`../server/main.${ending}`, import.meta.url)))
  .find(existsSync);

/**
 * The command that opens the workbench on a case: a server on this machine, until Ctrl-C.
 *
 * @param done is told the server's exit code.
 */
export function openCommand(done: (code: number) => void): Command {
  return new Command("open")
    .summary("open the workbench on a case, in a browser on this machine")
    .description(
      "Open the workbench on a case.\n\nServes pages on 127.0.0.1 for whoever has the printed link, until Ctrl-C: read, map, measure, play, judge and edit the case in a browser. Runs are kept in the case's folder out.",
    )
    .argument("<case>", "folder of the case")
    .option("--port <number>", "port; default: any that is free", "0")
    .option(
      "--listen <address>",
      "address to listen on; others than this machine's need a password",
      "127.0.0.1",
    )
    .option("--insecure", "listen on other addresses without a password", false)
    .option(
      "--store <place>",
      "where runs and edits are remembered: a file, or postgres://user:password@host/database, which workbenches may share; also from TAWAZUN_STORE; default: the case's folder out",
    )
    .option(
      "--name <host>",
      "another name, with its port if it is not the usual one, under which a proxy passes requests on; may be given again",
      (name: string, before: readonly string[] = []) => [...before, name],
    )
    .option("--report <file>", "a report.json of this case, so that it is not made again")
    .action(
      async (
        folder: string,
        options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
      ) => {
        done(await openWorkbench(folder, options));
      },
    );
}

/** Runs the server in the foreground. */
export function openWorkbench(
  folder: string,
  options: Readonly<Record<string, string | boolean | readonly string[] | undefined>> = {},
): Promise<number> {
  if (entry === undefined)
    throw new TawazunError("open/server", "The workbench is not part of this installation.");
  const { store, ...rest } = options;
  const flags = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined || value === false
      ? []
      : value === true
        ? [`--${name}`]
        : [value].flat().flatMap((one) => [`--${name}`, one]),
  );
  // A password in the address of a store is not for the list of processes.
  const env = store === undefined ? process.env : { ...process.env, TAWAZUN_STORE: String(store) };
  const server = spawn(process.execPath, [entry, folder, ...flags], { stdio: "inherit", env });
  // Ctrl-C reaches the server by the terminal, too; a supervisor that interrupts this process alone does not.
  const end = (): void => void server.kill("SIGTERM");
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("close", (code) => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      resolve(code ?? 130);
    });
  });
}
