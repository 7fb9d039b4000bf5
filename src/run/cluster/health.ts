import { createServer } from "node:http";
import { TawazunError } from "../../base/index.ts";

/** Where something says how it is, until it is closed. */
export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers any request with what is there to be said, as JSON: 200 if all is well, 503 if not.
 *
 * @throws {TawazunError} `cluster/health` if the port cannot be had.
 */
export async function health(
  port: number,
  address: string,
  say: () => { readonly well: boolean; readonly about: unknown },
): Promise<Health> {
  const server = createServer((_, answer) => {
    const { well, about } = say();
    answer.writeHead(well ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
    answer.end(`${JSON.stringify(about)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new TawazunError("cluster/health", `Nothing can listen on ${address}:${port}: ${error.message}`),
      ),
    );
    server.listen(port, address, resolve);
  });
  const at = server.address();
  return {
    port: typeof at === "object" && at !== null ? at.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
