import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFolder } from "./folder.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tawazun-folder-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (file: string, text: string) => {
  mkdirSync(join(directory, file, ".."), { recursive: true });
  writeFileSync(join(directory, file), text);
};

describe("readFolder", () => {
  it("reads the bytes of every file by its path, and leaves out dotfiles and out/", async () => {
    put("case.yaml", "case:\n");
    put("documents/deep/briefing.md", "\uFEFFwords\r\n");
    put(".git/config", "x");
    put("documents/.DS_Store", "x");
    put("out/report.html", "x");
    put("documents/out/kept.md", "x");
    const { folder, findings } = await readFolder(directory);
    expect(findings).toEqual([]);
    expect([...(folder ?? new Map()).keys()].sort()).toEqual([
      "case.yaml",
      "documents/deep/briefing.md",
      "documents/out/kept.md",
    ]);
    expect([...folder!.get("documents/deep/briefing.md")!]).toEqual([
      ...new TextEncoder().encode("\uFEFFwords\r\n"),
    ]);
  });

  it("says that a folder is missing, or that it is a file", async () => {
    const missing = await readFolder(join(directory, "nowhere"));
    expect(missing.folder).toBeUndefined();
    expect(missing.findings[0].code).toBe("file/unreadable");
    expect(missing.findings[0].message).toMatch(/^There is no folder ".*nowhere".*: it does not exist\.$/);
    put("case.yaml", "x");
    const file = await readFolder(join(directory, "case.yaml"));
    expect(file.folder).toBeUndefined();
    expect(file.findings[0].message).toContain("is a file. Give the folder");
  });

  it("gives an empty folder for an empty folder", async () => {
    const { folder, findings } = await readFolder(directory);
    expect(folder?.size).toBe(0);
    expect(findings).toEqual([]);
  });

  it("does not open a YAML file of 50 MB, and reads the others", async () => {
    put("actors.yaml", "");
    truncateSync(join(directory, "actors.yaml"), 50_000_000);
    put("case.yaml", "case:\n");
    const { folder, findings } = await readFolder(directory);
    expect([...folder!.keys()]).toEqual(["case.yaml"]);
    expect(findings).toEqual([
      {
        code: "file/size",
        severity: "error",
        place: { file: "actors.yaml" },
        message: "This file has 50 MB; at most 8 MB are read. Split it, or move long tables into CSV files.",
        given: "50 MB",
      },
    ]);
  });

  it("stops at a folder that holds too much in all", async () => {
    for (let i = 0; i < 5; i++) {
      put(`text-${i}.md`, "");
      truncateSync(join(directory, `text-${i}.md`), 30_000_000);
    }
    const { folder, findings } = await readFolder(directory);
    expect(folder).toBeUndefined();
    expect(findings[0].message).toContain("at most 128 MB and 5000 files");
  });

  it("follows a link inside the folder and refuses one that leads out of it", async () => {
    put("a.md", "inside");
    symlinkSync("a.md", join(directory, "b.md"));
    symlinkSync("/etc/hostname", join(directory, "secret.md"));
    symlinkSync("/etc", join(directory, "etc"));
    symlinkSync(".", join(directory, "circle"));
    symlinkSync("nothing", join(directory, "dangling.md"));
    const { folder, findings } = await readFolder(directory);
    expect([...folder!.keys()].sort()).toEqual(["a.md", "b.md"]);
    expect(findings.map(({ place, code }) => [place.file, code]).sort()).toEqual([
      ["circle", "file/unreadable"],
      ["dangling.md", "file/unreadable"],
      ["etc", "file/unreadable"],
      ["secret.md", "file/unreadable"],
    ]);
  });

  it.skipIf(process.platform === "win32")("does not wait for a pipe", async () => {
    execFileSync("mkfifo", [join(directory, "pipe.yaml")]);
    const { folder, findings } = await readFolder(directory);
    expect(folder?.size).toBe(0);
    expect(findings).toEqual([]);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "says which file it may not read (not as root, who may read all)",
    async () => {
      put("case.yaml", "x");
      chmodSync(join(directory, "case.yaml"), 0);
      const { findings } = await readFolder(directory);
      expect(findings[0].message).toBe("This file cannot be read: permission is denied.");
    },
  );
});
