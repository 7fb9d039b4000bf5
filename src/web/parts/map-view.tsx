import { lazy, memo, Suspense, useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Day } from "../../base/index.ts";
import { csv, standalone } from "../../show/index.ts";
import { asPng, save } from "./downloads.tsx";
import { useMade } from "./later.ts";
import { gexf, graphml } from "./map-files.ts";
import { MapHands, type Mover, type Pin } from "./map-hands.tsx";
import { MapLines } from "./map-lines.tsx";
import type { ColourBy, Drawing } from "./map-look.ts";
import { mapSvg } from "./map-svg.ts";
import { tiesOf } from "./map-tables.tsx";

const MapGl = lazy(() => import("./map-gl.tsx"));

/** Up to so many actors the map can be drawn as one picture of lines. */
export const MOST_DRAWN = 300;
/** So many colours are told apart. */
const NAMED = 9;

/** The map itself, its legend, and ways to take it away. */
export const MapView = memo(function MapView({
  drawing,
  colour,
  day,
  title,
  chosen,
  way,
  near,
  canvas,
  pinned,
  onChoose,
  onPin,
  onUnpinAll,
}: {
  readonly drawing: Drawing;
  readonly colour: ColourBy;
  readonly day: Day;
  readonly title: string;
  readonly chosen: string | undefined;
  /** Keys of the ties that are marked as a way. */
  readonly way: ReadonlySet<string>;
  /** Names what is shown of the network. */
  readonly near: string;
  readonly canvas: boolean;
  /** How many were put somewhere by hand, shown or not. */
  readonly pinned: number;
  readonly onChoose: (id: string) => void;
  readonly onPin: Pin;
  readonly onUnpinAll: () => void;
}) {
  const { t } = useTranslation();
  const mover: Mover = useRef(undefined);
  const count = useMade(() => countSigns(drawing), [drawing.ties]);
  const nameless = drawing.legend.reduce((rest, one) => rest - one.count, drawing.nodes.length);
  const says = t("map.alt", { actors: drawing.nodes.length, ...count });
  const svg = useMemo(
    () => (canvas ? "" : mapSvg(drawing, title, says, { chosen, way })),
    [canvas, drawing, title, says, chosen, way],
  );
  // What is taken away is made when it is asked for.
  const asSvg = (): string =>
    standalone({
      kind: "picture",
      ...{ id: "map", title, alt: says, method: "", sources: [], width: 960, height: 640 },
      svg: svg || mapSvg(drawing, title, says, { chosen, way }),
      table: tiesOf(drawing, day, t),
    });
  const files: readonly (readonly [name: string, words: string, make: () => Blob | Promise<Blob>])[] = [
    ["map.csv", "download.csv", () => new Blob([csv(tiesOf(drawing, day, t))], { type: "text/csv" })],
    ["map.svg", "download.svg", () => new Blob([asSvg()], { type: "image/svg+xml" })],
    ["map.png", "download.png", () => asPng(asSvg())],
    ["map.graphml", "map.graphml", () => new Blob([graphml(drawing)], { type: "application/xml" })],
    ["map.gexf", "map.gexf", () => new Blob([gexf(drawing)], { type: "application/xml" })],
  ];
  return (
    <figure className="picture map">
      <figcaption>{title}</figcaption>
      <p role="status" dir="auto">
        {says}
      </p>
      <MapHands
        nodes={drawing.nodes}
        frame={canvas ? drawing.ground : drawing.frame}
        chosen={chosen}
        mover={mover}
        onPin={onPin}
      >
        {canvas ? (
          <Suspense fallback={<p>{t("map.drawing")}</p>}>
            <MapGl {...{ drawing, chosen, way, near, mover, onChoose, onPin }} label={says} />
          </Suspense>
        ) : (
          <MapLines svg={svg} frame={drawing.frame} {...{ mover, onChoose, onPin }} />
        )}
      </MapHands>
      <div className="pins">
        <small>{t("map.dragHelp")}</small>
        {pinned > 0 && (
          <Button className="small" onPress={onUnpinAll}>
            {t("map.unpinAll", { count: pinned })}
          </Button>
        )}
      </div>
      <ul className="legend tz" aria-label={t("map.legend")}>
        <li>
          <Line look="kfriendly" /> {t("map.friendly")}
        </li>
        <li>
          <Line look="khostile dash" /> {t("map.hostile")}
        </li>
        <li>{t("map.legendStrength")}</li>
        {!canvas && <li>{t("map.legendShapes")}</li>}
        {pinned > 0 && (
          <li>
            <svg width="12" height="16" aria-hidden="true">
              <path className="none kink" strokeWidth="1.6" d="M6 15V7" />
              <circle className="fink" cx="6" cy="5" r="3.4" />
            </svg>{" "}
            {t("map.legendPin")}
          </li>
        )}
        {drawing.legend.slice(0, NAMED).map(({ name, tone, count }) => (
          <li key={name}>
            <svg width="14" height="14" aria-hidden="true">
              <rect className={`f${tone}`} width="14" height="14" rx="2" />
            </svg>{" "}
            {colour === "mood" ? t(`map.moods.${name}`) : name} ({count})
          </li>
        ))}
        {nameless > 0 && (
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <rect className="f8" width="14" height="14" rx="2" />
            </svg>{" "}
            {t("map.nameless", { count: nameless })}
          </li>
        )}
        {drawing.legend.length > NAMED && (
          <li>
            <svg width="14" height="14" aria-hidden="true">
              <rect className="f8" width="14" height="14" rx="2" />
            </svg>{" "}
            {t("map.others", { count: drawing.legend.length - NAMED })}
          </li>
        )}
      </ul>
      <div className="downloads">
        {files.map(([name, words, make]) => (
          <Button key={name} onPress={() => void Promise.resolve(make()).then((blob) => save(name, blob))}>
            {t(words)}
          </Button>
        ))}
      </div>
    </figure>
  );
});

/** How many ties are friendly and hostile, and how many of them break the balance. */
function countSigns({ ties }: Pick<Drawing, "ties">) {
  let [friendly, hostile, breaking] = [0, 0, 0];
  for (const { value, breaks } of ties) {
    if (value > 0) friendly += 1;
    else hostile += 1;
    if (breaks) breaking += 1;
  }
  return { friendly, hostile, breaking };
}

function Line({ look }: { readonly look: string }) {
  return (
    <svg width="30" height="10" aria-hidden="true">
      <line className={`none ${look}`} x1="0" x2="30" y1="5" y2="5" strokeWidth="3" />
    </svg>
  );
}
