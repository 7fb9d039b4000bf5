/** A colour on a light and on a dark page. */
export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of pages and pictures. Every mark stands out from the page by 3 to 1 and every word by 4.5 to 1;
 * the first six series can be told apart with either common colour blindness. Shape, dash or a label always
 * says the same as the colour.
 */
export const COLOURS = {
  page: { light: "#fdfdfb", dark: "#14171a" },
  panel: { light: "#f4f4ef", dark: "#1c2125" },
  ink: { light: "#1b1f23", dark: "#e8e8e3" },
  soft: { light: "#565d64", dark: "#a9b0b6" },
  line: { light: "#8b9197", dark: "#757d84" },
  hair: { light: "#dcdcd4", dark: "#30373d" },
  accent: { light: "#1d5687", dark: "#7db8ea" },
  friendly: { light: "#1d5687", dark: "#7db8ea" },
  hostile: { light: "#b5401c", dark: "#f29268" },
  s0: { light: "#1f6aa5", dark: "#5ba3e0" },
  s1: { light: "#d9731f", dark: "#f0923e" },
  s2: { light: "#17866a", dark: "#3fb894" },
  s3: { light: "#a8447f", dark: "#dd7fb4" },
  s4: { light: "#5f4b00", dark: "#f3e08a" },
  s5: { light: "#40307f", dark: "#8f7ee6" },
  s6: { light: "#3f98bf", dark: "#a9e4fb" },
  s7: { light: "#8c3b32", dark: "#d9695c" },
  s8: { light: "#6b7782", dark: "#8f9ca8" },
  s9: { light: "#7f9a2e", dark: "#b4d983" },
} as const satisfies { readonly [name: string]: Colour };

/** How many series have a colour of their own; later ones begin again. */
export const SERIES = 10;

/** The class of a series' colour as fill or as stroke. */
export function fill(series: number): string {
  return `f${series % SERIES}`;
}

export function stroke(series: number): string {
  return `k${series % SERIES}`;
}

/** Rules for pictures: each class a role; colours as given by `of`. */
function rules(of: (name: keyof typeof COLOURS) => string): string {
  const series = Array.from({ length: SERIES }, (_, i) => {
    const name = `s${i}` as keyof typeof COLOURS;
    return `.tz .f${i}{fill:${of(name)}}.tz .k${i}{stroke:${of(name)}}`;
  });
  return [
    `.tz{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:13px;font-variant-numeric:tabular-nums;direction:ltr}`,
    `.tz text{fill:${of("ink")}}.tz .soft{fill:${of("soft")}}.tz .small{font-size:11.5px}.tz .big{font-size:26px;font-weight:600}.tz .bold{font-weight:600}`,
    `.tz .middle{text-anchor:middle}.tz .end{text-anchor:end}`,
    `.tz .halo{paint-order:stroke;stroke:${of("page")};stroke-width:4.5px;stroke-linejoin:round}`,
    `.tz .hair{stroke:${of("hair")};stroke-width:1}.tz .axis{stroke:${of("line")};stroke-width:1}.tz .rule{stroke:${of("ink")};stroke-width:1.5}.tz .when{stroke:${of("soft")};stroke-width:1}`,
    `.tz .none{fill:none}.tz .fink{fill:${of("ink")}}.tz .fsoft{fill:${of("soft")}}.tz .fpage{fill:${of("page")}}.tz .fpanel{fill:${of("panel")}}.tz .fhair{fill:${of("hair")}}.tz .fline{fill:${of("line")}}`,
    `.tz .kink{stroke:${of("ink")}}.tz .ksoft{stroke:${of("soft")}}.tz .kpage{stroke:${of("page")}}.tz .kline{stroke:${of("line")}}`,
    `.tz .ffriendly{fill:${of("friendly")}}.tz .kfriendly{stroke:${of("friendly")}}.tz .fhostile{fill:${of("hostile")}}.tz .khostile{stroke:${of("hostile")}}`,
    `.tz .faccent{fill:${of("accent")}}.tz .kaccent{stroke:${of("accent")}}`,
    `.tz .dash{stroke-dasharray:6 4}.tz .dots{stroke-dasharray:1.5 3.5;stroke-linecap:round}.tz .dashdot{stroke-dasharray:8 3 1.5 3}`,
    `.tz .fan95{fill:${of("accent")};fill-opacity:.14}.tz .fan80{fill:${of("accent")};fill-opacity:.2}.tz .fan50{fill:${of("accent")};fill-opacity:.34}`,
    `.tz .name{font-size:12.5px}.tz .count{font-size:9px;font-weight:700;fill:${of("page")}}.tz .half{stroke-opacity:.45}.tz .tint{fill-opacity:.42}`,
    `.tz .wash{fill-opacity:.16}.tz .faint{opacity:.4}.tz a{cursor:pointer}.tz a:focus-visible{outline:2px solid ${of("accent")}}`,
    ...series,
  ].join("");
}

/** The style sheet of a page: colours as variables, light and dark, light again on paper. */
export function pageColours(): string {
  return (
    `:root{color-scheme:light dark;${variables("light")}}` +
    `@media screen and (prefers-color-scheme:dark){:root{${variables("dark")}}}` +
    rules((name) => `var(--${name})`)
  );
}

/** The same for a page whose reader may choose: `data-theme` of the root is "light", "dark" or anything else. */
export function chosenColours(): string {
  const chosen = (["light", "dark"] as const).map(
    (tone) => `:root[data-theme=${tone}]{color-scheme:${tone};${variables(tone)}}`,
  );
  return `${pageColours()}@media screen{${chosen.join("")}}`;
}

function variables(tone: "light" | "dark"): string {
  const names = Object.keys(COLOURS) as (keyof typeof COLOURS)[];
  return names.map((name) => `--${name}:${COLOURS[name][tone]}`).join(";");
}

/** The style sheet of a picture that stands alone: plain colours, so that any program can draw it. */
export function pictureColours(): string {
  return rules((name) => COLOURS[name].light);
}
