// The engine in the browser: a few futures after each move of a slider, away from the page.
import { type LivePlayer, livePlayer } from "../../desk/index.ts";
import type { LiveMessage, LiveQuestion } from "./live.ts";

let player: LivePlayer | undefined;
const going = new Map<string, AbortController>();

addEventListener("message", ({ data }: MessageEvent<LiveQuestion>) => {
  if (data.kind === "case") {
    for (const one of going.values()) one.abort();
    player = livePlayer(data.source);
    return;
  }
  // The latest question of a role counts; whatever is asked before it need not be answered to its end.
  going.get(data.role)?.abort();
  const stop = new AbortController();
  going.set(data.role, stop);
  const { ask, role } = data;
  const tell = (message: LiveMessage): void => {
    if (!stop.signal.aborted) postMessage(message);
  };
  player
    ?.play(data.asked, (answer) => tell({ ask, role, answer }), stop.signal)
    .then(() => tell({ ask, role, done: true }))
    .catch((problem: Error) => tell({ ask, role, refused: problem.message }));
});
