import { describe, expect, it } from "vitest";
import { COLOURS, pageColours, pictureColours, SERIES } from "./theme.ts";

type Light = readonly [number, number, number];

function linearLight(hex: string): Light {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

// WCAG 2.2: relative luminance and contrast ratio.
const luminance = ([r, g, b]: Light): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Light, b: Light): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// Machado, Oliveira & Fernandes 2009, severity 1, applied to linear light.
const BLINDNESS: Record<string, readonly Light[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
const seen = (rows: readonly Light[], [r, g, b]: Light): Light => {
  const [x, y, z] = rows.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)));
  return [x, y, z];
};

// CIE L*a*b* with D65 white; distance ΔE*ab (1976).
function lab([r, g, b]: Light): Light {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const apart = (a: Light, b: Light): number => Math.hypot(...lab(a).map((value, i) => value - lab(b)[i]));

const TONES = ["light", "dark"] as const;
const series = Array.from({ length: SERIES }, (_, i) => `s${i}` as keyof typeof COLOURS);

describe.each(TONES)("the colours of a %s page", (tone) => {
  const of = (name: keyof typeof COLOURS): Light => linearLight(COLOURS[name][tone]);

  it.each(["ink", "soft", "accent", "hostile"] as const)(
    "let %s be read on page and panel: 4.5 to 1",
    (name) => {
      expect(contrast(of(name), of("page"))).toBeGreaterThan(4.5);
      expect(contrast(of(name), of("panel"))).toBeGreaterThan(4.5);
    },
  );

  it.each([...series, "line", "friendly", "hostile"] as const)("let a mark of %s be seen: 3 to 1", (name) => {
    expect(contrast(of(name), of("page"))).toBeGreaterThan(3);
  });

  it.each(["hostile", "friendly", "soft"] as const)(
    "let a number be read on a mark of %s: 4.5 to 1",
    (name) => {
      expect(contrast(of("page"), of(name))).toBeGreaterThan(4.5);
    },
  );

  it.each(Object.keys(BLINDNESS))("tell hostile from friendly with %s", (blindness) => {
    const rows = BLINDNESS[blindness];
    expect(apart(seen(rows, of("hostile")), seen(rows, of("friendly")))).toBeGreaterThan(25);
  });

  it.each(Object.keys(BLINDNESS))("tell the first six series apart with %s", (blindness) => {
    const rows = BLINDNESS[blindness];
    const first = series.slice(0, 6);
    for (const [i, a] of first.entries()) {
      for (const b of first.slice(0, i)) {
        expect(`${a} ${b} ${apart(seen(rows, of(a)), seen(rows, of(b))) > 10}`).toBe(`${a} ${b} true`);
      }
    }
  });
});

describe("the style sheets", () => {
  it("go back to light on paper: the dark colours hold for screens only", () => {
    expect(pageColours()).toContain("@media screen and (prefers-color-scheme:dark)");
  });

  it("give a picture that stands alone the same rules with plain colours", () => {
    const names = (css: string): string[] => [...css.matchAll(/\.tz [\w.:\- ]*/g)].map((match) => match[0]);
    expect(names(pageColours())).toEqual(names(pictureColours()));
  });
});
