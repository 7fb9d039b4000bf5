import { TawazunError } from "../../base/index.ts";
import { glyph } from "../draw/glyph.ts";
import { legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { lines } from "../draw/text.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent } from "../say/number.ts";
import { listOf } from "../say/words.ts";
import { table } from "../tables/table.ts";

/** A territory on a route. */
export interface RouteStage {
  readonly name: string;
  readonly holder?: string;
  readonly open: boolean;
  /** Who could shut it. */
  readonly shutters?: readonly string[];
  /** Probability that it is open at the horizon. */
  readonly openLater?: number;
}

export interface RouteLine {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly RouteStage[];
  /** To whom it is worth something. */
  readonly worthTo?: readonly string[];
}

export interface RoutesData {
  readonly routes: readonly RouteLine[];
}

const WIDTH = 960;

function isOpen(route: RouteLine): boolean {
  return route.stages.every((stage) => stage.open);
}

/** What is written under a stage. */
function notesOf(stage: RouteStage, width: number): string[] {
  return [
    ...lines(stage.holder === undefined ? "holder unknown" : `held by ${stage.holder}`, width, 11.5, 2),
    ...(stage.openLater === undefined ? [] : [`open later: ${percent(stage.openLater)}`]),
    ...(stage.shutters === undefined || stage.shutters.length === 0
      ? []
      : lines(`could shut it: ${listOf(stage.shutters)}`, width, 11.5, 3)),
  ];
}

function stepOf(route: RouteLine): number {
  return (WIDTH - 80) / route.stages.length;
}

function rowHeight(route: RouteLine): number {
  return 104 + 15 * Math.max(...route.stages.map((stage) => notesOf(stage, stepOf(route) - 12).length));
}

/** One route as a line of stations. */
function routeMarks(route: RouteLine, top: number): Child[] {
  const step = stepOf(route);
  const y = top + 62;
  const x = (i: number): number => 40 + step * (i + 0.5);
  const open = isOpen(route);
  const marks: Child[] = [
    el("text", { class: "bold", x: 8, y: top + 16 }, route.name),
    el("text", { class: "soft", x: WIDTH - 8, y: top + 16, "text-anchor": "end" }, open ? "open" : "shut"),
  ];
  route.stages.forEach((stage, i) => {
    if (i === 0) return;
    const passes = stage.open && route.stages[i - 1].open;
    marks.push(
      el("line", {
        class: passes ? "kfriendly" : "khostile dash",
        "stroke-width": passes ? 5 : 3,
        x1: x(i - 1) + 13,
        x2: x(i) - 13,
        y1: y,
        y2: y,
      }),
    );
  });
  route.stages.forEach((stage, i) => {
    const notes = notesOf(stage, step - 12);
    marks.push(
      el("circle", {
        class: `fpage ${stage.open ? "kfriendly" : "khostile"}`,
        "stroke-width": 3,
        cx: x(i),
        cy: y,
        r: 12,
      }),
      stage.open
        ? glyph("disc", { x: x(i), y, r: 5 }, { fill: "ffriendly", stroke: "kfriendly" })
        : glyph("cross", { x: x(i), y, r: 8 }, { fill: "fhostile", stroke: "khostile" }),
      el("text", { class: "middle bold", x: x(i), y: y - 20 }, ...lines(stage.name, step - 8, 13, 1)),
      ...notes.map((note, k) =>
        el("text", { class: "middle small soft", x: x(i), y: y + 30 + 15 * k }, note),
      ),
    );
  });
  return marks;
}

/**
 * Corridors as lines of territories: which stages are open or shut, who holds them, who could shut them.
 *
 * @throws {TawazunError} `show/empty` if there is no route or a route has no stage.
 * @example
 * ```ts
 * import { routes } from "tawazun/show";
 * const stages = [{ name: "Tehran", open: true }, { name: "Baghdad", open: false }];
 * routes({ routes: [{ id: "r", name: "The road", stages }] }, { id: "r", title: "Routes", method: "By hand." }).alt;
 * //=> "The road is shut at Baghdad."
 * ```
 */
export function routes(data: RoutesData, options: PictureOptions): Picture {
  if (data.routes.length === 0 || data.routes.some((route) => route.stages.length === 0)) {
    throw new TawazunError(
      "show/empty",
      "The picture of routes needs at least one route, each with its stages.",
    );
  }
  const key = legend(
    [
      { mark: lineMark("kfriendly", 5), name: "open" },
      { mark: lineMark("khostile dash", 3), name: "shut" },
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const tops = data.routes.map((_, i) =>
    data.routes.slice(0, i).reduce((sum, route) => sum + rowHeight(route), key.height + 8),
  );
  const last = data.routes.length - 1;
  return framed(options, {
    width: WIDTH,
    height: tops[last] + rowHeight(data.routes[last]),
    alt: listOf(
      data.routes.map((route) => {
        const shut = route.stages.filter((stage) => !stage.open).map((stage) => stage.name);
        return `${route.name} is ${shut.length === 0 ? "open" : `shut at ${listOf(shut)}`}`;
      }),
    ).concat("."),
    table: table(
      options.title,
      [
        { key: "route", name: "Route" },
        { key: "stage", name: "Stage" },
        { key: "holder", name: "Held by" },
        { key: "open", name: "Open" },
        { key: "openLater", name: "Open at the horizon", unit: "probability" },
        { key: "shutters", name: "Could shut it" },
        { key: "worthTo", name: "Route is worth something to" },
      ],
      data.routes.flatMap((route) =>
        route.stages.map((stage) => ({
          route: route.name,
          stage: stage.name,
          holder: stage.holder,
          open: stage.open,
          openLater: stage.openLater,
          shutters: stage.shutters === undefined ? undefined : listOf(stage.shutters),
          worthTo: route.worthTo === undefined ? undefined : listOf(route.worthTo),
        })),
      ),
    ),
    marks: [...key.marks, ...data.routes.flatMap((route, i) => routeMarks(route, tops[i]))],
  });
}
