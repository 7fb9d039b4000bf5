import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call, useCaseHash } from "../api.ts";
import { choose } from "../place.ts";
import type { SeatList } from "./seat-list.ts";

/** What a game begins with. */
export interface SeatWish {
  readonly as: readonly string[];
  readonly seed: string;
  readonly months: number;
}

/** Choose the seats, the seed and the months; or open a game that was begun before. */
export function SeatBegin({ onBegin }: { readonly onBegin: (wish: SeatWish) => void }) {
  const { t } = useTranslation();
  const hash = useCaseHash();
  const { data } = useQuery({ queryKey: ["seats", hash], queryFn: () => call<SeatList>("/api/seats") });
  const [as, setAs] = useState<readonly string[]>([]);
  if (data === undefined) return <p role="status">{t("loading")}</p>;
  const nameOf = (id: string): string => data.seats.find((seat) => seat.id === id)?.name ?? id;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const picked = String(given.get("who"));
    onBegin({
      as: as.length === 0 ? [picked] : as,
      seed: String(given.get("seed") ?? "").trim() || "tawazun",
      months: Number(given.get("months")),
    });
  };
  if (data.seats.length === 0) return <p className="empty">{t("seat.noSeats")}</p>;
  return (
    <>
      <p className="lead">{t("seat.lead")}</p>
      <form className="fields" onSubmit={submit}>
        <label>
          {t("seat.who")}
          <select name="who">
            {data.seats.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button
          onPress={(event) => {
            const form = event.target.closest("form");
            const picked = String(new FormData(form ?? undefined).get("who"));
            setAs([...new Set([...as, picked])]);
          }}
        >
          {t("seat.add")}
        </Button>
        <label>
          {t("size.months")}
          <input type="number" name="months" min={1} max={240} required defaultValue={12} />
        </label>
        <label>
          {t("size.seed")}
          <input name="seed" maxLength={200} placeholder="tawazun" />
        </label>
        <Button type="submit">{t("seat.begin")}</Button>
      </form>
      <p>
        <small>{t("seat.more")}</small>
      </p>
      <ul className="cards">
        {as.map((id) => (
          <li key={id} className="card">
            <strong>{nameOf(id)}</strong>
            <Button
              aria-label={t("seat.drop", { name: nameOf(id) })}
              onPress={() => setAs(as.filter((one) => one !== id))}
            >
              {t("whatif.take")}
            </Button>
          </li>
        ))}
      </ul>
      {data.games.length > 0 && (
        <section aria-labelledby="games">
          <h2 id="games">{t("seat.games")}</h2>
          <ul className="games">
            {data.games.map(({ id, at, game, moved }) => (
              <li key={id}>
                <time dateTime={at}>{at.slice(0, 16).replace("T", " ")}</time>{" "}
                {t("seat.gameOf", {
                  names: game.as.map(nameOf).join(", "),
                  months: game.months,
                  seed: game.seed,
                  turns: game.choices.length,
                })}{" "}
                {game.from !== undefined && `(${t("seat.forkOf", { run: game.run ?? 0 })}) `}
                {moved ? (
                  <small>{t("seat.moved")}</small>
                ) : (
                  <Button onPress={() => choose({ game: `${id}` })}>{t("seat.open")}</Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
