import { type FormEvent, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import { choose, usePlace } from "../place.ts";
import { changesIn, changesWritten } from "./change-address.ts";
import { changesNothing, firstThatChanges, type Given } from "./change-idle.ts";
import { type ChangeField, changeKinds } from "./change-kinds.ts";
import { type Offered, offeredFor } from "./change-offered.ts";

/** A form for one more change: first its kind, then what it needs, chosen from the case. */
export function ChangeForm({ source, can }: { readonly source: Case; readonly can: WhatCanChange }) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const [id, setId] = useState("replace");
  const [move, setMove] = useState(can.moves[0]?.id ?? "");
  const kind = changeKinds.find((known) => known.id === id) ?? changeKinds[0];
  const fields = kind.fields.flatMap((field) => {
    const items =
      field.from === "text" || field.from === "day"
        ? undefined
        : offeredFor(field.from, { source, can, move, t });
    // What no move of this kind is about is not asked.
    return field.from === "object" && items?.length === 0 ? [] : [{ field, items }];
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields follow from the kind and the move
  const first = useMemo(() => firstThatChanges(source, kind.id, fields), [source, kind, move]);
  const [given, setGiven] = useState<{ readonly kind: string; readonly values: Given }>();
  const values = given?.kind === kind.id ? { ...first, ...given.values } : first;
  const before = changesIn(chosen.get("changes"));
  const idle = changesNothing(source, kind.id, values, before);
  const lacking = fields.find(({ field, items }) => field.optional !== true && items?.length === 0);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = kind.write(valuesOf(event.currentTarget, kind.fields));
    if (before.some((one) => one.kind === kind.id && one.text === text)) return;
    choose({ changes: changesWritten([...before, { kind: kind.id, text }]) });
  };
  return (
    <section aria-labelledby="add-change">
      <h3 id="add-change">{t("whatif.add")}</h3>
      <form
        className="fields"
        onSubmit={submit}
        onChange={(event) => setGiven({ kind: kind.id, values: valuesOf(event.currentTarget, kind.fields) })}
      >
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
        {fields.map(({ field, items }) => (
          <label
            // Another move is about other things.
            key={field.from === "object" ? `${kind.id} ${move}` : `${kind.id} ${field.id}`}
            htmlFor={`change-${field.id}`}
          >
            {t(`whatif.fields.${field.label}`)}
            <FieldInput
              field={field}
              items={items}
              first={first[field.id] ?? ""}
              {...(field.from === "move" ? { value: move, onChoose: setMove } : {})}
            />
          </label>
        ))}
        <Button type="submit" isDisabled={lacking !== undefined || idle}>
          {t("whatif.addIt")}
        </Button>
      </form>
      <p role="status">{idle && lacking === undefined && t("whatif.idle")}</p>
      {lacking !== undefined && (
        <p role="status">
          {t("whatif.nothing", { what: t(`whatif.fields.${lacking.field.label}`) })}
          {lacking.field.from === "hazard" && ` ${t("whatif.noHazard")}`}
        </p>
      )}
    </section>
  );
}

/** What stands in the form now. */
function valuesOf(form: HTMLFormElement, fields: readonly ChangeField[]): Given {
  const data = new FormData(form);
  return Object.fromEntries(fields.map(({ id }) => [id, String(data.get(id) ?? "").trim()]));
}

function FieldInput({
  field,
  items,
  first,
  value,
  onChoose,
}: {
  readonly field: ChangeField;
  readonly items: readonly Offered[] | undefined;
  /** What is chosen before the reader chooses. */
  readonly first: string;
  readonly value?: string;
  readonly onChoose?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { id, optional, hint, none } = field;
  if (field.from === "text") return <input id={`change-${id}`} name={id} required placeholder={hint} />;
  if (field.from === "day")
    return <input id={`change-${id}`} name={id} type="date" required={optional !== true} />;
  const held =
    onChoose === undefined
      ? { defaultValue: first }
      : { value, onChange: (event: { target: HTMLSelectElement }) => onChoose(event.target.value) };
  return (
    <select id={`change-${id}`} name={id} required={optional !== true} {...held}>
      {optional === true && (
        <option value="">{none === undefined ? t("whatif.any") : t(`whatif.without.${none}`)}</option>
      )}
      {items?.map((item) => (
        <option key={item.id} value={item.id}>
          {item.name}
        </option>
      ))}
    </select>
  );
}
