import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { LiveAnswer } from "../../desk/index.ts";
import { percent, signed } from "../../show/index.ts";
import { bandsOf } from "./live-fan.tsx";
import { Measured } from "./measured.tsx";

const SHOWN = 8;

/** The same futures as numbers: answers to questions with and without the changes, and the bands of an actor's share. */
export function LiveNumbers({
  base,
  now,
  actor,
}: {
  readonly base: LiveAnswer;
  readonly now: LiveAnswer | undefined;
  readonly actor: string;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = base.questions
    .map((question, q) => ({ ...question, now: now?.questions[q]?.share }))
    .sort((a, b) => Math.abs((b.now ?? b.share) - b.share) - Math.abs((a.now ?? a.share) - a.share));
  const shown = all ? rows : rows.slice(0, SHOWN);
  const bands = bandsOf(base, actor);
  const changed = now === undefined ? [] : bandsOf(now, actor);
  return (
    <>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
        <section className="table" aria-label={t("whatif.live.answers")} tabIndex={0}>
          <table>
            <caption>{t("whatif.live.answers")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("whatif.question")}</th>
                <th scope="col">
                  <Measured name={t("whatif.live.asIs")} measure="probability" />
                </th>
                <th scope="col">{t("whatif.live.with")}</th>
                <th scope="col">
                  <Measured name={t("whatif.live.points")} measure="paired-difference" />
                </th>
                <th scope="col">
                  <span className="off">{t("whatif.live.picture")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ id, text, share, now: other }) => (
                <tr key={id}>
                  <th scope="row">{text}</th>
                  <td className="number">{percent(share, 1)}</td>
                  <td className="number">{other === undefined ? "–" : percent(other, 1)}</td>
                  <td className="number">{other === undefined ? "–" : signed(100 * (other - share), 1)}</td>
                  <td>
                    <span className="ghost-bar" aria-hidden="true">
                      <i className="was" style={{ inlineSize: `${100 * share}%` }} />
                      {other !== undefined && <i className="is" style={{ inlineSize: `${100 * other}%` }} />}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > SHOWN && (
        <Button onPress={() => setAll(!all)}>
          {all ? t("whatif.live.fewer") : t("whatif.live.all", { count: rows.length })}
        </Button>
      )}
      <details>
        <summary>{t("table")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard */}
        <section className="table" aria-label={t("whatif.live.power")} tabIndex={0}>
          <table>
            <caption>{t("whatif.live.power")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("whatif.live.month")}</th>
                <th scope="col">{t("whatif.live.quiet")}</th>
                <th scope="col">
                  <Measured name={t("whatif.live.median")} measure="power-share" />
                </th>
                <th scope="col">
                  <Measured name={t("whatif.live.band80")} measure="band80" />
                </th>
                <th scope="col">{t("whatif.live.withMedian")}</th>
                <th scope="col">{t("whatif.live.withBand80")}</th>
              </tr>
            </thead>
            <tbody>
              {base.quiet.map(({ at, share }, m) => (
                <tr key={at}>
                  <th scope="row">{at}</th>
                  <td className="number">{percent(share)}</td>
                  <td className="number">{percent(bands[m][3], 1)}</td>
                  <td className="number">{`${percent(bands[m][1], 1)} – ${percent(bands[m][5], 1)}`}</td>
                  <td className="number">{changed[m] === undefined ? "–" : percent(changed[m][3], 1)}</td>
                  <td className="number">
                    {changed[m] === undefined
                      ? "–"
                      : `${percent(changed[m][1], 1)} – ${percent(changed[m][5], 1)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
      <details>
        <summary>{t("method")}</summary>
        <p>{t("whatif.live.method")}</p>
        <p>
          {t("whatif.live.digest")} <code className="hash">{(now ?? base).digest}</code>
        </p>
      </details>
    </>
  );
}
