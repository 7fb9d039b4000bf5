import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { number, percent, signed } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { typeName } from "./event-list.ts";
import { HeadTable } from "./head-table.tsx";
import { RunPanel } from "./run-panel.tsx";

const REASONS = 5;

/** What a ranking says, as far as this page looks into it. */
interface Ranked {
  readonly check: { readonly questions: number; readonly mrr?: number; readonly hits1?: number };
  readonly answers?: readonly {
    /** Who was asked about: nobody acts toward itself. */
    readonly of: string;
    readonly ranked: readonly {
      readonly actor: string;
      readonly probability: number;
      readonly because: readonly { readonly statistic: string; readonly logOdds: number }[];
    }[];
  }[];
}

/** Toward whom an actor will do something next, or who will do it to it, and why. */
export function RankPanel({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [who, act] = [chosen.get("who"), chosen.get("act")];
  const asks = chosen.get("asks") === "source" ? "source" : "target";
  const options =
    who === null || act === null
      ? undefined
      : { type: act, most: 10, ...(asks === "target" ? { source: who } : { target: who }) };
  const run = useRun("rank", options);
  const found = run.state?.state === "done" ? (run.state.outcome?.json as Ranked) : undefined;
  const types = [...new Set(source.events.map((event) => event.type))].sort();
  const acting = new Set(source.events.flatMap((event) => [event.by, event.of]));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    choose(Object.fromEntries(["who", "act", "asks"].map((name) => [name, String(given.get(name))])));
  };
  return (
    <section aria-labelledby="rank">
      <h2 id="rank">{t("rank.title")}</h2>
      <p>{t("rank.lead")}</p>
      <form className="fields" onSubmit={submit}>
        <label>
          {t("rank.actor")}
          <select name="who" defaultValue={who ?? undefined}>
            {source.actors
              .filter(({ id }) => acting.has(id))
              .map(({ id, name }) => (
                <option key={id} value={name}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {t("rank.type")}
          <select name="act" defaultValue={act ?? undefined}>
            {types.map((type) => (
              <option key={type} value={type}>
                {typeName(type)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("rank.direction")}
          <select name="asks" defaultValue={asks}>
            <option value="target">{t("rank.target")}</option>
            <option value="source">{t("rank.source")}</option>
          </select>
        </label>
        <Button type="submit">{t("rank.rank")}</Button>
      </form>
      {options !== undefined && found === undefined && <RunPanel {...run} />}
      {found !== undefined && <Answer found={found} />}
    </section>
  );
}

function Answer({ found }: { readonly found: Ranked }) {
  const { t } = useTranslation();
  const answer = found.answers?.[0];
  const ranked = (answer?.ranked ?? []).filter(({ actor }) => actor !== answer?.of);
  const { questions, mrr, hits1 } = found.check;
  if (ranked.length === 0) return <p className="empty">{t("rank.none")}</p>;
  return (
    <>
      <HeadTable
        label={t("rank.title")}
        heads={[
          { name: t("rank.place"), number: true },
          t("rank.name"),
          { name: t("rank.probability"), measure: "rank-probability", number: true },
          { name: t("rank.why"), measure: "log-odds" },
        ]}
      >
        {ranked.map(({ actor, probability, because }, k) => (
          <tr key={actor}>
            <td className="number">{k + 1}</td>
            <th scope="row">{actor}</th>
            <td className="number">{percent(probability, 1)}</td>
            <td>
              {because.slice(0, REASONS).map(({ statistic, logOdds }) => (
                <div key={statistic}>
                  {signed(logOdds, 2)} {statistic}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </HeadTable>
      <p>
        <small>
          {questions === 0 || mrr === undefined || hits1 === undefined
            ? t("rank.few")
            : t("rank.check", { questions, hits: percent(hits1), mrr: number(mrr, 2) })}
        </small>
      </p>
    </>
  );
}
