// Runs a long command quietly, and says now and then that it still runs. Node built-ins only.
import { spawn } from "node:child_process";

const EVERY_SECONDS = 10;

/**
 * @param {string} what what goes on, in words: "installing 150 packages"
 * @param {string} command
 * @param {readonly string[]} arguments_
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ ok: boolean, errors: string }>} whether it went well, and what it printed if not.
 */
export function withProgress(what, command, arguments_, options = {}) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.error(`${what} …`);
  const ticking = setInterval(() => console.error(`… still ${what}, ${seconds()} s`), EVERY_SECONDS * 1000);
  return new Promise((settle) => {
    const child = spawn(command, arguments_, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      printed += chunk;
    });
    /** @type {(ok: boolean, errors: string) => void} */
    const finish = (ok, errors) => {
      clearInterval(ticking);
      if (ok) console.error(`done in ${seconds()} s`);
      settle({ ok, errors });
    };
    child.on("error", (error) => finish(false, error.message));
    child.on("close", (code) => finish(code === 0, code === 0 ? "" : printed));
  });
}
