import type { Place } from "../../base/index.ts";
import { type Fault, placeText } from "./file-places.ts";

/** What is wrong, each with its place: a press on the place leads there. */
export function FileFaults({
  faults,
  onGo,
}: {
  readonly faults: readonly Fault[];
  readonly onGo: (place: Place) => void;
}) {
  return (
    // The check writes English: so it is read, aloud too, on a page of any language.
    <ul className="findings" lang="en" dir="ltr">
      {faults.map(({ place, message }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
        <li key={i}>
          {place !== undefined && (
            <button type="button" className="link" onClick={() => onGo(place)}>
              <code>{placeText(place)}</code>
            </button>
          )}{" "}
          {message}
        </li>
      ))}
    </ul>
  );
}
