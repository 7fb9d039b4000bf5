// A registry that lacks a package for some other platform makes npm leave it out of package-lock.json, and then
// nobody on that platform gets it. This names each such package in the lock file, by version and platform.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** As much of package-lock.json as matters here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const PLATFORM =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|x64|ppc64|riscv64|s390x)(?:-(gnu|musl|eabi|msvc)\w*)?$/;

/** The optional packages that some package asks for and the lock file does not name: name → version. */
export function leftOut(lock: Lock): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (!places.some((place) => place in lock.packages)) missing.set(name, version);
    }
  }
  return missing;
}

/** The same lock file with those packages named. */
export function complete(lock: Lock): Lock {
  const { "": self, ...packages } = lock.packages;
  const added = [...leftOut(lock)].map(([name, version]) => {
    const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
    const platform = {
      ...(cpu === undefined ? {} : { cpu: [cpu] }),
      dev: true,
      ...(libc === "musl" ? { libc: ["musl"] } : {}),
      ...(libc === "gnu" ? { libc: ["glibc"] } : {}),
      optional: true,
      ...(os === undefined ? {} : { os: [os] }),
    };
    return [`node_modules/${name}`, { version, ...platform }] as const;
  });
  const all = [...Object.entries(packages), ...added].sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: { "": self, ...Object.fromEntries(all) } };
}

if (import.meta.main) {
  const file = join(root, "package-lock.json");
  const lock: Lock = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(`${leftOut(lock).size} packages added to package-lock.json`);
}
