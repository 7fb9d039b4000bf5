import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call, useCaseHash } from "../api.ts";
import { SeatBegin } from "../parts/seat-begin.tsx";
import { SeatEnd } from "../parts/seat-end.tsx";
import type { SeatAnswer } from "../parts/seat-list.ts";
import { SeatRecord } from "../parts/seat-record.tsx";
import { SeatTurnView } from "../parts/seat-turn.tsx";
import { choose, usePlace } from "../place.ts";

/** Take an actor's place in one future: choose among its moves, see what comes of it. */
export default function Seat() {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const client = useQueryClient();
  const hash = useCaseHash();
  const id = chosen.get("game");
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["seat", id, hash],
    queryFn: () => call<SeatAnswer>(`/api/seats/${id}`),
    enabled: id !== null,
    retry: false,
  });
  const send = async (path: string, body: unknown): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const answer = await call<SeatAnswer>(path, "POST", body);
      client.setQueryData(["seat", `${answer.id}`, hash], answer);
      void client.invalidateQueries({ queryKey: ["seats"] });
      choose({ game: `${answer.id}` });
    } catch (problem) {
      setTrouble(problem instanceof Error ? problem.message : String(problem));
    }
    setBusy(false);
  };
  const told = trouble ?? error?.message;
  return (
    <>
      <h1>{t("page.seat")}</h1>
      {told !== undefined && (
        <div role="alert" className="callout caution">
          {told}
        </div>
      )}
      {id === null ? (
        <SeatBegin onBegin={(wish) => void send("/api/seats", wish)} />
      ) : (
        <>
          <p>
            <Button onPress={() => choose({ game: undefined })}>{t("seat.again")}</Button>
          </p>
          {data === undefined && told === undefined && <p role="status">{t("loading")}</p>}
          {data?.game.from !== undefined && (
            <p>{t("seat.forkLead", { run: data.game.run ?? 0, seed: data.game.seed })}</p>
          )}
          {data?.next !== undefined && (
            <SeatTurnView
              key={data.turns.length}
              turn={data.next}
              last={data.turns.at(-1)}
              busy={busy}
              onChoose={(option) =>
                void send(`/api/seats/${data.id}/choose`, { turn: data.turns.length, option })
              }
            />
          )}
          {data?.end !== undefined && <SeatEnd end={data.end} />}
          {data !== undefined && data.turns.length > 0 && (
            <SeatRecord
              turns={data.turns}
              several={data.game.as.length > 1}
              onBack={(turn) => void send(`/api/seats/${data.id}/back`, { turn })}
            />
          )}
        </>
      )}
    </>
  );
}
