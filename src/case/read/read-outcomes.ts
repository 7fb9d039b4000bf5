import type { Finding } from "../../base/index.ts";
import type { Case, Outcome } from "../case.ts";
import { namesOf } from "../check/names.ts";
import { checkReferences } from "../check/references.ts";
import { checkOnce } from "../check/repeats.ts";
import { days } from "../check/spans.ts";
import type { Draft, Item, ListName } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import { newReport, type Report } from "../findings/report.ts";
import { type Folder, inNameOrder } from "../folder.ts";
import { isObject } from "../schema/walk.ts";
import { decode } from "./decode.ts";
import { isOutcomes } from "./gather.ts";
import { shaped } from "./shape.ts";
import { readYaml, type YamlFile } from "./yaml.ts";

/** What came true, as far as it is known. */
export interface ReadOutcomes {
  /** In the order of the file; empty where there is no file. Absent where an error leaves none to be used. */
  readonly outcomes?: readonly Outcome[];
  readonly findings: readonly Finding[];
}

/**
 * Reads `outcomes.yaml`, which only judging may: no reading of a case, no play and no scenario sees it.
 *
 * The file is a list of outcomes, or holds `outcomes` and the `sources` that say so beside it.
 *
 * @param world the case whose questions have come out.
 * @returns never throws, whatever the bytes are.
 * @example
 * ```ts
 * import { newCase, readCase, readOutcomes } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * const { world } = readCase(folder);
 * world && readOutcomes(folder, world).outcomes; //=> []
 * ```
 */
export function readOutcomes(folder: Folder, world: Case): ReadOutcomes {
  const report = newReport();
  const file = inNameOrder(folder.keys()).find(isOutcomes);
  const bytes = file === undefined ? undefined : folder.get(file);
  if (file === undefined || bytes === undefined) return { outcomes: [], findings: [] };
  const text = decode(file, bytes, report);
  const yaml = text === undefined ? undefined : readYaml(file, text, report);
  const parts = yaml === undefined ? undefined : partsOf(yaml, report);
  if (yaml === undefined || parts === undefined) return { findings: report.findings() };

  const outcomes = parts.outcomes.map((item) => shaped(item, report));
  const sources = parts.sources.map((item) => shaped(item, report));
  const names = namesOf(draftOf(world, sources));
  checkReferences(outcomes, names, {}, report);
  checkOnce(outcomes, ["question"], report);
  for (const item of outcomes) {
    if (item.value === undefined || (item.value.source ?? item.value.evidence) !== undefined) continue;
    const message = `${labelAtStart("outcomes", item.raw)} has no source. Add "source": who says so?`;
    report("case/no-source", item.place(), message, { expected: "source" });
  }
  checkResolved(outcomes, world, report);
  const broken = yaml.brokenAt ?? Number.POSITIVE_INFINITY;
  const findings = report
    .findings()
    .filter(({ code, place }) => !code.startsWith("case/") || (place.line ?? 0) < broken);
  if (findings.some(({ severity }) => severity === "error")) return { findings };
  return { outcomes: outcomes.flatMap(({ value }) => (value === undefined ? [] : [value])), findings };
}

/** Nothing is settled before it was asked. */
function checkResolved(outcomes: readonly Item<"outcomes">[], world: Case, report: Report): void {
  const askedOn = new Map(world.questions.map(({ id, asked }) => [id, asked]));
  for (const item of outcomes) {
    const asked = item.value === undefined ? undefined : askedOn.get(item.value.question);
    if (item.value === undefined || asked === undefined) continue;
    const { resolved } = item.value;
    if (days(resolved).last >= days(asked).first) continue;
    const message = `${labelAtStart("outcomes", item.raw)} was settled on ${resolved}, before its question was asked, on ${asked}. Is the year right?`;
    report("case/resolved-early", item.place(["resolved"]), message, {
      given: resolved,
      expected: `${asked} or later`,
    });
  }
}

/** The lists of the file, whichever of the two ways it is written. */
function partsOf(yaml: YamlFile, report: Report) {
  const under = <Name extends "outcomes" | "sources">(
    section: Name,
    path: readonly string[],
    list: unknown,
  ) =>
    (Array.isArray(list) ? list : []).map(
      (raw, i): Item<Name> => ({
        section,
        raw,
        place: (more = [], part) => yaml.place([...path, i, ...more], part),
      }),
    );
  const { data } = yaml;
  if (data === null) return { outcomes: [], sources: [] };
  if (Array.isArray(data)) return { outcomes: under("outcomes", [], data), sources: [] };
  const lists = isObject(data) ? data : {};
  for (const [key, content] of Object.entries(lists)) {
    if (key !== "outcomes" && key !== "sources") {
      const near = report.suggestion(key, ["outcomes", "sources"]);
      const message = `There is no "${key}" in this file, only outcomes and sources.${near.words}`;
      report("case/unknown-key", yaml.place([key], "key"), message, { given: key, expected: near.id });
    } else if (!Array.isArray(content) && content !== null) {
      const message = `"${key}" is a list: write each item under it, beginning with "- ".`;
      report("case/section", yaml.place([key]), message, { expected: "a list" });
    }
  }
  if (!isObject(data)) {
    const message = "This file is a list of outcomes, or holds `outcomes:` with the list under it.";
    report("yaml/root", yaml.place([]), message, { expected: "outcomes:" });
  }
  return {
    outcomes: under("outcomes", ["outcomes"], lists.outcomes),
    sources: under("sources", ["sources"], lists.sources),
  };
}

/** The case as a draft, for its names, with sources that come from elsewhere. */
export function draftOf(world: Case, sources: readonly Item<"sources">[] = []): Draft {
  const { head, texts, values, hash, ...lists } = world;
  const items = Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      (list as readonly unknown[]).map(
        (raw): Item => ({ section: name as ListName, raw, place: () => ({ file: "" }) }),
      ),
    ]),
  ) as unknown as Draft["items"];
  return { folder: new Map(), head: undefined, items: { ...items, sources: [...items.sources, ...sources] } };
}
