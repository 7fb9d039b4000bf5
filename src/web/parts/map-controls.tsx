import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { choose } from "../place.ts";
import { COLOUR_BY, SIZE_BY } from "./map-look.ts";
import { asDate } from "./map-network.ts";
import { MAKINGS, MOST_HOPS, type Wish } from "./map-wish.ts";

/** All that can be chosen of the map: the day, what ties are made of, how it is drawn, what is near whom. */
export function MapControls({
  source,
  span,
  day,
  onDay,
  wish,
  focused,
  shut,
  canvas,
  drawable,
}: {
  readonly source: Case;
  readonly span: { readonly first: number; readonly last: number };
  readonly day: number;
  readonly onDay: (day: number) => void;
  readonly wish: Wish;
  readonly focused: boolean;
  readonly shut: ReadonlySet<string>;
  readonly canvas: boolean;
  readonly drawable: boolean;
}) {
  const { t } = useTranslation();
  const resources = source.resources.filter(({ id }) => source.holdings.some((one) => one.resource === id));
  return (
    <div className="filters map-controls">
      <label className="day">
        <span>
          {t("map.day")} <bdi dir="ltr">{asDate(day)}</bdi>
        </span>
        <input
          type="range"
          min={span.first}
          max={span.last}
          value={day}
          aria-valuetext={asDate(day)}
          onChange={(event) => onDay(Number(event.target.value))}
        />
      </label>
      <Menu label={t("map.made")} value={wish.making} options={MAKINGS} words="map.making" name="made" />
      {wish.making !== "ties" && (
        <label>
          <span>{t("map.halfLife")}</span>
          <input
            type="number"
            min={1}
            max={3650}
            value={wish.halfLife}
            onChange={(event) => choose({ half: event.target.value })}
          />
        </label>
      )}
      <Menu label={t("map.colourBy")} value={wish.colour} options={COLOUR_BY} words="map" name="colour" />
      <Menu
        label={t("map.sizeBy")}
        value={wish.size}
        options={SIZE_BY}
        words="map.sizes"
        name="size"
        others={resources.map(({ id, name }) => [`held:${id}`, name])}
      />
      {focused && (
        <label>
          <span>{t("map.hops")}</span>
          <input
            type="number"
            min={1}
            max={MOST_HOPS}
            value={wish.hops}
            onChange={(event) => choose({ hops: event.target.value })}
          />
        </label>
      )}
      {drawable && (
        <Menu
          label={t("map.drawnAs")}
          value={canvas ? "canvas" : "lines"}
          options={["lines", "canvas"]}
          words="map.draw"
          name="draw"
        />
      )}
      {!focused && (
        <label className="inline">
          <input
            type="checkbox"
            checked={wish.lone}
            onChange={(event) => choose({ lone: event.target.checked ? "yes" : undefined })}
          />{" "}
          {t("map.lone")}
        </label>
      )}
      {!drawable && <small className="inline">{t("map.tooMany")}</small>}
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
  others = [],
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly words: string;
  readonly name: string;
  /** More options, with names of their own. */
  readonly others?: readonly (readonly [id: string, name: string])[];
}) {
  const { t } = useTranslation();
  return (
    <label>
      <span>{label}</span>
      <select name={name} value={value} onChange={(event) => choose({ [name]: event.target.value })}>
        {options.map((id) => (
          <option key={id} value={id}>
            {t(`${words}.${id}`)}
          </option>
        ))}
        {others.map(([id, its]) => (
          <option key={id} value={id}>
            {its}
          </option>
        ))}
      </select>
    </label>
  );
}

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
