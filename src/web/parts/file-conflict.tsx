import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { LinesApart } from "./lines-apart.tsx";

/** A file that was changed underneath: its lines and the reader's apart, and which of them to go on with. */
export function FileConflict({
  file,
  theirs,
  mine,
  onTheirs,
  onMine,
}: {
  readonly file: string;
  /** What stands there now; nothing where the file was taken away. */
  readonly theirs: string | null;
  readonly mine: string;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="callout caution conflict">
      <p role="alert">{t(theirs === null ? "files.away" : "files.conflict", { file })}</p>
      <p>
        <small>{t("files.apart")}</small>
      </p>
      <LinesApart file={file} before={theirs} after={mine} />
      <p className="deeds">
        <Button onPress={onTheirs}>{t("files.theirs")}</Button>
        <Button onPress={onMine}>{t("files.mine")}</Button>
      </p>
    </div>
  );
}
