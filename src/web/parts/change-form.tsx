import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import { choose, usePlace } from "../place.ts";
import { type ChangeField, changeKinds, changesIn, changesWritten } from "./change-kinds.ts";

/** A form for one more change: first its kind, then what it needs, chosen from the case. */
export function ChangeForm({ source, can }: { readonly source: Case; readonly can: WhatCanChange }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [id, setId] = useState("replace");
  const kind = changeKinds.find((known) => known.id === id) ?? changeKinds[0];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      kind.fields.map((field) => [field.id, String(given.get(field.id) ?? "").trim()]),
    );
    const text = kind.write(values);
    const before = changesIn(chosen.get("changes"));
    if (before.some((one) => one.kind === kind.id && one.text === text)) return;
    choose({ changes: changesWritten([...before, { kind: kind.id, text }]) });
  };
  return (
    <section aria-labelledby="add-change">
      <h3 id="add-change">{t("whatif.add")}</h3>
      <form className="fields" onSubmit={submit}>
        <label>
          {t("whatif.kind")}
          <select value={kind.id} onChange={(event) => setId(event.target.value)}>
            {changeKinds.map((known) => (
              <option key={known.id} value={known.id}>
                {t(`whatif.kinds.${known.id}`)}
              </option>
            ))}
          </select>
        </label>
        {kind.fields.map((field) => (
          <label key={`${kind.id} ${field.id}`} htmlFor={`change-${field.id}`}>
            {t(`whatif.fields.${field.label}`)}
            <FieldInput field={field} source={source} can={can} />
          </label>
        ))}
        <Button type="submit">{t("whatif.addIt")}</Button>
      </form>
    </section>
  );
}

function FieldInput({
  field,
  source,
  can,
}: {
  readonly field: ChangeField;
  readonly source: Case;
  readonly can: WhatCanChange;
}) {
  const { t } = useTranslation();
  const { id, optional, hint } = field;
  if (field.from === "text") return <input id={`change-${id}`} name={id} required placeholder={hint} />;
  if (field.from === "day")
    return <input id={`change-${id}`} name={id} type="date" required={optional !== true} />;
  return (
    <select id={`change-${id}`} name={id} required={optional !== true}>
      {optional === true && <option value="">{t("whatif.any")}</option>}
      {offered(field.from, source, can, t).map((item) => (
        <option key={item.id} value={item.id}>
          {item.name}
        </option>
      ))}
    </select>
  );
}

/** What there is to choose from. */
function offered(
  from: Exclude<ChangeField["from"], "text" | "day">,
  source: Case,
  can: WhatCanChange,
  t: (key: string) => string,
): readonly { readonly id: string; readonly name: string }[] {
  switch (from) {
    case "actor":
      return source.actors;
    case "post":
      return source.posts;
    case "move":
      return can.moves;
    case "issue":
      return source.issues;
    case "resource":
      return source.resources;
    case "arena":
      return source.arenas;
    case "outside":
      return source.outside;
    case "yes":
      return [
        { id: "yes", name: t("yes") },
        { id: "no", name: t("no") },
      ];
  }
}
