#!/usr/bin/env node
import { createRequire } from "node:module";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { FastifyInstance } from "fastify";
import { TawazunError } from "../base/index.ts";
import { canWrite, openStore, readFolder, readText, type Store } from "../run/index.ts";
import { newToken } from "./guard.ts";
import { type Listening, listening } from "./listening.ts";

const { version } = createRequire(import.meta.url)("../../package.json") as { readonly version: string };

/** Ends with a refusal in words. */
function refuse(message: string): never {
  process.stderr.write(`tawazun: ${message}\n`);
  process.exit(2);
}

/** The store in the case's folder; where that cannot be written, one that ends with the workbench. */
async function ownStore(out: string): Promise<Store> {
  try {
    await canWrite(out);
    return await openStore(join(out, "workbench.sqlite"));
  } catch (error) {
    process.stderr.write(
      error instanceof TawazunError && error.code.startsWith("store/")
        ? `${error.message} Runs are kept until the workbench ends.\n`
        : "The case's folder cannot be written: runs are kept until the workbench ends, and edits are refused.\n",
    );
    return openStore(":memory:");
  }
}

/** The store that was named: without it, nothing is opened. */
async function sharedStore(place: string): Promise<Store> {
  return openStore(place).catch((error: Error) => refuse(error.message));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: "string", default: "0" },
    listen: { type: "string", default: "127.0.0.1" },
    insecure: { type: "boolean", default: false },
    report: { type: "string" },
    store: { type: "string" },
    name: { type: "string", multiple: true, default: [] },
  },
});
const wanted = Number(values.port);
if (!/^\d+$/.test(values.port) || wanted > 65_535) {
  refuse(`--port ${values.port}: a port is a whole number from 0 (any that is free) to 65535.`);
}
const given = positionals[0] ?? ".";
const found = await readFolder(given);
if (found.folder === undefined) refuse(found.findings.map((finding) => finding.message).join("\n"));
if (![...found.folder.keys()].some((file) => /\.ya?ml$/.test(file))) {
  refuse(`"${given}" holds no case: no YAML file is in it. tawazun new ${given}/my-case makes one.`);
}
const odd = values.name.find((name) => !/^[a-z0-9.-]+(:\d+)?$/.test(name));
if (odd !== undefined)
  refuse(`--name ${odd}: give the name alone, as in workbench.example.org or host:8443.`);
const password = process.env.TAWAZUN_PASSWORD;
const local = ["127.0.0.1", "localhost", "::1"].includes(values.listen);
if (!local && password === undefined && !values.insecure) {
  process.stderr.write(
    "Others could reach this workbench. Set a password in TAWAZUN_PASSWORD, or say --insecure if the network is yours alone.\n",
  );
  process.exit(2);
}
const folder = resolve(given);
// A password on the command line can be seen by others on the machine; in the environment it cannot.
const shared = values.store ?? process.env.TAWAZUN_STORE;
const sharedOne = shared === undefined ? undefined : await sharedStore(shared);
const known =
  values.report === undefined
    ? undefined
    : await readText(resolve(values.report)).catch((error: Error) => refuse(error.message));
const knownPage = await readText(resolve((values.report ?? "").replace(/\.json$/, ".html"))).catch(
  () => undefined,
);
const token = newToken();
const names = local ? ["127.0.0.1", "localhost", "[::1]"] : [values.listen, "127.0.0.1", "localhost"];
const running: { readonly app: FastifyInstance; readonly store: Store }[] = [];
const links = new Map<string, Promise<string>>();

/** Opens the workbench of a case. All have one token: a browser keeps one for all ports of a machine. */
async function serve(folder: string, port: number, asked: Partial<Listening> = {}): Promise<string> {
  const store = sharedOne ?? (await ownStore(join(folder, "out")));
  const { app, link } = await listening({
    folder,
    store,
    scope: shared === undefined ? "" : `${hostname()}:${folder}`,
    version,
    token,
    password,
    address: values.listen,
    port,
    names,
    others: values.name,
    // Another port is reached by nobody behind a proxy, and making folders is for whoever sits at the machine.
    openBeside: local && values.name.length === 0 ? beside : undefined,
    pages: join(import.meta.dirname, "..", "..", "dist", "web"),
    ...asked,
  }).catch(async (error) => {
    if (store !== sharedOne) await store.destroy();
    throw error;
  });
  running.push({ app, store });
  process.stdout.write(`The workbench is at ${link}  (Ctrl-C ends)\n`);
  return link;
}

function beside(other: string): Promise<string> {
  const link = links.get(other) ?? serve(other, 0);
  links.set(other, link);
  link.catch(() => links.delete(other));
  return link;
}

let ending = false;
const end = (): void => {
  if (ending) process.exit(130);
  ending = true;
  void Promise.all(running.map(({ app }) => app.close()))
    .then(() => Promise.all([...new Set(running.map(({ store }) => store))].map((store) => store.destroy())))
    .finally(() => process.exit(0));
};
process.on("SIGINT", end);
// One Ctrl-C is both signals here, the terminal's and that of the command that started this: not a second one.
process.on("SIGTERM", () => {
  if (!ending) end();
});
// Whoever has read the link may end it.
const asked = { known, knownPage: known === undefined ? undefined : knownPage };
await serve(folder, wanted, asked).catch((error: Error) => {
  refuse(error instanceof TawazunError ? error.message : `The workbench cannot start: ${error.message}`);
});
