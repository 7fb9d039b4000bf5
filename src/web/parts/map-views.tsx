import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { go, usePlace } from "../place.ts";
import type { Drawing } from "./map-look.ts";
import { addressOfView, type NewView, removeView, saveView, useViews } from "./views.ts";

/** The views of the map that are kept with the case, and a form to keep one more. */
export function MapViews({
  source,
  drawing,
}: {
  readonly source: Case;
  readonly drawing: Drawing | undefined;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { chosen } = usePlace();
  const { views, findings } = useViews(source);
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [places, setPlaces] = useState(false);
  const [said, setSaid] = useState("");
  const here = views.filter((view) => view.page === "map");
  const attempt = async (work: () => Promise<void>, done: string): Promise<void> => {
    try {
      await work();
      setSaid(done);
      await client.invalidateQueries({ queryKey: ["views"] });
    } catch (problem) {
      setSaid(problem instanceof Error ? problem.message : String(problem));
    }
  };
  const keep = (): void => {
    const { view: _, ...rest } = Object.fromEntries(chosen);
    const actors = new Set(source.actors.map(({ id }) => id));
    const standing = (drawing?.nodes ?? []).filter(({ id }) => actors.has(id));
    const made: NewView = {
      ...{ name: name.trim(), page: "map", chosen: rest },
      ...(text.trim() === "" ? {} : { text: text.trim() }),
      ...(places
        ? { places: standing.map(({ id, x, y }) => ({ actor: id, x: round(x), y: round(y) })) }
        : {}),
    };
    void attempt(() => saveView(made), t("map.views.saved", { name: made.name })).then(() => setName(""));
  };
  return (
    <details className="views" open={here.length > 0}>
      <summary>{t("map.views.title", { count: here.length })}</summary>
      {findings.map(({ message, place }) => (
        <p key={`${place.file} ${message}`} role="alert">
          <code>{place.file}</code> {message}
        </p>
      ))}
      <ul>
        {here.map((view) => (
          <li key={view.id}>
            <a
              href={addressOfView(view)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                go(addressOfView(view));
              }}
            >
              {view.name}
            </a>{" "}
            {view.text}{" "}
            <Button
              className="small"
              aria-label={t("map.views.removeOf", { name: view.name })}
              onPress={() =>
                void attempt(() => removeView(view), t("map.views.removed", { name: view.name }))
              }
            >
              {t("map.views.remove")}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") keep();
        }}
      >
        <label>
          {t("map.views.name")}
          <input value={name} onChange={(event) => setName(event.target.value)} required />
        </label>
        <label className="wide">
          {t("map.views.text")}
          <input value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <label className="inline">
          <input type="checkbox" checked={places} onChange={(event) => setPlaces(event.target.checked)} />{" "}
          {t("map.views.places")}
        </label>
        <Button type="submit">{t("map.views.save")}</Button>
      </form>
      <p role="status">{said}</p>
    </details>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
