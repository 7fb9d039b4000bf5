import { useTranslation } from "react-i18next";
import type { Place } from "../../base/index.ts";
import { addressOf, go } from "../place.ts";
import { placeText } from "./file-places.ts";

/** The name of a file, with the line where there is one, that leads to where it is edited. New tabs stay the browser's. */
export function FileLink({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const { file, line, column } = place;
  const address = addressOf("settings", {
    file,
    ...(line === undefined ? {} : { line: `${line}` }),
    ...(column === undefined ? {} : { column: `${column}` }),
  });
  const text = placeText(place);
  return (
    <a
      href={address}
      title={t("files.open", { place: text })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(address);
      }}
    >
      <code dir="ltr">{text}</code>
    </a>
  );
}
