import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case, SavedView } from "../../case/index.ts";
import { usePlace } from "../place.ts";
import { useAttempt, WhatCame } from "./attempt.tsx";
import { FileLink } from "./file-link.tsx";
import { ViewLink } from "./view-link.tsx";
import { type NewView, removeView, saveView, useViews } from "./views.ts";

/** The views of one page that are kept with the case, and a form to keep one more. */
export function SavedViews({
  source,
  page,
  places,
  children,
}: {
  readonly source: Case;
  readonly page: SavedView["page"];
  /** Where actors were put, beside what the address says; asked for when a view is kept. */
  readonly places?: () => SavedView["places"];
  /** More fields of the form. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { chosen } = usePlace();
  const { views, findings } = useViews(source);
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const { came, busy, attempt } = useAttempt();
  const here = views.filter((view) => view.page === page);
  const keep = async (): Promise<void> => {
    const kept = places?.() ?? [];
    // Places stand in the file itself, not in what leads to them.
    const { view: _, pin: __, ...rest } = Object.fromEntries(chosen);
    const made: NewView = {
      ...{ name: name.trim(), page, chosen: rest },
      ...(text.trim() === "" ? {} : { text: text.trim() }),
      ...(kept.length === 0 ? {} : { places: kept }),
    };
    await attempt(async () => {
      await saveView(made);
      await client.invalidateQueries({ queryKey: ["views"] });
      setName("");
      setText("");
      return t("views.saved", { name: made.name });
    });
  };
  const remove = (view: SavedView): Promise<void> =>
    attempt(async () => {
      await removeView(view);
      await client.invalidateQueries({ queryKey: ["views"] });
      return t("views.removed", { name: view.name });
    });
  return (
    <details className="views" open={here.length > 0 || came.said !== "" || came.refused !== ""}>
      <summary>{t("views.title", { count: here.length })}</summary>
      {findings.map(({ message, place }) => (
        <p key={`${place.file} ${message}`} role="alert">
          <FileLink place={place} /> {message}
        </p>
      ))}
      <ul>
        {here.map((view) => (
          <li key={view.id}>
            <ViewLink view={view} /> {view.text}{" "}
            <Button
              className="small"
              aria-label={t("views.removeOf", { name: view.name })}
              isDisabled={busy}
              onPress={() => void remove(view)}
            >
              {t("views.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void keep();
        }}
      >
        <label>
          {t("views.name")}
          <input value={name} onChange={(event) => setName(event.target.value)} required />
        </label>
        <label className="wide">
          {t("views.text")}
          <input value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        {children}
        <Button type="submit" isDisabled={busy}>
          {t("views.save")}
        </Button>
      </form>
      <WhatCame {...came} />
    </details>
  );
}
