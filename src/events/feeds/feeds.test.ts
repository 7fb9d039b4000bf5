import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cameo } from "../cameo.ts";
import { cameoOfName } from "../cameo-name.ts";
import { type EventRecord, eventAt } from "../event-log.ts";
import { feeds, readEvents } from "./index.ts";

const gdeltRow = (cells: { readonly [column: number]: string }, columns = 58): string =>
  Array.from({ length: columns }, (_, k) => cells[k] ?? "").join("\t");

// A file of each form, made by hand after its publisher's description, and the events it holds.
const samples: { readonly [feed: string]: { readonly text: string; readonly events: readonly Partial<EventRecord>[]; readonly bad: number } } = {
  csv: {
    text: 'date,source,target,type,intensity\n2012-01-10,"Sadr, Muqtada",maliki,REQUEST,-3.5\n2012-01-11,maliki,,163,\nnever,a,b,AID,1\n',
    events: [
      { time: 15349, source: "Sadr, Muqtada", target: "maliki", type: "REQUEST", intensity: -3.5 },
      { time: 15350, source: "maliki", type: "SANCTION", intensity: -8 },
    ],
    bad: 1,
  },
  icews: {
    text: "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\n1\t2011-12-19\tNuri al-Maliki\tExecutive\tIraq\tArrest\t173\t-5.0\tTariq al-Hashimi\tParties\n2\t2011-12-20\tIran\t\tIran\tConsult\t40\t1.0\tIraq\t\n3\t2011-12-20\tIran\t\tIran\t?\t999\t1.0\tIraq\t\n",
    events: [
      { time: 15327, source: "Nuri al-Maliki", target: "Tariq al-Hashimi", type: "COERCE", intensity: -5 },
      { time: 15328, source: "Iran", target: "Iraq", type: "CONSULT", intensity: 1 },
    ],
    bad: 1,
  },
  polecat: {
    text: "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tRecipient Name\tRecipient Country\nX1\t2022-03-01\tSANCTION\tdiscontinue\t-7.2\tUnited States; France\tUSA\tRussia\tRUS\nX2\t2022-03-02\tDEMAND\t\t\tNone\tNone\tRussia\tRUS\n",
    events: [{ time: 19052, source: "United States", target: "Russia", type: "SANCTION", intensity: -7.2 }],
    bad: 1,
  },
  acled: {
    text: 'event_id_cnty,event_date,year,event_type,sub_event_type,actor1,actor2,fatalities\nIRQ1,12 January 2012,2012,Battles,Armed clash,"Police Forces of Iraq (2006-)",AQI,3\nIRQ2,2012-01-13,2012,Strategic developments,Agreement,A,B,0\nIRQ3,2012-01-13,2012,Strategic developments,Other,A,B,0\n',
    events: [
      { time: 15351, source: "Police Forces of Iraq (2006-)", target: "AQI", type: "ASSAULT", intensity: -9.53 },
      { time: 15352, source: "A", target: "B", type: "AGREE", intensity: 5.39 },
    ],
    bad: 1,
  },
  gdelt: {
    text: `${gdeltRow({ 0: "1", 1: "20120110", 5: "IRQGOV", 6: "BAGHDAD", 15: "USA", 26: "042", 30: "1.9" })}\n${gdeltRow({ 0: "2", 1: "20120110", 5: "IRQ", 15: "", 26: "190", 30: "-10.0" })}\n${gdeltRow({ 0: "3", 1: "20121310", 5: "IRQ", 26: "190" })}\nshort\trow\n`,
    events: [
      { time: 15349, source: "BAGHDAD", target: "USA", type: "CONSULT", intensity: 1.9 },
      { time: 15349, source: "IRQ", type: "ASSAULT", intensity: -10 },
    ],
    bad: 2,
  },
  quadruples: { text: "0\t1\t2\t48\t-1\n2 0 0 72\nx\n", events: [{ time: 2, source: "actor 0", target: "actor 2", type: "type 1", intensity: 0 }, { time: 3, source: "actor 2", target: "actor 0", type: "type 0", intensity: 0 }], bad: 1 },
  keds: {
    text: "920102 ISR PAL 112\t(ACCUSE) said\n20120110  IRQ  IRN  [046]  negotiate\n920102 ISR PAL 223 weis\n",
    events: [
      { time: 8036, source: "ISR", target: "PAL", type: "ACCUSE", intensity: -2 },
      { time: 15349, source: "IRQ", target: "IRN", type: "CONSULT", intensity: 7 },
    ],
    bad: 1,
  },
}; // biome-ignore format: files as they are

