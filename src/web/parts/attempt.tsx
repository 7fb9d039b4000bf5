import { type ReactNode, useState } from "react";

/** What came of the last try: a sentence, or why not. */
interface Came {
  readonly said: string;
  readonly refused: string;
}

const NOTHING: Came = { said: "", refused: "" };

/** Tries something that may be refused, and keeps what came of it. */
export function useAttempt(): {
  readonly came: Came;
  /** While it is tried. */
  readonly busy: boolean;
  /** Says what `work` answers, or why it was refused. */
  readonly attempt: (work: () => Promise<string>) => Promise<void>;
} {
  const [came, setCame] = useState(NOTHING);
  const [busy, setBusy] = useState(false);
  return {
    came,
    busy,
    attempt: async (work) => {
      setCame(NOTHING);
      setBusy(true);
      try {
        setCame({ said: await work(), refused: "" });
      } catch (problem) {
        setCame({ said: "", refused: problem instanceof Error ? problem.message : String(problem) });
      } finally {
        setBusy(false);
      }
    },
  };
}

/** What came of a try, for eye and ear. */
export function WhatCame({ said, refused }: { readonly said: ReactNode; readonly refused: string }) {
  return (
    <>
      <p role="status">{said}</p>
      {refused !== "" && (
        <p role="alert" className="callout caution lines">
          {refused}
        </p>
      )}
    </>
  );
}
