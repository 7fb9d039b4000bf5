import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { eventTypes } from "../../events/index.ts";
import type { Filled } from "./read-fill.ts";

/** Who did or feels what toward whom, and when: the datum that the words support. */
export function TieFields({
  source,
  filled,
  put,
}: {
  readonly source: Case;
  readonly filled: Filled;
  readonly put: (changes: Partial<Filled>) => void;
}) {
  const { t } = useTranslation();
  const actors = (
    <>
      <option value="">–</option>
      {source.actors.map((actor) => (
        <option key={actor.id} value={actor.id}>
          {actor.name}
        </option>
      ))}
    </>
  );
  const used = new Set(source.events.map((event) => event.type));
  const types = [...eventTypes].sort((a, b) => Number(used.has(b.id)) - Number(used.has(a.id)));
  return (
    <fieldset>
      <legend>{t("read.supportsWhat")}</legend>
      <label>
        {t("read.makes")}
        <select
          value={filled.makes}
          onChange={(event) => put({ makes: event.target.value as Filled["makes"] })}
        >
          {(["nothing", "event", "tie"] as const).map((id) => (
            <option key={id} value={id}>
              {t(`read.making.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {filled.makes !== "nothing" && (
        <>
          <label>
            {t("read.who")}
            <select required value={filled.who} onChange={(event) => put({ who: event.target.value })}>
              {actors}
            </select>
          </label>
          {filled.makes === "event" ? (
            <label>
              {t("read.didWhat")}
              <select value={filled.type} onChange={(event) => put({ type: event.target.value })}>
                {types.map((type) => (
                  <option key={type.id} value={type.id}>
                    {type.name}: {type.means}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <label>
              {t("read.strength")}
              <input
                type="number"
                min={-1}
                max={1}
                step={0.05}
                value={filled.value}
                onChange={(event) => put({ value: Number(event.target.value) })}
              />
            </label>
          )}
          <label>
            {t("read.whom")}
            <select value={filled.whom} onChange={(event) => put({ whom: event.target.value })}>
              {actors}
            </select>
          </label>
          <label>
            {t(filled.makes === "event" ? "read.when" : "read.since")}
            <input
              value={filled.when}
              placeholder={source.head.as_of}
              pattern="\d{4}(-\d{2}(-\d{2})?)?"
              onChange={(event) => put({ when: event.target.value })}
            />
          </label>
        </>
      )}
    </fieldset>
  );
}
