import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRooms } from "../scripts/rooms.ts";
import { root } from "../scripts/root.ts";

const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

function npm(arguments_: readonly string[], cwd: string): string {
  const script = process.env.npm_execpath;
  const [command, ...first] = script === undefined ? ["npm"] : [process.execPath, script];
  return execFileSync(command, [...first, ...arguments_, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, npm_config_dry_run: "false" },
  });
}

describe("the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "tawazun-package-"));
  let packed: Packed;
  let tarball: string;

  beforeAll(() => {
    const said = npm(["pack", "--json", "--pack-destination", folder], root);
    const answer = JSON.parse(said.slice(said.search(/^[[{]/m)));
    packed = Object.values<Packed>(answer)[0];
    tarball = join(folder, packed.filename);
    writeFileSync(
      join(folder, "package.json"),
      '{ "name": "somebody", "private": true, "type": "module" }\n',
    );
    npm(["install", tarball, "--prefer-offline"], folder);
    const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;
    console.info(
      `the package: ${kilobytes(packed.size)} packed, ${kilobytes(packed.unpackedSize)} unpacked, ` +
        `${packed.files.length} files`,
    );
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, ...arguments_: string[]) =>
    spawnSync(command, arguments_, { cwd: folder, encoding: "utf8" });

  it("installs into an empty folder, without a Node of its own and without tests", () => {
    const installed = globSync("node_modules/*", { cwd: folder });
    expect(installed).toContain("node_modules/tawazun");
    expect(installed.filter((name) => /node-linux|tawazun-node|vitest/.test(name))).toEqual([]);
    expect(JSON.stringify(manifest.dependencies)).not.toMatch(/node-linux|tawazun-node/);
    const paths = packed.files.map((file) => file.path);
    const record = "docs/backtests.json";
    const inside = paths.filter((path) => /\.test\.|^(src|test|bench|scripts|docs)\//.test(path));
    expect(inside).toEqual([record]);
    expect(paths).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "references.json"]),
    );
  });

  it("has a command that tells its version and its help", () => {
    const version = run(join(folder, "node_modules", ".bin", "tawazun"), "--version");
    expect(version).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
    const help = run(join(folder, "node_modules", ".bin", "tawazun"), "--help");
    expect(help.status).toBe(0);
    expect(help.stdout).toMatch(/\bcheck\b[\s\S]*\breport\b/);
  });

  it("lets every room be imported, and nothing else", () => {
    const rooms = openRooms(root);
    expect(rooms.length).toBeGreaterThan(5);
    const code = `for (const room of ${JSON.stringify(rooms)}) await import("tawazun/" + room);`;
    expect(run(process.execPath, "--input-type=module", "--eval", code)).toMatchObject({
      status: 0,
      stderr: "",
    });
    const inside = 'await import("tawazun/dist/base/exp.js");';
    expect(run(process.execPath, "--input-type=module", "--eval", inside).stderr).toContain(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });

  it("has types that a strict program compiles against", () => {
    const lines = openRooms(root).map((room) => `export * as ${room} from "tawazun/${room}";`);
    const use =
      'import { cite, type Source } from "tawazun/base"; export const text: string = cite({} as Source);';
    // A wrong reference must be refused: it is, only if references.json was found beside the types.
    const refused = '// @ts-expect-error\nexport const wrong: Source = { ref: "nobody1900" };';
    writeFileSync(join(folder, "use.ts"), [...lines, use, refused].join("\n"));
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--skipLibCheck"];
    expect(run(bin("tsc"), ...options, "--ignoreConfig", "use.ts")).toMatchObject({ status: 0, stdout: "" });
  });

  it("is clean for publint", () => {
    expect(run(bin("publint"), "run", tarball, "--strict")).toMatchObject({ status: 0 });
  });

  it("resolves its types everywhere that ES modules go, says attw", () => {
    const { status, stdout } = run(bin("attw"), tarball, "--profile", "esm-only");
    expect(status, stdout).toBe(0);
  });
});
