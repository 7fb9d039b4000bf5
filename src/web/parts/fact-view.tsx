import { useTranslation } from "react-i18next";
import { factRows, howSure, type NumberFact, unitText, valueText } from "../../show/index.ts";
import { Measured } from "./measured.tsx";
import { Leading } from "./words-view.tsx";

/** A number of the report: what it is, how sure, and in a disclosure how it was made and on what it rests. */
export function FactView({ fact }: { readonly fact: NumberFact }) {
  const { t, i18n } = useTranslation();
  const unit = unitText(fact);
  return (
    <div className="fact" id={fact.id}>
      <p className="label">
        <Measured name={fact.label} measure={fact.measure} />
      </p>
      <p>
        <strong className="value">
          {valueText(fact, fact.value)}
          {unit === "" ? "" : ` ${unit}`}
        </strong>{" "}
        <span className="soft">{howSure(fact)}</span>
      </p>
      {fact.note !== undefined && <p>{fact.note}</p>}
      <details>
        <summary lang={i18n.language}>
          {t("method")}
          <span className="off">: {fact.label}</span>
        </summary>
        <dl>
          {factRows(fact).map(({ term, told, listed }) => (
            <FactPart key={term} term={term} told={told} listed={listed} />
          ))}
        </dl>
      </details>
    </div>
  );
}

function FactPart({ term, told, listed }: ReturnType<typeof factRows>[number]) {
  const words = told.map(({ text, url }) =>
    url === undefined ? text : <Leading key={text} link={{ text, to: url }} />,
  );
  return (
    <>
      <dt>{term}</dt>
      {listed ? (
        <dd>
          <ul>
            {words.map((each, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is told never changes its order
              <li key={i}>{each}</li>
            ))}
          </ul>
        </dd>
      ) : (
        words.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is told never changes its order
          <dd key={i}>{each}</dd>
        ))
      )}
    </>
  );
}
