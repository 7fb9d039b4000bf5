import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withDisk } from "../../test/services/small-disk.ts";
import { canWrite, writeFiles } from "./write-files.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tawazun-write-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const folder = (files: { readonly [file: string]: string }) =>
  new Map(Object.entries(files).map(([file, text]) => [file, new TextEncoder().encode(text)]));
const listing = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();

describe("writeFiles", () => {
  it("writes files in folders that it makes, and nothing beside them", async () => {
    await writeFiles(join(directory, "new/case"), folder({ "case.yaml": "a", "documents/b.md": "b" }));
    expect(listing(directory)).toEqual([
      "new",
      "new/case",
      "new/case/case.yaml",
      "new/case/documents",
      "new/case/documents/b.md",
    ]);
    expect(readFileSync(join(directory, "new/case/documents/b.md"), "utf8")).toBe("b");
  });

  it("takes the place of a file and keeps its rights", async () => {
    writeFileSync(join(directory, "case.yaml"), "old", { mode: 0o640 });
    await writeFiles(directory, folder({ "case.yaml": "new" }));
    expect(readFileSync(join(directory, "case.yaml"), "utf8")).toBe("new");
    expect(statSync(join(directory, "case.yaml")).mode & 0o777).toBe(0o640);
  });

  it("refuses to write over a file when asked to, and then writes none of them", async () => {
    writeFileSync(join(directory, "b.yaml"), "old");
    const writing = writeFiles(directory, folder({ "a.yaml": "new", "b.yaml": "new" }), { replace: false });
    await expect(writing).rejects.toMatchObject({ code: "file/exists" });
    expect(listing(directory)).toEqual(["b.yaml"]);
    expect(readFileSync(join(directory, "b.yaml"), "utf8")).toBe("old");
  });

  it.each(["../a.yaml", "/etc/a", "a//b", "a\\b", "", ".", "a/../../b"])(
    "refuses the path %j",
    async (file) => {
      await expect(writeFiles(directory, folder({ [file]: "x" }))).rejects.toMatchObject({
        code: "file/name",
      });
      expect(listing(directory)).toEqual([]);
    },
  );

  it("refuses to write through a link that leads out of the folder", async () => {
    const outside = join(directory, "outside.yaml");
    const inside = join(directory, "case");
    mkdirSync(inside);
    writeFileSync(outside, "old");
    symlinkSync(outside, join(inside, "case.yaml"));
    symlinkSync("..", join(inside, "documents"));
    for (const file of ["case.yaml", "documents/x.md"]) {
      await expect(writeFiles(inside, folder({ [file]: "new" }))).rejects.toMatchObject({
        code: "file/name",
      });
    }
    expect(readFileSync(outside, "utf8")).toBe("old");
  });

  it("leaves the old file, and nothing else, when the disk is full", async (test) => {
    const ran = await withDisk("size=64k", async (disk) => {
      writeFileSync(join(disk, "case.yaml"), "old");
      const files = folder({ "a.yaml": "small", "case.yaml": "x".repeat(200_000), "new/b.yaml": "small" });
      await expect(writeFiles(disk, files)).rejects.toMatchObject({
        code: "file/full",
        message: '"case.yaml" cannot be written: there is no room left on the disk. Nothing was changed.',
      });
      expect(listing(disk)).toEqual(["case.yaml"]);
      expect(readFileSync(join(disk, "case.yaml"), "utf8")).toBe("old");
    });
    if (!ran) test.skip("a small disk cannot be mounted by this user");
  });

  it("says that a folder is read-only, and changes nothing", async (test) => {
    const ran = await withDisk("size=64k", async (disk, remount) => {
      writeFileSync(join(disk, "case.yaml"), "old");
      remount("ro");
      await expect(writeFiles(disk, folder({ "case.yaml": "new" }))).rejects.toMatchObject({
        code: "file/read-only",
        message: '"case.yaml" cannot be written: this folder is read-only for you. Nothing was changed.',
      });
      expect(listing(disk)).toEqual(["case.yaml"]);
      expect(readFileSync(join(disk, "case.yaml"), "utf8")).toBe("old");
    });
    if (!ran) test.skip("a read-only disk cannot be mounted by this user");
  });

  it.skipIf(process.platform === "win32")(
    "leaves nothing half-written when writing fails in the middle",
    () => {
      // a limit of 1 KiB a file, set by the shell: the write fails with EFBIG on any machine, as any user
      writeFileSync(join(directory, "case.yaml"), "old");
      const program = `
      import { writeFiles } from ${JSON.stringify(join(import.meta.dirname, "write-files.ts"))};
      const bytes = new TextEncoder().encode("x".repeat(100_000));
      await writeFiles(${JSON.stringify(directory)}, new Map([["case.yaml", bytes]])).catch((e) => console.log(e.code));
    `;
      const limited = 'trap "" XFSZ; ulimit -f 1; exec "$@"';
      const printed = execFileSync(
        "bash",
        ["-c", limited, "bash", process.execPath, "--input-type=module", "-e", program],
        { encoding: "utf8" },
      );
      expect(printed.trim()).toBe("file/full");
      expect(listing(directory)).toEqual(["case.yaml"]);
      expect(readFileSync(join(directory, "case.yaml"), "utf8")).toBe("old");
    },
  );
});

describe("asking whether a folder can be written", () => {
  it("leaves neither the folder nor those above it behind", async () => {
    await canWrite(join(directory, "a", "b"));
    expect(listing(directory)).toEqual([]);
  });

  it("is refused where a file stands in the way", async () => {
    writeFileSync(join(directory, "out"), "x");
    await expect(canWrite(join(directory, "out", "deep"))).rejects.toMatchObject({ code: "file/write" });
    await expect(canWrite(join(directory, "out"))).rejects.toMatchObject({ code: "file/write" });
  });

  it("can be done by many at the same time below a folder that none of them had", async () => {
    const one = (k: number) =>
      writeFiles(join(directory, "new/deep"), new Map([[`a/b/${k}.txt`, new Uint8Array([k])]]));
    await Promise.all(Array.from({ length: 20 }, (_, k) => one(k)));
    expect(readdirSync(join(directory, "new/deep/a/b"))).toHaveLength(20);
  });
});
