import { HelpMark } from "./help-mark.tsx";

/** A name of so many letters is not parted at all. */
const SHORT = 10;

/** The name of a measure with its mark, which never stands alone on a line. */
export function Measured({ name, measure }: { readonly name: string; readonly measure: string | undefined }) {
  if (measure === undefined) return name;
  const last = name.length <= SHORT ? 0 : name.lastIndexOf(" ") + 1;
  return (
    <>
      {name.slice(0, last)}
      <span className="whole">
        {name.slice(last)}
        <HelpMark measure={measure} name={name} />
      </span>
    </>
  );
}