describe("every feed", () => {
  it("has a sample here", () => {
    expect(feeds.map((feed) => feed.id).sort()).toEqual(Object.keys(samples).sort());
  });

  it.each(Object.entries(samples))(
    "%s is recognised, and read as a person would read it",
    (id, { text, events, bad }) => {
      const { log, findings, rows } = readEvents(text, { file: "sample" });
      expect(findings.every((finding) => finding.code === `feed/${id}`)).toBe(true);
      expect(Array.from({ length: log.count }, (_, e) => eventAt(log, e))).toMatchObject(
        events.map((event) => ({ ...event, intensity: expect.closeTo(event.intensity ?? 0, 5) })),
      );
      expect(findings).toHaveLength(bad);
      expect(rows).toBe(events.length + bad);
      // The bad rows stand last in every sample.
      const lines = text.split("\n").length - 1;
      expect(findings.map(({ place }) => place.line)).toEqual(findings.map((_f, k) => lines - bad + 1 + k));
    },
  );

  it.each(Object.entries(samples))(
    "%s reads the same with CRLF, a byte-order mark, and cut anywhere",
    (_, { text }) => {
      const whole = readEvents(text, { file: "sample" });
      const other = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
      for (const step of [1, 7, 64]) {
        const pieces = Array.from({ length: Math.ceil(other.length / step) }, (_v, k) =>
          other.slice(k * step, (k + 1) * step),
        );
        expect(readEvents(pieces, { file: "sample" })).toEqual(whole);
      }
    },
  );

  it.each(feeds.map((feed) => feed.id))("%s never throws, whatever it is given", (id) => {
    const feed = feeds.find((one) => one.id === id);
    const header = samples[id].text.split("\n")[0];
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string({ unit: "binary" }),
            fc.constantFrom(...samples[id].text.split("\n")),
          ),
        ),
        (lines) => {
          expect(typeof feed?.recognise(lines)).toBe("boolean");
          for (const given of [lines, [header, ...lines]]) {
            const reading = readEvents(given.join("\n"), { file: "f", feed: id });
            expect(reading.log.count).toBeLessThanOrEqual(reading.rows);
            for (const finding of reading.findings) expect(finding.message.length).toBeGreaterThan(10);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["csv", "date,source,target,type\n2012-01-10,a,b,AID\n2012-01-11,a,b,QQQ\n", 3, 16],
    ["icews", "Event Date\tSource Name\tCAMEO Code\tTarget Name\n2011-12-19\tA\t999\tB\n", 2, 14],
    ["gdelt", `${gdeltRow({ 0: "1", 1: "20121310", 5: "IRQ", 26: "190" })}\n`, 1, 3],
    ["keds", "920102 ISR PAL 223 weis\n", 1, 16],
  ])("%s says in which line and column the fault is", (feed, text, line, column) => {
    const { findings } = readEvents(text, { file: "f", feed });
    expect(findings.map(({ place }) => place)).toEqual([{ file: "f", line, column }]);
  });

  it("says how many rows were bad when there are very many, and keeps the others", () => {
    const bad = "soon,a,b,AID\n".repeat(5000);
    const { log, findings, rows } = readEvents(`date,source,target,type\n${bad}2012-01-10,a,b,AID\n`, {
      file: "f",
    });
    expect(log.count).toBe(1);
    expect(rows).toBe(5001);
    expect(findings).toHaveLength(51);
    expect(findings[50].message).toContain("5000 rows in all");
    expect(findings[50].message).toContain("5000 × The date is not one");
  });

  it("says when a file is of no known form, is empty, or lacks a column", () => {
    expect(readEvents("hello\nworld\n", { file: "f" }).findings[0].code).toBe("feed/unknown");
    expect(readEvents("", { file: "f" }).findings[0].severity).toBe("error");
    expect(readEvents("date,source\n", { file: "f", feed: "csv" }).findings[0].message).toContain(
      "lacks type",
    );
    expect(() => readEvents("", { file: "f", feed: "ices" })).toThrow(/There is no feed "ices"/);
  });
});

