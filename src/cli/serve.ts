import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const FILES: { readonly [path: string]: readonly [file: string, type: string] } = {
  "/": ["report.html", "text/html; charset=utf-8"],
  "/report.html": ["report.html", "text/html; charset=utf-8"],
  "/report.md": ["report.md", "text/plain; charset=utf-8"],
  "/report.json": ["report.json", "application/json; charset=utf-8"],
};

/**
 * Serves a written report on 127.0.0.1, at a free port, until it is told to stop.
 *
 * Only the three files of the report are served, only to this machine, and only to requests that name
 * it by its address (a page elsewhere cannot reach it under a name of its own).
 */
export async function servePage(
  folder: string,
  signal: AbortSignal,
  ready: (address: string) => void,
): Promise<void> {
  const server = createServer(async (request, response) => {
    const { port } = server.address() as AddressInfo;
    const known = [`127.0.0.1:${port}`, `localhost:${port}`];
    const found = FILES[new URL(request.url ?? "/", "http://127.0.0.1").pathname];
    const status = !known.includes(request.headers.host ?? "")
      ? 421
      : request.method !== "GET" && request.method !== "HEAD"
        ? 405
        : found === undefined
          ? 404
          : 200;
    const type = status === 200 && found !== undefined ? found[1] : "text/plain; charset=utf-8";
    response.setHeader("content-type", type);
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    if (status !== 200 || found === undefined) {
      response.writeHead(status).end(`${status}\n`);
      return;
    }
    try {
      const bytes = await readFile(join(folder, found[0]));
      response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
    } catch {
      response.writeHead(404).end("The report is no longer there.\n");
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });
    const end = (): void => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
  });
}
