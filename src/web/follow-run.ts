import type { RunState } from "../desk/index.ts";

type Listener = (state: RunState) => void;

interface Followed {
  readonly progress: EventSource;
  readonly listeners: Set<Listener>;
  /** What was heard last, for those who join later. */
  last: RunState | undefined;
}

const followed = new Map<string, Followed>();

/**
 * Follows a run over one connection, however many parts of a page look at it: a browser opens only six to one
 * server, and a seventh wish, such as to stop, would wait for the run's end.
 *
 * @param ended fetches the run whole once it has ended; its answer is told last.
 * @returns how to stop following.
 */
export function followRun(key: string, listener: Listener, ended: () => Promise<RunState>): () => void {
  const one = followed.get(key) ?? begin(key, ended);
  one.listeners.add(listener);
  if (one.last !== undefined) listener(one.last);
  return () => {
    one.listeners.delete(listener);
    if (one.listeners.size > 0) return;
    one.progress.close();
    if (followed.get(key) === one) followed.delete(key);
  };
}

function begin(key: string, ended: () => Promise<RunState>): Followed {
  const progress = new EventSource(`/api/runs/${key}/progress`);
  const one: Followed = { progress, listeners: new Set(), last: undefined };
  followed.set(key, one);
  const tell = (state: RunState): void => {
    one.last = state;
    for (const listener of one.listeners) listener(state);
  };
  progress.addEventListener("run", (event) => {
    const now = JSON.parse((event as MessageEvent<string>).data) as RunState;
    if (now.state === "waiting" || now.state === "running") {
      tell(now);
      return;
    }
    progress.close();
    // Whoever asks from now on, as after a stop, follows anew.
    followed.delete(key);
    // Where the whole cannot be had, it is still told that the run has ended, and how.
    void ended().then(tell, () => tell(now));
  });
  return one;
}
