import { useMemo, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";

import { folded, holds } from "./fold.ts";

const SHOWN = 12;

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A field that finds one of many by a part of its name: thousands cost no more than dozens. */
export function ActorPicker({
  label,
  among,
  value,
  onPick,
}: {
  readonly label: string;
  readonly among: readonly Named[];
  readonly value: string | undefined;
  readonly onPick: (id: string | undefined) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const names = useMemo(() => new Map(among.map(({ id, name }) => [id, name])), [among]);
  const keys = useMemo(() => among.map(({ name }) => folded(name)), [among]);
  const text = typed ?? (value === undefined ? "" : (names.get(value) ?? ""));
  const found = useMemo(() => {
    const wanted = folded(typed ?? "");
    const some: Named[] = [];
    for (let i = 0; i < among.length && some.length < SHOWN; i++) {
      if (keys[i].includes(wanted)) some.push(among[i]);
    }
    // Only where no name has these letters: in another spelling or script.
    return some.length > 0 ? some : among.filter(({ name }) => holds(name, wanted)).slice(0, SHOWN);
  }, [among, keys, typed]);
  return (
    <ComboBox
      className="picker"
      items={found}
      inputValue={text}
      selectedKey={value ?? null}
      allowsEmptyCollection
      onInputChange={(next) => {
        setTyped(next);
        if (next === "" && value !== undefined) onPick(undefined);
      }}
      onSelectionChange={(key) => {
        setTyped(undefined);
        if (key !== null && key !== value) onPick(String(key));
      }}
      onBlur={() => setTyped(undefined)}
    >
      <Label>{label}</Label>
      <Input />
      <Popover className="choices-list">
        <ListBox<Named>>
          {({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={name} className="choice">
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