describe("a table", () => {
  const header = "date,source,target,type,note\n";

  it("may hold cells in quotation marks that run over several lines", () => {
    const text = `${header}2012-01-10,a,b,AID,"two\nlines, and ""words"""\n2012-01-11,a,b,QQQ,\n`;
    const { log, findings } = readEvents(text, { file: "f" });
    expect(log.count).toBe(1);
    expect(findings.map(({ place }) => place.line)).toEqual([4]);
  });

  it("loses one row to a stray quotation mark, and keeps those after it", () => {
    const good = "2012-01-10,a,b,AID,\n".repeat(120);
    const { log, findings } = readEvents(`${header}2012-01-09,a,b,AID,"stray\n${good}`, { file: "f" });
    expect(log.count).toBe(120);
    expect(findings).toMatchObject([{ place: { line: 2, column: 20 } }]);
    expect(findings[0].message).toContain("never closed");
  });

  it("is read as a case writes its events", () => {
    const text =
      'id,date,by,of,type,text,intensity\ne1,2012-01,sadr,maliki,REQUEST,"asks, again","[-4, -3, -2]"\n';
    const { log, findings } = readEvents(text, { file: "events.csv" });
    expect(findings).toEqual([]);
    expect(eventAt(log, 0)).toMatchObject({ time: 15340, source: "sadr", target: "maliki", intensity: -3 });
  });
});

describe("a reading", () => {
  const text = "date,source,target,type\n2012-01-12,A,B,AID\n2012-01-10,B,C,ACCUSE\n2012-01-11,c,c,AID\n";

  it("keeps only what is wanted, and says how much it left out", () => {
    const read = (only: object): readonly (string | number)[] => {
      const { log, leftOut, rows } = readEvents(text, { file: "f", only });
      return [...Array.from(log.time), rows, leftOut];
    };
    expect(read({})).toEqual([15349, 15350, 15351, 3, 0]);
    expect(read({ from: 15350, to: 15350 })).toEqual([15350, 3, 2]);
    expect(read({ actors: ["b"] })).toEqual([15349, 15351, 3, 1]);
    expect(read({ types: ["AID"] })).toEqual([15350, 15351, 3, 1]);
  });

  it("says how many events are of an actor toward itself, and keeps them", () => {
    const { log, findings } = readEvents(text, { file: "f" });
    expect(log.count).toBe(3);
    expect(findings).toMatchObject([{ code: "feed/self", severity: "note" }]);
  });

  it("refuses the 256th front, keeps the others, and never stops", () => {
    const many = Array.from({ length: 300 }, (_, k) => `2012-01-10,a,AID,f${k}`).join("\n");
    const { log, findings } = readEvents(`date,source,type,front\n${many}\n`, { file: "f" });
    expect(log.count).toBe(255);
    expect(findings[0].message).toContain("255 fronts");
  });
});

const folder = "../shared/data/tkg/icews14";
if (!existsSync(folder)) console.warn(`skipped: the benchmark streams are not at ${folder}`);

describe.skipIf(!existsSync(folder))("on ICEWS14", () => {
  const lines = (file: string): string[] => readFileSync(`${folder}/${file}`, "utf8").split("\n");

  it("reads every event of the test period, and gives nearly every type an intensity", () => {
    const { log, findings } = readEvents(readFileSync(`${folder}/test.txt`, "utf8"), {
      file: "test.txt",
      actorNames: lines("entity2id.txt"),
      typeNames: lines("relation2id.txt"),
      dayZero: 16071,
    });
    expect(findings).toEqual([]);
    expect(log.count).toBe(7371);
    const unknown = log.types.filter((type) => cameo(cameoOfName(type) ?? "") === undefined);
    expect(unknown).toEqual([]);
  });
});
