import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";

// Written in parts, so that this file does not hold what it looks for.
const HOSTS = [`registry.${"npm"}js`, `deb.${"debian"}`, `snapshot.${"debian"}`];
const HOMES = ["home", "root", "Users", "work", "farm", "mnt"];
const MACHINE_PATH = new RegExp(`(?:^|[\\s"'\`(=:<])/(?:${HOMES.join("|")})/[\\w.~-]+`, "m");

/** What in a committed text belongs to one machine or to one registry. */
function ofOneMachine(text: string): readonly string[] {
  const path = MACHINE_PATH.exec(text)?.[0].trim();
  return [...HOSTS.filter((host) => text.includes(host)), ...(path === undefined ? [] : [path])];
}

/** Every file that is committed and is text. */
function committed(): readonly (readonly [file: string, text: string])[] {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  return files
    .filter((file) => file !== "" && existsSync(join(root, file)))
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const)
    .filter(([, text]) => !text.includes("\0"));
}

describe("what is committed", () => {
  it("names no registry's host and no path of one machine", () => {
    const files = committed();
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap(([file, text]) => ofOneMachine(text).map((what) => `${file}: ${what}`));
    expect(found).toEqual([]);
  });

  it.each([
    ["a host", `"resolved": "https://registry.${"npm"}js.org/yaml"`],
    ["a mirror", `http://deb.${"debian"}.org/debian`],
    ["a home", `open("/${"home"}/ann/case.yaml")`],
    ["a path at the start of a line", `/${"Users"}/ann/case.yaml`],
  ])("would be caught with %s", (_what, text) => {
    expect(ofOneMachine(text)).toHaveLength(1);
  });

  it("may speak of homes and frameworks", () => {
    expect(ofOneMachine("a network/work/flow, ~/home, /usr/bin/chromium, https://debian.org")).toEqual([]);
  });
});
