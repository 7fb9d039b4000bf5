import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CaseAnswer, RunState } from "../desk/index.ts";
import { followRun } from "./follow-run.ts";

/** What the server says where it will not do something. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export async function call<T>(path: string, method = "GET", body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const answer = (await response.json().catch(() => ({}))) as T & { code?: string; message?: string };
  if (!response.ok)
    throw new Refusal(answer.code ?? `${response.status}`, answer.message ?? response.statusText);
  return answer;
}

/** The case as it reads now; read again when a file changes, whoever changed it. */
export function useCase() {
  const client = useQueryClient();
  useEffect(() => {
    const news = new EventSource("/api/news");
    news.addEventListener("case", (event) => {
      const { hash } = JSON.parse((event as MessageEvent<string>).data) as { hash: string };
      // Views are files of the case too, though nothing is made from them.
      void client.invalidateQueries({ queryKey: ["views"] });
      void client.invalidateQueries({ queryKey: ["edits"] });
      void client.invalidateQueries({ queryKey: ["files"] });
      void client.invalidateQueries({ queryKey: ["file"] });
      const known = client.getQueryData<CaseAnswer>(["case"]);
      if (known !== undefined && known.hash !== hash) {
        // What was asked of the case before stands; of the case as it is now, pages ask anew.
        void client.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== "ask" });
      }
    });
    return () => news.close();
  }, [client]);
  return useQuery({ queryKey: ["case"], queryFn: () => call<CaseAnswer>("/api/case") });
}

/** Hash of the case as it was read last. */
export function useCaseHash(): string | undefined {
  return useQuery({ queryKey: ["case"], queryFn: () => call<CaseAnswer>("/api/case") }).data?.hash;
}

/**
 * A run: asked for when `options` are given, followed until it ends. Asking twice does not compute twice.
 *
 * @param turn above 0: it is carried out though it is known; each number once.
 */
export function useRun(verb: string, options: Readonly<Record<string, unknown>> | undefined, turn = 0) {
  const hash = useCaseHash();
  const asked = useQuery({
    queryKey: ["ask", verb, options, hash, turn],
    queryFn: () => call<RunState>(`/api/ask/${verb}`, "POST", { options, anew: turn > 0 }),
    enabled: options !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const key = asked.data?.key;
  const [state, setState] = useState<RunState>();
  useEffect(() => {
    if (asked.data === undefined || key === undefined) return undefined;
    setState(asked.data);
    if (asked.data.outcome !== undefined) return undefined;
    return followRun(key, setState, () => call<RunState>(`/api/runs/${key}`));
  }, [asked.data, key]);
  const now = options === undefined || state?.key !== key ? undefined : state;
  // What the verb refused, such as a case with errors, is no answer: nobody has to look into it.
  const refused = now?.state === "done" && now.outcome?.code === 2 ? now.outcome.text : undefined;
  return {
    state: refused === undefined ? now : undefined,
    error: refused === undefined ? asked.error : new Refusal("run/refused", refused),
    stop: () => (key === undefined ? undefined : call(`/api/runs/${key}`, "DELETE")),
    again: () => asked.refetch(),
  };
}
