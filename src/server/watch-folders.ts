import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** Names that are none of the case's: hidden files, and the folder of results. */
function isOurs(path: string): boolean {
  return !/(^|\/)\.|^out(\/|$)/.test(path);
}

/**
 * Calls back when a file in a folder, or in a folder of it, changes, comes or goes.
 *
 * @returns how to end it.
 * @remarks Each folder is watched by itself. Watching a tree as one follows files, and loses a file that another one
 * took the place of, which is how every careful program writes.
 */
export function watchFolders(root: string, changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  function look(path: string): void {
    if (!watchers.has(path)) {
      try {
        const watcher = watch(join(root, path), (_event, name) => {
          if (name !== null && !isOurs(path === "" ? name : `${path}/${name}`)) return;
          look(path);
          changed();
        });
        watcher.on("error", () => {
          watcher.close();
          watchers.delete(path);
        });
        watchers.set(path, watcher);
      } catch {
        return;
      }
    }
    try {
      for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
        const inner = path === "" ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory() && isOurs(inner) && !watchers.has(inner)) look(inner);
      }
    } catch {
      // A folder that is gone is told of by the one that held it.
      watchers.get(path)?.close();
      watchers.delete(path);
    }
  }
  look("");
  return () => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}
