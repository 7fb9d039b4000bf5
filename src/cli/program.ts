import { createRequire } from "node:module";
import { Command, CommanderError, Option } from "commander";
import { TawazunError } from "../base/index.ts";
import { type Lent, type Verb, verbs } from "../desk/index.ts";
import {
  appendLine,
  type Cluster,
  canWrite,
  inThisProcess,
  queryFiles,
  readBytes,
  readEventFiles,
  readFolder,
  readText,
  threads,
  writeFiles,
} from "../run/index.ts";
import { askAt } from "./ask.ts";
import { clusterFlag, clusterFor, endSoon } from "./cluster.ts";
import { openCommand, openWorkbench } from "./open.ts";
import { emptyNumbers, optionsOf } from "./options.ts";
import { bar } from "./progress.ts";
import { queueCommand } from "./queue.ts";
import { refusedFlags } from "./refused-flags.ts";
import { workerCommand } from "./worker.ts";

const { version } = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

/**
 * The command line: one command for each of the desk's verbs, its flags read off the verb's schema.
 *
 * @returns the exit code: 0 well, 1 errors found, 2 could not be done, 130 stopped by the user.
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const program = named(new Command("tawazun"))
    .description("Puts an account of power politics to the test.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "say what can be done")
    .showSuggestionAfterError(true)
    .exitOverride();
  program.addHelpText(
    "after",
    "\nBegin with: tawazun new my-case · tawazun check my-case · tawazun report my-case",
  );
  for (const verb of verbs) {
    program.addCommand(
      commandOf(verb, async (places, given, json) => {
        code = await carryOut(verb, places, given, json);
      }),
    );
  }
  const ended = (with_: number): void => {
    code = with_;
  };
  for (const command of [openCommand(ended), workerCommand(version, ended), queueCommand(version, ended)]) {
    program.addCommand(named(command).exitOverride());
  }
  try {
    await program.parseAsync(["node", "tawazun", ...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return tell(error);
  }
}

/** Mistakes in the words of a command are told as all others are: with who speaks, and where help is. */
function named(command: Command): Command {
  return command.configureOutput({
    outputError: (text, write) =>
      write(`${text.replace(/^error: /, "tawazun: ").trimEnd()}\nTry tawazun ${helpOf(command)}--help.\n`),
  });
}

function helpOf(command: Command): string {
  return command.parent === null ? "" : `${command.name()} `;
}

type Carry = (places: readonly string[], given: Record<string, unknown>, json: boolean) => Promise<void>;

function commandOf(verb: Verb, carry: Carry): Command {
  const command = named(new Command(verb.id))
    .summary(verb.summary)
    .description(`${verb.summary[0].toUpperCase()}${verb.summary.slice(1)}.\n\n${verb.details}`)
    .helpOption("-h, --help", "say how this is used")
    .showSuggestionAfterError(true)
    .exitOverride()
    .allowExcessArguments(false);
  for (const place of verb.places) {
    const name = place.many === true ? `${place.name}...` : place.name;
    command.argument(place.required ? `<${name}>` : `[${name}]`, place.about);
  }
  for (const option of optionsOf(verb.options)) command.addOption(option);
  for (const option of clusterFlag(verb.id)) command.addOption(option);
  command.addOption(new Option("--json", "print the result as JSON on the standard output"));
  command.action(async (...received: unknown[]) => {
    const given = received[verb.places.length] as Record<string, unknown>;
    const places = received.slice(0, verb.places.length).flat() as string[];
    const { json, ...rest } = given;
    await carry(places, rest, json === true);
  });
  return command;
}

/** Runs a verb with what this machine lends it, and prints how it ended. */
async function carryOut(
  verb: Verb,
  places: readonly string[],
  given: Record<string, unknown>,
  json: boolean,
): Promise<number> {
  const empty = emptyNumbers(verb.options, given);
  for (const flag of empty) process.stderr.write(`tawazun ${verb.id}: ${flag}: it must be a number.\n`);
  if (empty.length > 0) return 2;
  const parsed = verb.options.safeParse(given);
  if (!parsed.success) {
    const flags = optionsOf(verb.options);
    const about = (name: string): string =>
      flags.find((flag) => flag.attributeName() === name)?.description ?? "it is needed";
    for (const line of refusedFlags(parsed.error.issues, given, about)) {
      process.stderr.write(`tawazun ${verb.id}: ${line}\n`);
    }
    return 2;
  }
  if (given.cluster !== undefined && ((parsed.data as { workers?: number }).workers ?? 0) !== 0) {
    process.stderr.write(
      `tawazun ${verb.id}: --workers is of this machine; with a cluster, threads are those of tawazun worker. Leave one of the two out.\n`,
    );
    return 2;
  }
  if (json && (parsed.data as { csv?: boolean }).csv === true) {
    process.stderr.write(`tawazun ${verb.id}: --csv and --json are two forms of one output; give one.\n`);
    return 2;
  }
  const stop = new AbortController();
  let interrupts = 0;
  const interrupt = (): void => {
    interrupts += 1;
    if (interrupts > 1) process.exit(130);
    process.stderr.write("\nStopping; what is done is kept. Ctrl-C again to leave at once.\n");
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  const progress = bar(process.stderr, json);
  let cluster: Cluster | undefined;
  const lent: Lent = {
    readFolder,
    readText,
    readBytes,
    readEventFiles: (paths, asked) =>
      readEventFiles(paths, {
        ...asked,
        signal: stop.signal,
        onBytes: (done, total) => progress.show({ done, total, doing: "reading" }),
      }),
    writeFiles,
    canWrite,
    appendLine,
    query: (paths, asked) => queryFiles(paths, { ...asked, signal: stop.signal }),
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    executor: (workers) =>
      cluster ?? (workers === 1 ? inThisProcess() : workers === 0 ? threads() : threads(workers)),
    ask: askAt((text) => process.stderr.write(text)),
    say: (line) => {
      if (!json) process.stderr.write(`${line}\n`);
    },
    stopwatch: () => performance.now(),
    onProgress: (told) => {
      progress.show(told);
      cluster?.progress(told.done, told.total);
    },
    signal: stop.signal,
    version,
  };
  try {
    const about = { version, name: [verb.id, ...places].join(" ") };
    cluster = await clusterFor(
      given.cluster,
      about,
      (line) => progress.say(line),
      () => stop.abort(),
    );
    const outcome = await verb.run(lent, places, parsed.data);
    progress.end();
    process.stdout.write(`${json ? JSON.stringify(outcome.json, undefined, 2) : outcome.text}\n`);
    if (
      outcome.code === 0 &&
      (parsed.data as { serve?: boolean }).serve === true &&
      process.stdout.isTTY &&
      !json
    ) {
      const { out } = outcome.json as { readonly out: string };
      process.off("SIGINT", interrupt);
      process.off("SIGTERM", interrupt);
      process.stdout.write("\n");
      return await openWorkbench(places[0], { report: `${out}/report.json` });
    }
    return outcome.code;
  } catch (error) {
    progress.end();
    const code = tell(error);
    return stop.signal.aborted && error instanceof TawazunError ? 130 : code;
  } finally {
    if (cluster !== undefined) {
      await cluster.close();
      endSoon();
    }
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** Says what went wrong: in words where the mistake is the caller's, in full where it is ours. */
function tell(error: unknown): number {
  if (error instanceof TawazunError) {
    process.stderr.write(`tawazun: ${error.message} [${error.code}]\n`);
    return 2;
  }
  process.stderr.write(
    `tawazun: something went wrong that should not have. Please report it with what stands below.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 2;
}
