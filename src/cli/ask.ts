import { readSync } from "node:fs";

/**
 * Asks at the terminal and waits for a line: play stands still meanwhile.
 *
 * @returns the line without its end; nothing at the end of the input.
 */
export function askAt(write: (text: string) => void): (prompt: string) => string | undefined {
  let rest = "";
  const bytes = Buffer.alloc(4096);
  return (prompt) => {
    write(prompt);
    for (;;) {
      const end = rest.indexOf("\n");
      if (end >= 0) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 1);
        return line.replace(/\r$/, "");
      }
      const read = readWaiting(bytes);
      if (read === 0) {
        const last = rest;
        rest = "";
        return last === "" ? undefined : last;
      }
      rest += bytes.toString("utf8", 0, read);
    }
  };
}

/** Reads from the standard input; a terminal that has nothing yet says so by an error, and is asked again. */
function readWaiting(bytes: Buffer): number {
  for (;;) {
    try {
      return readSync(0, bytes, 0, bytes.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}
