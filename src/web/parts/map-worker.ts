import { useEffect, useRef, useState } from "react";
import type { Frustration } from "../../measure/index.ts";
import type { MapNetwork } from "./map-network.ts";

type Row = readonly [from: string, to: string, value: number];

/** What the map asks of its worker; `ask` tells answers apart. */
export interface MapQuestion {
  readonly kind: "places" | "factions";
  readonly ask: number;
  readonly nodes: readonly string[];
  readonly ties: readonly Row[];
}

/** The frustration index with its two factions, by place in the question's nodes and ties. */
export type Factions = Pick<Frustration, "value" | "method" | "lower" | "upper" | "partition" | "frustrated">;

export type MapAnswer =
  | { readonly kind: "places"; readonly ask: number; readonly places: readonly (readonly [number, number])[] }
  | { readonly kind: "factions"; readonly ask: number; readonly factions: Factions };

/** Where each node stands; the same network stands the same on every machine and every time. */
export function usePlaces(network: MapNetwork): ReadonlyMap<string, readonly [number, number]> | undefined {
  const answer = useWorker("places", network);
  const [kept, setKept] = useState<ReadonlyMap<string, readonly [number, number]>>();
  useEffect(() => {
    if (answer?.answer.kind !== "places") return;
    const { places } = answer.answer;
    setKept(new Map(answer.network.nodes.map((node, i) => [node.id, places[i]])));
  }, [answer]);
  return kept;
}

/** The two factions that leave fewest ties that do not fit; those of the last network until the new ones are found. */
export function useFactions(
  network: MapNetwork,
): { readonly network: MapNetwork; readonly factions: Factions } | undefined {
  const answer = useWorker("factions", network);
  return answer?.answer.kind === "factions"
    ? { network: answer.network, factions: answer.answer.factions }
    : undefined;
}

function useWorker(kind: MapQuestion["kind"], network: MapNetwork) {
  const worker = useRef<Worker>(undefined);
  const asked = useRef(new Map<number, MapNetwork>());
  const [answer, setAnswer] = useState<{ readonly network: MapNetwork; readonly answer: MapAnswer }>();
  const count = useRef(0);
  useEffect(() => {
    const mine = new Worker(new URL("./map.worker.ts", import.meta.url), { type: "module" });
    worker.current = mine;
    mine.onmessage = ({ data }: MessageEvent<MapAnswer>) => {
      const known = asked.current.get(data.ask);
      asked.current.delete(data.ask);
      if (known !== undefined && data.ask === count.current) setAnswer({ network: known, answer: data });
    };
    return () => mine.terminate();
  }, []);
  useEffect(() => {
    // Questions wait a moment, so that a slider that is drawn asks once.
    const timer = setTimeout(() => {
      count.current += 1;
      asked.current.set(count.current, network);
      worker.current?.postMessage({
        kind,
        ask: count.current,
        nodes: network.nodes.map((node) => node.id),
        ties: network.ties.map(({ from, to, value }) => [from, to, value]),
      } satisfies MapQuestion);
    }, 120);
    return () => clearTimeout(timer);
  }, [kind, network]);
  return answer;
}
