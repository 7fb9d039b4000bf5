import { UndirectedGraph } from "graphology";
import { useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { isoDate } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { type SharedStands, type SharedStandsOptions, sharedStands } from "../../measure/index.ts";
import { csv, network, number, table } from "../../show/index.ts";
import { choose, usePlace } from "../place.ts";
import { ChoiceField } from "./choice-field.tsx";
import { PictureView } from "./contents.tsx";
import { Downloads, save } from "./downloads.tsx";
import { HeadTable } from "./head-table.tsx";
import { gexfOf, graphmlOf } from "./network-files.ts";
import { type StandOf, standsOf, within } from "./read-stands.ts";

const COUNTS = ["subtract", "congruence", "conflict"] as const;
const BY = ["nothing", "average", "jaccard", "cosine"] as const;
const OF = ["actor", "speaker"] as const;
const MONTHS = ["", "24", "12", "6", "3", "1"] as const;
const MONTH = 365.25 / 12;
/** Beyond so many actors the picture is a thicket; the files and the table hold all. */
const MOST_DRAWN = 60;

/** Networks of who agrees with whom and who is at odds, from what is said and done toward the same others. */
export default function Derive({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const counts = among(COUNTS, chosen.get("net"));
  const by = among(BY, chosen.get("norm"));
  const of = among(OF, chosen.get("whose"));
  const months = among(MONTHS, chosen.get("window"));
  const worded = chosen.get("worded") === "1";
  const rows = useMemo(() => standsOf(source, of, worded), [source, of, worded]);
  const days = rows.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const until = Number(chosen.get("until") ?? last);
  const length = Number(months) * MONTH;
  const seen = months === "" ? rows : within(rows, Math.ceil(until - length), until);
  const pairs = useMemo(() => sharedStands(seen, { counts, by }), [seen, counts, by]);
  const move = (step: number): void =>
    choose({ until: `${Math.round(Math.min(last, Math.max(first, until + step * length)))}` });
  return (
    <section aria-label={t("derive.title")}>
      <p>{t("derive.lead")}</p>
      <div className="fields">
        <ChoiceField<StandOf>
          label={t("derive.whose")}
          options={OF.map((id) => [id, t(`derive.of.${id}`)])}
          value={of}
          onChange={(id) => choose({ whose: id })}
        />
        <ChoiceField<SharedStandsOptions["counts"]>
          label={t("derive.counts")}
          options={COUNTS.map((id) => [id, t(`derive.count.${id}`)])}
          value={counts}
          onChange={(id) => choose({ net: id })}
        />
        <ChoiceField<SharedStandsOptions["by"]>
          label={t("derive.by")}
          options={BY.map((id) => [id, t(`derive.divide.${id}`)])}
          value={by}
          onChange={(id) => choose({ norm: id })}
        />
        <ChoiceField
          label={t("derive.window")}
          options={MONTHS.map((id) => [
            id,
            id === "" ? t("derive.always") : t("derive.months", { count: Number(id) }),
          ])}
          value={months}
          onChange={(id) => choose({ window: id, until: undefined })}
        />
        {of === "actor" && (
          <label className="tick">
            <input
              type="checkbox"
              checked={worded}
              onChange={(event) => choose({ worded: event.target.checked ? "1" : undefined })}
            />
            {t("derive.worded")}
          </label>
        )}
      </div>
      {months !== "" && days.length > 0 && (
        <div className="recording">
          <Button isDisabled={until - length < first} onPress={() => move(-1)}>
            {t("timeline.earlier")}
          </Button>
          <Button isDisabled={until >= last} onPress={() => move(1)}>
            {t("timeline.later")}
          </Button>
          <span>
            {t("derive.span", { from: isoDate(Math.ceil(until - length)), to: isoDate(Math.round(until)) })}
          </span>
        </div>
      )}
      <p role="status">{t("derive.found", { count: pairs.length, stands: seen.length })}</p>
      {pairs.length === 0 ? <p className="empty">{t("derive.none")}</p> : <Found pairs={pairs} said={seen} />}
    </section>
  );
}

function Found({
  pairs,
  said,
}: {
  readonly pairs: readonly SharedStands[];
  readonly said: ReturnType<typeof standsOf>;
}) {
  const { t } = useTranslation();
  const names = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const most = Math.max(...pairs.map(({ value }) => Math.abs(value)), 1e-9);
  const picture = network(
    {
      nodes: names.map((name) => ({ id: name, name })),
      // A tie the other way round says the same: the network has no direction.
      ties: pairs.flatMap(({ a, b, value }) => [
        { from: a, to: b, value: value / most },
        { from: b, to: a, value: value / most },
      ]),
    },
    {
      id: "derived",
      title: t("derive.picture"),
      method: t("derive.method"),
      sources: [{ ref: "leifeld2017" }],
    },
  );
  const graph = (): UndirectedGraph => {
    const made = new UndirectedGraph();
    for (const name of names) made.addNode(name, { label: name, name, kind: "" });
    for (const { a, b, value } of pairs)
      made.addEdge(a, b, { value, weight: Math.abs(value), sign: value < 0 ? "hostile" : "friendly" });
    return made;
  };
  const keep = (form: "graphml" | "gexf"): void =>
    save(
      `derived.${form}`,
      new Blob([form === "gexf" ? gexfOf(graph()) : graphmlOf(graph())], { type: "application/xml" }),
    );
  return (
    <>
      {names.length <= MOST_DRAWN && <PictureView picture={picture} />}
      <HeadTable
        tall
        label={t("derive.pairs")}
        heads={[t("derive.one"), t("derive.other"), t("derive.value"), t("derive.agree"), t("derive.differ")]}
      >
        {pairs.map(({ a, b, value, agree, differ }) => (
          <tr key={`${a} ${b}`}>
            <th scope="row">{a}</th>
            <td>{b}</td>
            <td className="number">{number(value, Number.isInteger(value) ? 0 : 2)}</td>
            {[agree, differ].map((about, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the two columns never change their order
              <td key={k}>
                {about.map((one) => (
                  <About key={one} about={one} said={said.filter(({ who }) => who === a || who === b)} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </HeadTable>
      <div className="deeds">
        <Button onPress={() => keep("graphml")}>{t("map.graphml")}</Button>
        <Button onPress={() => keep("gexf")}>{t("map.gexf")}</Button>
      </div>
      <Downloads
        name="derived"
        table={csv(
          table(
            t("derive.pairs"),
            ["one", "other", "value", "agree", "differ"].map((key) => ({ key, name: key })),
            pairs.map(({ a, b, value, agree, differ }) => ({
              ...{ one: a, other: b, value },
              ...{ agree: agree.join("; "), differ: differ.join("; ") },
            })),
          ),
        )}
      />
    </>
  );
}

/** What a stand is about; where words say so, it leads to them. */
function About({ about, said }: { readonly about: string; readonly said: ReturnType<typeof standsOf> }) {
  const [statement] = said.filter((one) => one.about === about).flatMap(({ statements }) => statements);
  if (statement === undefined) return <span className="hop">{about} </span>;
  return (
    <Button className="link hop" onPress={() => choose({ statement, datum: undefined, document: undefined })}>
      {about}
    </Button>
  );
}

/** What the address names, if it is one of these; else the first. */
function among<Id extends string>(ids: readonly Id[], given: string | null): Id {
  return ids.find((id) => id === given) ?? ids[0];
}
