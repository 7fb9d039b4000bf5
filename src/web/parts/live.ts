import { useEffect, useMemo, useRef, useState } from "react";
import type { Case } from "../../case/index.ts";
import type { LiveAnswer, LiveAsked } from "../../desk/index.ts";

type Role = "base" | "now";

/** What the page asks of the engine in its worker; `ask` tells answers apart. */
export type LiveQuestion =
  | { readonly kind: "case"; readonly source: Case }
  | { readonly kind: "play"; readonly ask: number; readonly role: Role; readonly asked: LiveAsked };

/** What the worker says: an answer so far, its end, or why it cannot be. */
export interface LiveMessage {
  readonly ask: number;
  readonly role: Role;
  readonly answer?: LiveAnswer;
  readonly done?: true;
  readonly refused?: string;
}

/** The case as it is and as it is changed, on the same luck and as many futures of each. */
export interface Live {
  readonly base: LiveAnswer | undefined;
  readonly now: LiveAnswer | undefined;
  /** Futures of each that were played so far. */
  readonly runs: number;
  readonly done: boolean;
  readonly refused: string | undefined;
}

interface Played {
  readonly key: string;
  /** By number of futures: both are compared on as many. */
  readonly answers: ReadonlyMap<number, LiveAnswer>;
  readonly done: boolean;
  readonly refused?: string;
}

const NOTHING: Played = { key: "", answers: new Map(), done: false };
/** A slider that is drawn asks once. */
const WAIT_MS = 150;

/**
 * Plays futures in the browser after each change of what is asked; nothing is played where nothing is asked.
 *
 * @remarks The engine is that of the server, in a worker of the page: the same seed gives the same bytes.
 */
export function useLive(source: Case, asked: LiveAsked | undefined): Live {
  const worker = useRef<Worker>(undefined);
  const [played, setPlayed] = useState<{ readonly [R in Role]: Played }>({ base: NOTHING, now: NOTHING });
  const keys = useRef(new Map<number, string>());
  const last = useRef(0);
  const active = asked !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    const mine = new Worker(new URL("./live.worker.ts", import.meta.url), { type: "module" });
    worker.current = mine;
    mine.postMessage({ kind: "case", source } satisfies LiveQuestion);
    mine.onmessage = ({ data }: MessageEvent<LiveMessage>) => {
      const key = keys.current.get(data.ask) ?? "";
      setPlayed((before) => ({ ...before, [data.role]: taken(before[data.role], key, data) }));
    };
    return () => {
      mine.terminate();
      worker.current = undefined;
      setPlayed({ base: NOTHING, now: NOTHING });
    };
  }, [active, source]);
  const nowKey = asked === undefined ? "" : JSON.stringify(asked);
  const baseKey = asked === undefined ? "" : JSON.stringify({ ...asked, changes: {} });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case or another worker has to be asked anew
  useEffect(() => ask("base", baseKey, 0), [baseKey, source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case or another worker has to be asked anew
  useEffect(() => ask("now", nowKey === baseKey ? "" : nowKey, WAIT_MS), [nowKey, source]);
  function ask(role: Role, key: string, wait: number): (() => void) | undefined {
    if (key === "") return undefined;
    const timer = setTimeout(() => {
      last.current += 1;
      keys.current.set(last.current, key);
      const question: LiveQuestion = { kind: "play", ask: last.current, role, asked: JSON.parse(key) };
      worker.current?.postMessage(question);
    }, wait);
    return () => clearTimeout(timer);
  }
  return useMemo(() => together(played.base, played.now, baseKey, nowKey), [played, baseKey, nowKey]);
}

/** What was played so far with one message more. */
function taken(before: Played, key: string, { answer, done, refused }: LiveMessage): Played {
  const answers = new Map(before.key === key ? before.answers : []);
  if (answer !== undefined) answers.set(answer.runs, answer);
  return { key, answers, done: done === true, ...(refused === undefined ? {} : { refused }) };
}

function together(base: Played, now: Played, baseKey: string, nowKey: string): Live {
  const asIs = base.key === baseKey ? base : NOTHING;
  if (nowKey === baseKey) {
    const all = Math.max(0, ...asIs.answers.keys());
    const answer = asIs.answers.get(all);
    return { base: answer, now: undefined, runs: all, done: asIs.done, refused: asIs.refused };
  }
  // What is shown of the change before stays until the first futures of this one are there.
  const common = [...now.answers.keys()].filter((runs) => asIs.answers.has(runs));
  const runs = Math.max(0, ...common);
  const current = now.key === nowKey;
  return {
    base: asIs.answers.get(runs > 0 ? runs : Math.max(0, ...asIs.answers.keys())),
    now: now.answers.get(runs),
    runs: current ? runs : 0,
    done: current && now.done && asIs.done,
    refused: current ? now.refused : undefined,
  };
}
