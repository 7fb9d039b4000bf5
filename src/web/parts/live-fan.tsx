import type { LiveAnswer, LiveBand } from "../../desk/index.ts";
import { percent } from "../../show/index.ts";

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [640, 240, 44, 24, 10];

type At = (band: LiveBand) => number;

/** An actor's share of power over the months: the case as it is in grey, and with the changes before it. */
export function LiveFan({
  base,
  now,
  actor,
  label,
}: {
  readonly base: LiveAnswer;
  readonly now: LiveAnswer | undefined;
  readonly actor: string;
  readonly label: string;
}) {
  const ghost = bandsOf(base, actor);
  const bands = now === undefined ? [] : bandsOf(now, actor);
  const most = Math.max(0.01, ...[...ghost, ...bands].map((band) => band[6]));
  const least = Math.min(...[...ghost, ...bands].map((band) => band[0]));
  const x = (month: number): number => LEFT + (month * (WIDTH - LEFT - 8)) / Math.max(1, ghost.length - 1);
  const y = (share: number): number =>
    HEIGHT - BOTTOM - ((share - least) / (most - least || 1)) * (HEIGHT - BOTTOM - TOP);
  const line = (of: readonly LiveBand[], at: At): string =>
    of.map((band, m) => `${m === 0 ? "M" : "L"}${x(m).toFixed(1)} ${y(at(band)).toFixed(1)}`).join("");
  const area = (of: readonly LiveBand[], low: At, high: At): string =>
    `${line(of, high)}${[...of.keys()]
      .reverse()
      .map((m) => `L${x(m).toFixed(1)} ${y(low(of[m])).toFixed(1)}`)
      .join("")}Z`;
  const marks = [least, (least + most) / 2, most];
  return (
    <svg className="live-fan" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {marks.map((share) => (
        <g key={share}>
          <line className="hairline" x1={LEFT} x2={WIDTH - 8} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share, 1)}
          </text>
        </g>
      ))}
      {base.quiet.map(({ at }, m) =>
        m % 3 === 0 || m === base.quiet.length - 1 ? (
          <text key={at} x={x(m)} y={HEIGHT - 6} textAnchor={m === 0 ? "start" : "end"}>
            {at.slice(0, 7)}
          </text>
        ) : null,
      )}
      <path
        className="ghost95"
        d={area(
          ghost,
          (band) => band[0],
          (band) => band[6],
        )}
      />
      <path
        className="ghost80"
        d={area(
          ghost,
          (band) => band[1],
          (band) => band[5],
        )}
      />
      <path
        className="ghost50"
        d={area(
          ghost,
          (band) => band[2],
          (band) => band[4],
        )}
      />
      <path className="ghost-median" d={line(ghost, (band) => band[3])} />
      {bands.length > 0 && (
        <>
          <path className="now80" d={line(bands, (band) => band[1])} />
          <path className="now80" d={line(bands, (band) => band[5])} />
          <path className="now-median" d={line(bands, (band) => band[3])} />
        </>
      )}
    </svg>
  );
}

export function bandsOf(answer: LiveAnswer, actor: string): readonly LiveBand[] {
  return answer.power.find((one) => one.actor === actor)?.months ?? [];
}
