import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addressOf, redisConnection } from "./address.ts";
import { told } from "./queue.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-address-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the address of a cluster", () => {
  it("is shown without its password and options", () => {
    const shown = (url: string): string => addressOf(url).shown;
    expect(shown("redis://:hush@queue.example:6380/2")).toBe("redis://queue.example:6380/2");
    expect(shown("rediss://ann:hush@queue.example?sslmode=no-verify")).toBe("rediss://ann@queue.example");
    expect(shown("postgres://ann:hush@db.example/t?password=hush")).toBe("postgres://ann@db.example/t");
  });

  it.each(["mysql://ann:hush@here", "queue.example:6379", "hush", "redis://ann:hu sh@["])(
    "is refused in words that do not repeat it: %s",
    (url) => {
      expect(() => addressOf(url)).toThrow(expect.objectContaining({ code: "cluster/address" }));
      expect(() => addressOf(url)).not.toThrow(/hush|hu sh|ann/);
    },
  );

  it("takes its password out of what drivers say, in each form", () => {
    const address = addressOf("postgres://ann:p%40ss%2Fword@db.example/t");
    const said = ["p@ss/word", "p%40ss%2Fword", "postgres://ann:other@db.example"].join(" and ");
    expect(address.clean(said)).toBe("*** and *** and postgres://***@db.example");
    const error = told(address, new AggregateError([new Error("at p@ss/word."), { code: "ECONNREFUSED" }]));
    expect(error.message).toBe("postgres://ann@db.example/t does not answer: at ***.; ECONNREFUSED.");
  });

  it("of Redis says host, port, database, user and password as they are", () => {
    expect(redisConnection(addressOf("redis://ann:p%40ss@queue.example/3"))).toEqual({
      host: "queue.example",
      port: 6379,
      db: 3,
      username: "ann",
      password: "p@ss",
    });
    expect(redisConnection(addressOf("redis://[::1]:7000"))).toEqual({ host: "::1", port: 7000, db: 0 });
  });

  it("of Redis with TLS hands on its authority, its own certificate and its key", () => {
    const file = (name: string): string => {
      writeFileSync(join(folder, name), name);
      return join(folder, name);
    };
    const options = `sslrootcert=${file("ca")}&sslcert=${file("cert")}&sslkey=${file("key")}`;
    const { tls } = redisConnection(addressOf(`rediss://queue.example?${options}`));
    expect(tls).toEqual({
      ca: Buffer.from("ca"),
      cert: Buffer.from("cert"),
      key: Buffer.from("key"),
      rejectUnauthorized: true,
    });
    const trusting = redisConnection(addressOf("rediss://queue.example?sslmode=no-verify"));
    expect(trusting.tls).toEqual({ rejectUnauthorized: false });
  });

  it.each([
    ["redis://h?tls=1", /option "tls"/],
    ["redis://h/jobs", /a number, of the database/],
    ["rediss://h?sslrootcert=/nowhere/ca", /sslrootcert cannot be read/],
  ])("of Redis is refused where it means nothing: %s", (url, message) => {
    expect(() => redisConnection(addressOf(url))).toThrow(message);
  });
});
