import { describe, expect, it } from "vitest";
import { sampleContents } from "../../../test/browser/report-sample.ts";
import { write } from "../draw/markup.ts";
import { standalone } from "../picture.ts";
import { csv } from "../tables/csv.ts";
import type { NumberFact } from "./contents.ts";
import { dataLink } from "./data-link.ts";
import { methodText } from "./fact-words.ts";
import { anchorId, leadsSomewhere } from "./link.ts";
import { numberFactHtml } from "./number-fact.ts";
import { report } from "./report.ts";

const HOSTILE = `</style></title></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"'`;

const decoded = (address: string): string => decodeURIComponent(address.slice(address.indexOf(",") + 1));
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

describe("the report", () => {
  const contents = sampleContents();
  const made = report(contents);

  it("is the same bytes for the same contents", () => {
    const again = report(sampleContents());
    expect(again.html === made.html && again.markdown === made.markdown && again.json === made.json).toBe(
      true,
    );
  });

  it("asks for nothing: no script, no address that loads, a policy that forbids it", () => {
    expect(made.html).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"`,
    );
    expect(made.html).not.toMatch(/<script|<link|<iframe|<object|<embed|<img|<form|\ssrc=|@import|url\(/i);
    expect(made.html).not.toMatch(/\son\w+="/i);
  });

  it("has a language, a title, one main part, a contents list and a way past it", () => {
    expect(made.html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(made.html).toContain("<title>Arcadia, January 2012: one ruler, two fronts · Tawazun</title>");
    expect(made.html.match(/<main /g)).toHaveLength(1);
    expect(made.html).toContain('<a class="skip" href="#report">');
    for (const section of contents.sections) {
      expect(made.html).toContain(`<a href="#${section.id}">`);
      expect(made.html).toContain(`<section id="${section.id}" aria-labelledby="${section.id}-heading">`);
    }
  });

  it("steps down its headings one at a time", () => {
    const levels = [...made.html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => {
      if (i > 0) expect(level - levels[i - 1]).toBeLessThanOrEqual(1);
    });
  });

  it("has no id twice, and every place it leads to is there", () => {
    const ids = [...made.html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const pages = made.html.replace(/href="data:[^"]*"/g, "");
    for (const [, to] of pages.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(to);
    for (const [, names] of pages.matchAll(/aria-labelledby="([^"]+)"/g)) {
      for (const name of names.split(" ")) expect(ids).toContain(name);
    }
  });

  it("shows markup in data as letters and runs none of it", () => {
    const hostile = report(sampleContents(HOSTILE));
    expect(hostile.html).not.toMatch(/<script|<img|onerror=alert\(2\)>/i);
    expect(hostile.html.match(/<\/style>/g)).toHaveLength(1);
    expect(hostile.html.match(/<\/title>\s*<style>/g)).toHaveLength(1);
    expect(hostile.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(hostile.markdown).not.toMatch(/<script|<img/i);
  });

  it("never makes a link of an address that is not the web or a place in the page", () => {
    expect(made.html).not.toMatch(/javascript:/i);
    expect(made.html).toContain("a bad address");
    expect(made.markdown).not.toMatch(/javascript:/i);
  });

  it("holds each picture's data and drawing as files", () => {
    const files = [...made.html.matchAll(/href="(data:[^"]*)" download="([^"]*)"/g)].map(
      ([, address, name]) => ({
        name,
        text: decoded(unescaped(address)),
      }),
    );
    const pictures = contents.sections.flatMap((section) =>
      section.parts.filter((part) => part.kind === "picture"),
    );
    for (const picture of pictures) {
      const drawing = files.find((file) => file.name === `${picture.id}.svg`)?.text;
      expect(drawing === standalone(picture)).toBe(true);
      const data = files.find((file) => file.name === `${picture.id}.csv`)?.text;
      expect(data).toBe(csv(picture.table));
    }
  });

  it("says of every number its method, how sure it is, what it assumes, its baseline and its sources", () => {
    const facts = contents.sections.flatMap((section) =>
      section.parts.filter((part) => part.kind === "number"),
    );
    expect(facts.length).toBeGreaterThan(3);
    for (const fact of facts) {
      const html = write(numberFactHtml(fact));
      for (const term of ["Method", "Assumes", "Sources", "Baseline"])
        expect(html).toContain(`<dt>${term}</dt>`);
      if (fact.method === "sampled") expect(html).toContain("<dt>Interval</dt>");
      expect(made.markdown).toContain(`method: ${methodText(fact)}`.replace(/_/g, "\\_"));
    }
  });

  it("is JSON that holds the contents without the drawings", () => {
    const read = JSON.parse(made.json);
    expect(read.head).toEqual(JSON.parse(JSON.stringify(contents.head)));
    expect(read.sections.map((section: { id: string }) => section.id)).toEqual(
      contents.sections.map((s) => s.id),
    );
    expect(made.json).not.toContain('"svg"');
    expect(read.sections[1].parts[0].table.rows).toHaveLength(6);
  });

  it("refuses one id for two things", () => {
    const twice = { ...contents, sections: [contents.sections[0], contents.sections[0]] };
    expect(() => report(twice)).toThrow('the id "overview"');
  });
});

describe("a number", () => {
  const fact: NumberFact = {
    kind: "number",
    label: "Stability",
    value: 0.42,
    unit: "share",
    method: "sampled",
    runs: 2000,
    seed: "s",
    error: 0.004,
    intervals: [{ low: 0.25, high: 0.58, level: 0.8, of: "prediction" }],
    assumptions: ["The thresholds are the defaults."],
    baselines: [{ name: "the record", value: 0.5 }],
    sources: [],
  };

  it("reads: value, how sure, then the rest", () => {
    const text = write(numberFactHtml(fact))
      .replace(/<[^>]+>/g, "|")
      .replace(/\|+/g, "|");
    expect(text).toContain("|Stability|42%|25–58% (80% prediction interval)|");
    expect(text).toContain("sampled: an average over runs, 2,000 runs, seed “s”");
    expect(text).toContain("± 0.4 points (standard error of sampling)");
    expect(text).toContain("the record: 50% (this is −8.0 points)");
    expect(text).toContain("No source is given.");
  });

  it("that is a difference says of how many pairs of futures", () => {
    expect(methodText({ ...fact, runs: undefined, pairs: 100 })).toBe(
      "sampled: an average over runs, 100 pairs of futures, seed “s”",
    );
  });

  it("that is exact says so", () => {
    const exact: NumberFact = { ...fact, method: "exact", intervals: undefined, error: undefined };
    expect(write(numberFactHtml(exact))).toContain('<p class="sure">exact</p>');
  });
});

describe("addresses", () => {
  it.each([
    ["#claims", true],
    ["https://example.org/a?b=c", true],
    ["http://example.org", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    ["//example.org", false],
    ["file:///etc/passwd", false],
    [" https://example.org", false],
    ["#", false],
  ])("%s may stand in a page: %s", (to, may) => {
    expect(leadsSomewhere(to)).toBe(may);
  });

  it("of files hold any text", () => {
    const text = "a,b\r\n\"x\",'%20' <&> ü €#{}|\\^`\n";
    expect(decoded(dataLink("text/csv", text))).toBe(text);
    expect(dataLink("text/csv", text)).toMatch(/^data:text\/csv;charset=utf-8,[\x21-\x7e]*$/);
  });

  it("of places are letters, digits and hyphens", () => {
    expect(anchorId("Seats & Power, 2012!")).toBe("seats-power-2012");
    expect(anchorId("2012")).toBe("at-2012");
    expect(anchorId("القائمة العراقية")).toBe("القائمة-العراقية");
  });
});
