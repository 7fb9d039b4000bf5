import type { Progress } from "../desk/index.ts";

/** Before this many milliseconds nothing is shown: short work needs no bar. */
const QUIET = 1_500;
const WIDTH = 24;

/**
 * Progress on a terminal: one line that is written over, with an honest time left; elsewhere a line
 * now and then. Nothing at all if the result is for a program.
 */
export function bar(
  stream: NodeJS.WriteStream,
  silent: boolean,
): { show(progress: Progress): void; say(line: string): void; end(): void } {
  const started = performance.now();
  let last = 0;
  let drawn = false;
  return {
    show({ done, total, doing }) {
      const now = performance.now();
      const gap = stream.isTTY ? 100 : 10_000;
      if (silent || now - started < QUIET || now - last < gap || total <= 0) return;
      last = now;
      const part = Math.min(1, done / total);
      const left = part > 0.02 ? ((now - started) * (1 - part)) / part : undefined;
      const words = `${Math.floor(100 * part)} % · ${doing}${left === undefined ? "" : ` · about ${seconds(left)} left`}`;
      if (!stream.isTTY) {
        stream.write(`${words}\n`);
        return;
      }
      const filled = Math.round(part * WIDTH);
      const line = `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${words}`;
      stream.write(`\r\u001b[2K${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
      drawn = true;
    },
    say(line) {
      this.end();
      stream.write(`${line}\n`);
    },
    end() {
      if (drawn) stream.write("\r\u001b[2K");
      drawn = false;
    },
  };
}

function seconds(milliseconds: number): string {
  const whole = Math.max(1, Math.round(milliseconds / 1000));
  return whole < 90 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
