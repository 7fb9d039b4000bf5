import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { choose } from "../place.ts";
import { COLOUR_BY, type Encoding, SIZE_BY } from "./map-look.ts";
import { asDate, type Making, type MapNode } from "./map-network.ts";

/** All that can be chosen of the map: the day, what ties are made of, how it is drawn, what is near whom. */
export function MapControls({
  source,
  nodes,
  span,
  day,
  onDay,
  making,
  halfLife,
  colour,
  size,
  shut,
  focus,
  hops,
  lone,
  canvas,
  many,
}: Encoding & {
  readonly source: Case;
  readonly nodes: readonly MapNode[];
  readonly span: { readonly first: number; readonly last: number };
  readonly day: number;
  readonly onDay: (day: number) => void;
  readonly making: Making;
  readonly halfLife: number;
  readonly shut: ReadonlySet<string>;
  readonly focus: string | undefined;
  readonly hops: number;
  readonly lone: boolean;
  readonly canvas: boolean;
  readonly many: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="filters map-controls">
      <label className="day">
        {t("map.day")} <span>{asDate(day)}</span>
        <input
          type="range"
          min={span.first}
          max={span.last}
          value={day}
          aria-valuetext={asDate(day)}
          onChange={(event) => onDay(Number(event.target.value))}
        />
      </label>
      <Menu
        label={t("map.made")}
        value={making}
        options={["all", "ties", "events"]}
        words="map.making"
        name="made"
      />
      {making !== "ties" && (
        <label>
          {t("map.halfLife")}{" "}
          <input
            type="number"
            min={1}
            max={3650}
            value={halfLife}
            onChange={(event) => choose({ half: event.target.value })}
          />
        </label>
      )}
      <Menu label={t("map.colourBy")} value={colour} options={COLOUR_BY} words="map" name="colour" />
      <Menu label={t("map.sizeBy")} value={size} options={SIZE_BY} words="map.sizes" name="size" />
      <Focus nodes={nodes} focus={focus} />
      {focus !== undefined && (
        <label>
          {t("map.hops")}{" "}
          <input
            type="number"
            min={1}
            max={4}
            value={hops}
            onChange={(event) => choose({ hops: event.target.value })}
          />
        </label>
      )}
      {focus === undefined && (
        <label>
          <input
            type="checkbox"
            checked={lone}
            onChange={(event) => choose({ lone: event.target.checked ? "yes" : undefined })}
          />{" "}
          {t("map.lone")}
        </label>
      )}
      {many ? (
        <small>{t("map.tooMany")}</small>
      ) : (
        <Menu
          label={t("map.drawnAs")}
          value={canvas ? "canvas" : "lines"}
          options={["lines", "canvas"]}
          words="map.draw"
          name="draw"
        />
      )}
      <Blocs source={source} shut={shut} />
    </div>
  );
}

function Menu({
  label,
  value,
  options,
  words,
  name,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly words: string;
  readonly name: string;
}) {
  const { t } = useTranslation();
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => choose({ [name]: event.target.value })}>
        {options.map((id) => (
          <option key={id} value={id}>
            {t(`${words}.${id}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

const Focus = memo(function Focus({
  nodes,
  focus,
}: {
  readonly nodes: readonly MapNode[];
  readonly focus: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <label>
      {t("map.focus")}{" "}
      <select value={focus ?? ""} onChange={(event) => choose({ focus: event.target.value })}>
        <option value="">{t("map.everybody")}</option>
        {nodes.map((node) => (
          <option key={node.id} value={node.id}>
            {node.name}
          </option>
        ))}
      </select>
    </label>
  );
});

const Blocs = memo(function Blocs({
  source,
  shut,
}: {
  readonly source: Case;
  readonly shut: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const whole = new Set(source.memberships.map((membership) => membership.in));
  const names = source.blocs.filter((bloc) => whole.has(bloc.id)).map((bloc) => bloc.name);
  if (names.length === 0) return null;
  const put = (next: Iterable<string>): void => choose({ shut: [...next].join("~"), focus: undefined });
  return (
    <details>
      <summary>{t("map.blocs", { count: shut.size })}</summary>
      <fieldset className="partners">
        <legend>{t("map.asOne")}</legend>
        {names.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shut.has(name)}
              onChange={(event) =>
                put(event.target.checked ? [...shut, name] : [...shut].filter((one) => one !== name))
              }
            />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      <button type="button" onClick={() => put(names)}>
        {t("map.collapseAll")}
      </button>{" "}
      <button type="button" onClick={() => put([])}>
        {t("map.expandAll")}
      </button>
    </details>
  );
});
