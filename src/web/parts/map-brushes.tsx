import { memo, useEffect, useState } from "react";
import { Button, Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { choose } from "../place.ts";
import { useIdle } from "./later.ts";
import type { Histogram, Histograms } from "./map-brush.ts";
import { type Span, spanOut, type Wish } from "./map-wish.ts";

const WIDTH = 240;
const HEIGHT = 44;

/** Histograms whose ends can be drawn in: what lies outside is left out of the map. */
export function Brushes({ bars, wish }: { readonly bars: Histograms; readonly wish: Wish }) {
  const { t } = useTranslation();
  const shown = useIdle(bars);
  const any = wish.degree !== undefined || wish.strength !== undefined || wish.age !== undefined;
  return (
    <section className="brushes" aria-labelledby="map-brushes">
      <h3 id="map-brushes">{t("map.brushes")}</h3>
      <Brush name="deg" words="map.brush.degree" data={shown.degree} span={wish.degree} digits={0} />
      <Brush name="str" words="map.brush.strength" data={shown.strength} span={wish.strength} digits={1} />
      {wish.age === undefined && shown.age.bars.every((count) => count === 0) ? (
        <p className="soft">{t("map.brush.noAge")}</p>
      ) : (
        <Brush name="age" words="map.brush.age" data={shown.age} span={wish.age} digits={0} />
      )}
      {any && (
        <Button onPress={() => choose({ deg: undefined, str: undefined, age: undefined })}>
          {t("map.unbrush")}
        </Button>
      )}
    </section>
  );
}

const Brush = memo(function Brush({
  name,
  words,
  data,
  span,
  digits,
}: {
  readonly name: string;
  readonly words: string;
  readonly data: Histogram;
  readonly span: Span | undefined;
  readonly digits: number;
}) {
  const { t } = useTranslation();
  const [least, most] = data.span;
  const [at, setAt] = useState<Span>(span ?? data.span);
  const key = (span ?? data.span).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what the span holds
  useEffect(() => setAt(span ?? data.span), [key]);
  const [low, high] = [Math.max(least, at[0]), Math.min(most, at[1])];
  const tallest = Math.max(1, ...data.bars);
  const wide = WIDTH / data.bars.length;
  return (
    <Slider
      className="brush"
      value={[low, high]}
      minValue={least}
      maxValue={most}
      step={data.step}
      onChange={(next) => setAt([next[0], next[1]])}
      onChangeEnd={(next) => choose({ [name]: spanOut([round(next[0]), round(next[1])], data.span) })}
      aria-label={t(words)}
    >
      <p>
        <span>{t(words)}</span>
        <output>
          <bdi dir="ltr">
            {low.toFixed(digits)} – {high.toFixed(digits)}
          </bdi>
        </output>
      </p>
      <svg
        className="tz"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {data.bars.map((count, i) => {
          const from = least + i * data.step;
          const inside = from >= low - 1e-9 && from + data.step <= high + data.step + 1e-9 && from <= high;
          // A few stay to be seen beside thousands.
          const tall = count === 0 ? 0 : Math.max(2, HEIGHT * Math.sqrt(count / tallest));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bars never change their order
              key={i}
              className={inside ? "in" : "out"}
              x={i * wide + 0.5}
              width={Math.max(0.5, wide - 1)}
              y={HEIGHT - tall}
              height={tall}
            />
          );
        })}
      </svg>
      <SliderTrack className="track">
        <SliderThumb index={0} aria-label={t("map.brush.from")} className="thumb" />
        <SliderThumb index={1} aria-label={t("map.brush.to")} className="thumb" />
      </SliderTrack>
    </Slider>
  );
});

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
