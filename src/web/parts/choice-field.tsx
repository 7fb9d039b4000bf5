/** A choice of one of a few, under a label. */
export function ChoiceField<Id extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly (readonly [id: Id, words: string])[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => {
          const [id] = options.find(([known]) => known === event.target.value) ?? [];
          if (id !== undefined) onChange(id);
        }}
      >
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
