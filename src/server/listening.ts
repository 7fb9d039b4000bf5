import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { TawazunError } from "../base/index.ts";
import { type AppOptions, workbench } from "./app.ts";

/** A workbench that is to answer at an address. */
export interface Listening extends Omit<AppOptions, "guard"> {
  readonly token: string;
  readonly password?: string | undefined;
  readonly address: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Names under which it is asked for, without the port, and others that have theirs. */
  readonly names: readonly string[];
  readonly others?: readonly string[] | undefined;
}

/**
 * Starts a workbench at an address; `link` lets a browser in.
 *
 * @throws {TawazunError} `server/listen` where the address or the port cannot be had; others as the case or the store
 * refuses. Then nothing of it goes on; the store is left open.
 */
export async function listening(
  options: Listening,
): Promise<{ readonly app: FastifyInstance; readonly origin: string; readonly link: string }> {
  const { token, password, address, port: wanted, names, others = [], ...rest } = options;
  let hosts: readonly string[] = [];
  const app = await workbench({ ...rest, guard: { token, password, hosts: () => hosts } });
  try {
    await app.ready();
    await app.listen({ port: wanted, host: address }).catch((error: Error) => {
      const place = `${address}, port ${wanted}`;
      throw new TawazunError("server/listen", `The workbench cannot listen on ${place}: ${error.message}.`);
    });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  hosts = [...names.map((name) => `${name}:${port}`), ...others];
  const origin = `http://${names[0]}:${port}`;
  return { app, origin, link: `${origin}/login?t=${token}` };
}
