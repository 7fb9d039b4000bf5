import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complete, type Lock, leftOut } from "../scripts/lock.ts";
import { root } from "../scripts/root.ts";

const text = readFileSync(join(root, "package-lock.json"), "utf8");

describe("the lock file", () => {
  it("names no address to fetch from, so that any registry will do", () => {
    expect(text).not.toMatch(/"resolved": "https?:/);
  });

  it("names the packages of every platform (else run: node scripts/lock.ts)", () => {
    expect([...leftOut(JSON.parse(text)).keys()]).toEqual([]);
  });

  const tool = { version: "2.0.0", optionalDependencies: { "@tool/cli-darwin-arm64": "2.0.0" } };
  const lacking: Lock = { packages: { "": {}, "node_modules/tool": tool } };

  it("would be seen to lack one", () => {
    expect([...leftOut(lacking)]).toEqual([["@tool/cli-darwin-arm64", "2.0.0"]]);
  });

  it("is completed with the version and the platform", () => {
    expect(complete(lacking).packages["node_modules/@tool/cli-darwin-arm64"]).toEqual({
      version: "2.0.0",
      cpu: ["arm64"],
      dev: true,
      optional: true,
      os: ["darwin"],
    });
    expect(leftOut(complete(lacking)).size).toBe(0);
  });
});
