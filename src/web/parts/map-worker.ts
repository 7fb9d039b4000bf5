import { useEffect, useRef, useState } from "react";
import type { Frustration } from "../../measure/index.ts";
import type { MapNetwork } from "./map-network.ts";

/** What the map asks of its worker; `ask` tells answers apart. Ends of ties are places among the nodes. */
export interface MapQuestion {
  readonly kind: "places" | "factions" | "between";
  readonly ask: number;
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly value: Float64Array;
}

/** The frustration index with its two factions, by place in the question's nodes and ties. */
export type Factions = Pick<Frustration, "value" | "method" | "lower" | "upper" | "partition" | "frustrated">;

export type MapAnswer = { readonly ask: number } & (
  | { readonly kind: "places"; readonly x: Float64Array; readonly y: Float64Array }
  | { readonly kind: "factions"; readonly factions: Factions }
  | { readonly kind: "between"; readonly between: Float64Array }
);

/** What a worker answered, with the network that it was asked about. */
interface Answered {
  readonly network: MapNetwork;
  readonly answer: MapAnswer;
}

/** Where each node stands; the same network stands the same on every machine and every time. */
export function usePlaces(network: MapNetwork): ReadonlyMap<string, readonly [number, number]> | undefined {
  const answered = useWorker("places", network);
  const [kept, setKept] = useState<ReadonlyMap<string, readonly [number, number]>>();
  useEffect(() => {
    if (answered?.answer.kind !== "places") return;
    const { x, y } = answered.answer;
    setKept(new Map(answered.network.nodes.map((node, i) => [node.id, [x[i], y[i]]])));
  }, [answered]);
  return kept;
}

/** The two factions that leave fewest ties that do not fit; those of the last network until the new ones are found. */
export function useFactions(
  network: MapNetwork,
): { readonly network: MapNetwork; readonly factions: Factions } | undefined {
  const answered = useWorker("factions", network);
  return answered?.answer.kind === "factions"
    ? { network: answered.network, factions: answered.answer.factions }
    : undefined;
}

/** How often each node stands on shortest ways between two others, over friendly ties; asked for only where it is shown. */
export function useBetween(network: MapNetwork, wanted: boolean): ReadonlyMap<string, number> | undefined {
  const answered = useWorker("between", wanted ? network : undefined);
  const [kept, setKept] = useState<ReadonlyMap<string, number>>();
  useEffect(() => {
    if (answered?.answer.kind !== "between") return;
    const { between } = answered.answer;
    setKept(new Map(answered.network.nodes.map((node, i) => [node.id, between[i]])));
  }, [answered]);
  return kept;
}

/** Asks a worker about the newest network, one question at a time: what came between is passed over. */
function useWorker(kind: MapQuestion["kind"], network: MapNetwork | undefined): Answered | undefined {
  const worker = useRef<Worker>(undefined);
  const busy = useRef<{ readonly ask: number; readonly network: MapNetwork }>(undefined);
  const waiting = useRef<MapNetwork>(undefined);
  const count = useRef(0);
  const [answered, setAnswered] = useState<Answered>();
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = undefined;
      busy.current = undefined;
    },
    [],
  );
  useEffect(() => {
    if (network === undefined) return undefined;
    const ask = (about: MapNetwork): void => {
      worker.current ??= opened((answer) => {
        const asked = busy.current;
        busy.current = undefined;
        const next = waiting.current;
        waiting.current = undefined;
        if (next !== undefined) ask(next);
        else if (asked?.ask === answer.ask) setAnswered({ network: asked.network, answer });
      });
      count.current += 1;
      busy.current = { ask: count.current, network: about };
      const { question, handed } = questionOf(kind, count.current, about);
      worker.current.postMessage(question, handed);
    };
    // Questions wait a moment, so that a slider that is drawn asks once.
    const timer = setTimeout(() => {
      if (busy.current === undefined) ask(network);
      else waiting.current = network;
    }, 150);
    return () => clearTimeout(timer);
  }, [kind, network]);
  return answered;
}

function opened(tell: (answer: MapAnswer) => void): Worker {
  const worker = new Worker(new URL("./map.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<MapAnswer>) => tell(data);
  return worker;
}

/** A network as numbers, and what is handed over with it: not copied. */
function questionOf(kind: MapQuestion["kind"], ask: number, { nodes, ties }: MapNetwork) {
  const places = new Map(nodes.map((node, i) => [node.id, i]));
  const [from, to] = [new Int32Array(ties.length), new Int32Array(ties.length)];
  const value = new Float64Array(ties.length);
  ties.forEach((tie, k) => {
    from[k] = places.get(tie.from) ?? 0;
    to[k] = places.get(tie.to) ?? 0;
    value[k] = tie.value;
  });
  const question: MapQuestion = { kind, ask, nodes: nodes.length, from, to, value };
  return { question, handed: [from.buffer, to.buffer, value.buffer] };
}
