import type { Case } from "../../case/index.ts";

/** A choice among actors of the case, or all of them. */
export function ActorField({
  label,
  all,
  source,
  among,
  value,
  onChange,
}: {
  readonly label: string;
  /** What stands for no actor in particular. */
  readonly all: string;
  readonly source: Case;
  /** Ids of those to choose from; default: everybody. */
  readonly among?: ReadonlySet<string | undefined>;
  readonly value: string;
  readonly onChange: (actor: string) => void;
}) {
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {source.actors
          .filter(({ id }) => among === undefined || among.has(id) || id === value)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
