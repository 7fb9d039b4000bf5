import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import type { ChangedFile, MergeFound } from "../../desk/index.ts";
import { call } from "../api.ts";
import { type Trouble, troubleOf } from "./case-edits.ts";
import { resemble } from "./fold.ts";
import { LinesApart } from "./lines-apart.tsx";
import { TroubleView } from "./read-statement.tsx";

type Actor = Case["actors"][number];
/** Pairs shown, and actors among whom they are sought: among more, it takes too long. */
const SHOWN = 20;
const MOST = 300;

interface Preview extends MergeFound {
  readonly files: readonly (ChangedFile & { readonly restsOn?: string })[];
  readonly keep: string;
  readonly gone: string;
}

/** Makes one of two actors who are the same: a look at all that changes, then one edit, taken back by one undo. */
export default function MergeActors({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [keep, setKeep] = useState("");
  const [gone, setGone] = useState("");
  const [preview, setPreview] = useState<Preview>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [opened, setOpened] = useState(false);
  const name = (id: string): string => source.actors.find((one) => one.id === id)?.name ?? id;
  const carefully = async (work: () => Promise<void>): Promise<void> => {
    setTrouble(undefined);
    setSaid("");
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      setTrouble(troubleOf(problem));
    } finally {
      setBusy(false);
    }
  };
  const look = (one: string, other: string): Promise<void> =>
    carefully(async () => {
      setKeep(one);
      setGone(other);
      setPreview(undefined);
      const found = await call<MergeFound>("/api/merge", "POST", { keep: one, gone: other });
      setPreview({ ...found, keep: one, gone: other });
    });
  const write = (shown: Preview): Promise<void> =>
    carefully(async () => {
      const changes = shown.files.map(({ file, after, restsOn }) => ({ file, text: after, restsOn }));
      const words = t("merge.done", { gone: name(shown.gone), keep: name(shown.keep) });
      await call("/api/edits", "POST", { changes });
      setPreview(undefined);
      setGone("");
      await client.invalidateQueries({ queryKey: ["case"] });
      setSaid(words);
    });
  const field = (label: string, value: string, set: (id: string) => void) => (
    <label>
      {label}
      <select
        required
        disabled={busy}
        value={value}
        onChange={(event) => {
          set(event.target.value);
          setPreview(undefined);
        }}
      >
        <option value="">–</option>
        {source.actors.map((actor) => (
          <option key={actor.id} value={actor.id}>
            {`${actor.name} (${actor.id})`}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details className="merge" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t("merge.title")}</summary>
      <p>{t("merge.lead")}</p>
      {opened && <Alike actors={source.actors} look={look} busy={busy} />}
      <form
        className="fields"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void look(keep, gone);
        }}
      >
        {field(t("merge.keep"), keep, setKeep)}
        {field(t("merge.gone"), gone, setGone)}
        <Button type="submit" isDisabled={busy || keep === gone}>
          {t("merge.look")}
        </Button>
      </form>
      <p role="status">{busy ? t("merge.busy") : said}</p>
      {trouble !== undefined && <TroubleView trouble={trouble} />}
      {preview !== undefined && (
        <section aria-label={t("merge.changes")}>
          <Told preview={preview} />
          <Button isDisabled={busy || preview.findings.length > 0} onPress={() => void write(preview)}>
            {t("merge.it", { gone: name(preview.gone), keep: name(preview.keep) })}
          </Button>
        </section>
      )}
    </details>
  );
}

/** Actors whose names or aliases resemble each other: they may be one. */
function Alike({
  actors,
  look,
  busy,
}: {
  readonly actors: readonly Actor[];
  readonly busy: boolean;
  readonly look: (keep: string, gone: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const pairs = useMemo(() => alike(actors), [actors]);
  if (pairs === undefined) return <p>{t("merge.many", { most: MOST })}</p>;
  if (pairs.length === 0) return <p>{t("merge.none")}</p>;
  return (
    <ul>
      {pairs.slice(0, SHOWN).map(([one, other]) => (
        <li key={`${one.id} ${other.id}`}>
          <bdi>{one.name}</bdi> · <bdi>{other.name}</bdi>{" "}
          <Button
            isDisabled={busy}
            aria-label={t("merge.lookAt", { gone: other.name, keep: one.name })}
            onPress={() => void look(one.id, other.id)}
          >
            {t("merge.look")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Pairs that resemble each other; nothing where the actors are too many to compare. */
function alike(actors: readonly Actor[]): readonly (readonly [Actor, Actor])[] | undefined {
  if (actors.length > MOST) return undefined;
  const names = actors.map(({ name, aliases = [], script }) => [
    name,
    ...aliases,
    ...(script === undefined ? [] : [script]),
  ]);
  return actors.flatMap((one, i) =>
    actors
      .slice(i + 1)
      .flatMap((other, k) =>
        names[i].some((a) => names[i + 1 + k].some((b) => resemble(a, b))) ? [[one, other] as const] : [],
      ),
  );
}

/** What moves, what is left out and why, what it would break, and every line that changes. */
function Told({ preview: { data, aliases, lost, files, findings } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  return (
    <>
      {findings.length > 0 && (
        <div role="alert" className="callout caution">
          <p>{t("merge.errors")}</p>
          <ul lang="en" dir="ltr">
            {findings.map(({ place, message }) => (
              <li key={`${place.file} ${place.line} ${message}`}>
                <code>{place.file}</code> {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {(["moved", "standing", "itself"] as const).map((becomes) => {
        const mine = data.filter((one) => one.becomes === becomes);
        return mine.length === 0 ? null : (
          <div key={becomes}>
            <p>{t(`merge.${becomes}`, { count: mine.length })}</p>
            <ul lang="en" dir="ltr">
              {mine.map(({ file, what }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
                <li key={i}>
                  {what} <code>{file}</code>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {aliases.length > 0 && (
        <p>
          {t("merge.aliases")} <bdi>{aliases.join(" · ")}</bdi>
        </p>
      )}
      {lost.length > 0 && (
        <p>
          {t("merge.lost")} <code dir="ltr">{lost.join(", ")}</code>
        </p>
      )}
      <details>
        <summary>{t("merge.lines", { count: files.length })}</summary>
        {files.map(({ file, before, after }) => (
          <LinesApart key={file} file={file} before={before} after={after} />
        ))}
      </details>
    </>
  );
}
