import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { clusterStatus, joinCluster } from "../../src/run/index.ts";
import { tawazun } from "../cli-run.ts";
import { freePort } from "../services/free-port.ts";
import { startPostgres, whyNoPostgres } from "../services/postgres.ts";
import { startRedis, whyNoRedis } from "../services/redis.ts";
import { newCaseAt } from "./new-case-at.ts";

// servers and processes come up slowly on a machine that does much else
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "tawazun-tls-"));
const cert = join(folder, "cert.pem");
const key = join(folder, "key.pem");
const why = spawnSync("openssl", ["version"]).status === 0 ? undefined : "openssl is not installed here.";
if (why !== undefined) console.info(`Tests of TLS are skipped: ${why}`);

beforeAll(() => {
  if (why !== undefined) return;
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  const made = ["-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2"];
  execFileSync("openssl", ["req", "-x509", ...made, ...subject], { stdio: "ignore" });
  chmodSync(folder, 0o755);
  chmodSync(cert, 0o644);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a cluster behind TLS", () => {
  it.skipIf((why ?? whyNoRedis()) !== undefined)("of Redis plays as one machine does", async () => {
    const port = await freePort();
    const files = ["--tls-cert-file", cert, "--tls-key-file", key, "--tls-ca-cert-file", cert];
    const server = await startRedis(["--tls-port", `${port}`, "--tls-auth-clients", "no", ...files]);
    const secure = server.url.replace("redis:", "rediss:").replace(`:${server.port}`, `:${port}`);
    const trusted = `${secure}?sslrootcert=${cert}`;
    try {
      await expect(clusterStatus(secure, "0.1.0")).rejects.toThrow(/does not answer: .*self.signed/);
      const worker = await joinCluster(trusted, { version: "0.1.0", threads: 2 });
      const place = await newCaseAt(join(folder, "case"));
      const words = ["play", place, "--runs", "100", "--months", "2", "--json"];
      const [far, near] = [await tawazun([...words, "--cluster", trusted]), await tawazun(words)];
      expect(far).toMatchObject({ code: 0, out: near.out });
      expect(worker.status().done).toBeGreaterThan(0);
      await worker.close();
    } finally {
      await server.end();
    }
  });

  it.skipIf((why ?? whyNoPostgres()) !== undefined)("of PostgreSQL is known by its certificate", async () => {
    const server = await startPostgres();
    try {
      if (process.getuid?.() === 0) execFileSync("chown", ["postgres", key]);
      const client = new Client(server.url);
      await client.connect();
      await client.query(`alter system set ssl_cert_file = '${cert}'`);
      await client.query(`alter system set ssl_key_file = '${key}'`);
      await client.query("alter system set ssl = on");
      await client.query("select pg_reload_conf()");
      await client.end();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const options = "?sslmode=verify-full&sslrootcert=";
      const strange = clusterStatus(`${server.url}${options}/etc/hostname`, "0.1.0");
      await expect(strange).rejects.toThrow(/does not answer/);
      const { cluster } = await clusterStatus(`${server.url}${options}${cert}`, "0.1.0");
      expect(cluster).toBe(`postgres://tester@127.0.0.1:${server.port}/postgres`);
    } finally {
      await server.end();
    }
  });
});
