// The servers that tests of clusters start for themselves. Node built-ins only: it runs before anything is installed.
import { existsSync, readdirSync } from "node:fs";
import { isDebianLike } from "./chromium.mjs";
import { withProgress } from "./progress.mjs";

/** Debian's package of each server, and whether it is here. */
const SERVERS = [
  { name: "redis-server", isHere: () => existsSync("/usr/bin/redis-server") },
  { name: "postgresql", isHere: hasPostgres },
];

/** Debian keeps each version of it in a folder of its own, and none on the path. */
function hasPostgres() {
  const folder = "/usr/lib/postgresql";
  return existsSync(folder) && readdirSync(folder).some((v) => existsSync(`${folder}/${v}/bin/postgres`));
}

/**
 * Installs Redis and PostgreSQL where tests run by themselves and as root on Debian; elsewhere the tests that need
 * them say that they are skipped. Nobody's own machine gets servers that they did not ask for.
 */
export async function ensureServers() {
  const missing = SERVERS.filter(({ isHere }) => !isHere()).map(({ name }) => name);
  if (missing.length === 0 || !process.env.CI) return;
  const words = missing.join(" and ");
  if (process.getuid?.() === 0 && isDebianLike()) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await withProgress("reading Debian's package lists", "apt-get", ["update", "-qq"], { env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", ...missing];
    await withProgress(`installing ${words} from Debian's packages`, "apt-get", install, { env });
  }
  const still = SERVERS.filter(({ isHere }) => !isHere()).map(({ name }) => name);
  if (still.length > 0)
    console.error(`There is no ${still.join(" and no ")}: tests that need them are skipped.`);
}
