import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Does something with a small disk of its own, which can be mounted anew with other options such as `ro`.
 *
 * @returns false where this user may not mount one.
 */
export async function withDisk(
  options: string,
  inside: (path: string, remount: (options: string) => void) => Promise<void>,
): Promise<boolean> {
  const disk = mkdtempSync(join(tmpdir(), "tawazun-disk-"));
  const mounted =
    process.platform === "linux" &&
    spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]).status === 0;
  try {
    if (mounted) await inside(disk, (more) => execFileSync("mount", ["-o", `remount,${more}`, disk]));
  } finally {
    if (mounted) execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  }
  return mounted;
}
