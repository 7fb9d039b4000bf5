import { memo, useMemo } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { number } from "../../show/index.ts";
import { choose } from "../place.ts";
import { ActorPicker, type Named } from "./actor-picker.tsx";
import type { Pin } from "./map-hands.tsx";
import { countOf, countsOf } from "./map-measures.ts";
import type { MapNetwork, MapTie } from "./map-network.ts";
import { namesIn } from "./map-wish.ts";

const SHOWN = 8;

/** One actor of the map: what it is, whom it is tied to, and what can be asked of it. */
export const ActorCard = memo(function ActorCard({
  network,
  who,
  focus,
  open,
  pinned,
  onPin,
}: {
  readonly network: MapNetwork;
  readonly who: string | undefined;
  readonly focus: string | undefined;
  /** Actors that are opened out, with `~` between. */
  readonly open: string;
  /** It was put somewhere by hand. */
  readonly pinned: boolean;
  readonly onPin: Pin;
}) {
  const { t } = useTranslation();
  const names = useNames(network);
  const opened = namesIn(open);
  const node = network.nodes.find(({ id }) => id === who);
  return (
    <section className="actor" aria-labelledby="map-actor">
      <h3 id="map-actor">{t("map.actor")}</h3>
      <ActorPicker
        label={t("map.find")}
        among={names}
        value={node?.id}
        onPick={(id) => choose({ who: id, to: undefined })}
      />
      {node === undefined ? (
        <p className="soft">{t("map.pickOne")}</p>
      ) : (
        <>
          <dl className="facts">
            {(["kind", "bloc", "group", "front"] as const).map((key) =>
              node[key] === "" ? null : (
                <div key={key}>
                  <dt>{t(`map.${key}`)}</dt>
                  <dd>{node[key]}</dd>
                </div>
              ),
            )}
          </dl>
          <TieList network={network} who={node.id} names={names} />
          <div className="deeds">
            {focus === node.id ? (
              <Button onPress={() => choose({ focus: undefined, hops: undefined, open: undefined })}>
                {t("map.unfocus")}
              </Button>
            ) : (
              <Button onPress={() => choose({ focus: node.id, open: undefined })}>
                {t("map.focusHere")}
              </Button>
            )}
            {focus !== undefined && focus !== node.id && (
              <Button
                onPress={() => {
                  const next = new Set(opened);
                  if (!next.delete(node.id)) next.add(node.id);
                  choose({ open: [...next].join("~") });
                }}
              >
                {t(opened.has(node.id) ? "map.close" : "map.open")}
              </Button>
            )}
            {pinned && <Button onPress={() => onPin(node.id, undefined)}>{t("map.unpin")}</Button>}
            <Button onPress={() => choose({ who: undefined, to: undefined })}>{t("map.unpick")}</Button>
          </div>
        </>
      )}
    </section>
  );
});

/** Names of the actors, in order; the same list while they are the same. */
export function useNames({ nodes }: MapNetwork): readonly Named[] {
  const key = nodes.length === 0 ? "" : `${nodes.length} ${nodes[0].id} ${nodes[nodes.length - 1].id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a day changes ties and blocs, not who there is
  return useMemo(
    () => nodes.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    [key],
  );
}

function TieList({
  network,
  who,
  names,
}: {
  readonly network: MapNetwork;
  readonly who: string;
  readonly names: readonly Named[];
}) {
  const { t } = useTranslation();
  const mine = network.ties
    .filter((tie) => tie.value !== 0 && (tie.from === who || tie.to === who))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const { friends, enemies } = countOf(countsOf({ nodes: [], ties: mine }), who);
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <p>{t("map.tiesOf", { friends, enemies })}</p>
      <ul className="ties">
        {mine.slice(0, SHOWN).map((tie) => {
          const other = tie.from === who ? tie.to : tie.from;
          return (
            <li key={tie.key}>
              <TieMark tie={tie} />
              <button type="button" className="link" onClick={() => choose({ who: other, to: undefined })}>
                {nameOf(other)}
              </button>
              <span className="number">{number(tie.value, 2)}</span>
            </li>
          );
        })}
      </ul>
      {mine.length > SHOWN && <p className="soft">{t("map.moreTies", { count: mine.length - SHOWN })}</p>}
    </>
  );
}

/** A short line in the look of a tie, with its sign in words. */
export function TieMark({ tie }: { readonly tie: MapTie }) {
  const { t } = useTranslation();
  const friendly = tie.value > 0;
  return (
    <svg
      className="tz mark"
      width="22"
      height="8"
      role="img"
      aria-label={t(friendly ? "map.friendly" : "map.hostile")}
    >
      <line
        className={`none ${friendly ? "kfriendly" : "khostile dash"}`}
        x1="0"
        x2="22"
        y1="4"
        y2="4"
        strokeWidth="2.5"
      />
    </svg>
  );
}
