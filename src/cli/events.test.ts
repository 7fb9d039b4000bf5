import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { here } from "../../test/cli-here.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-events-verb-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tawazun = (...words: readonly string[]) => here(words);

const icews = [
  "Event Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country",
  "2011-12-19\tNuri al-Maliki\tExecutive\tIraq\t173\t-5.0\tTariq al-Hashimi\tParties\tIraq",
  "2011-12-19\tNuri al-Maliki\tExecutive\tIraq\t173\t-5.0\tTariq al-Hashimi\tParties\tIraq",
  "2011-12-20\tIran\t\tIran\t40\t1.0\tAn editor\tMedia\tIraq",
  "2011-12-21\tPrime minister\t\tIraq\t112\t-2.0\tIyad Allawi\t\tIraq",
  "2011-12-21\tIran\t\tIran\t999\t1.0\tIraq\t\tIraq",
].join("\n");
const path = join(folder, "events.tsv.gz");
writeFileSync(path, gzipSync(icews));

describe("tawazun events", () => {
  it("does not write over what it reads", async () => {
    const own = join(folder, "own.csv");
    writeFileSync(own, "date,source,target,type\n2020-01-01,A,B,AID\n");
    const { code, err } = await tawazun("events", own, "--to-csv", own);
    expect(code).toBe(2);
    expect(err).toContain("would write over a file that is read; give another name. [events/own-input]");
    expect(readFileSync(own, "utf8")).toBe("date,source,target,type\n2020-01-01,A,B,AID\n");
  });

  it("counts no file twice, and says by its exit code that nothing could be read", async () => {
    const twice = await tawazun("events", path, path);
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining("[events/twice]")]);
    expect((await tawazun("events", join(folder, "nowhere.csv"))).code).toBe(2);
    expect((await tawazun("events", path, "--feed", "acled")).code).toBe(2);
  });

  it("refuses a period that ends before it begins", async () => {
    const { code, err } = await tawazun("events", path, "--from", "2012", "--to", "2011");
    expect(code).toBe(2);
    expect(err).toContain("--from 2012 lies after --to 2011");
  });

  it("says what a file holds, names bad rows with line and column, and ends with 1 as it could not read all", async () => {
    const { code, out } = await tawazun("events", path);
    expect(code).toBe(1);
    expect(out).toContain("4 events from 2011-12-19 to 2011-12-21");
    expect(out).toMatch(/events\.tsv\.gz:6:\d+: warning: This is not a CAMEO code/);
  });

  it("ends with 0 where every row was read, of an actor toward itself too", async () => {
    const whole = join(folder, "whole.csv");
    writeFileSync(whole, "date,source,target,type\n2020-01-01,A,B,AID\n2020-01-02,A,A,AID\n");
    const { code, out } = await tawazun("events", whole);
    expect([code, out]).toEqual([0, expect.stringContaining("of an actor toward itself")]);
  });

  it("quotes what stands where a date should, and says where nothing does", async () => {
    const dates = join(folder, "dates.csv");
    writeFileSync(dates, "date,source,target,type\n2012-13-45,A,B,AID\n,A,B,AID\n2020-01-02,A,B,AID\n");
    const { code, out } = await tawazun("events", dates);
    expect(code).toBe(1);
    expect(out).toContain('2:1: warning: The date is not one; write it as 2012-01-10. It says "2012-13-45".');
    expect(out).toContain("3:1: warning: The date is not one; write it as 2012-01-10. Nothing stands there.");
  });

  it("speaks in the case's names and lists whom it does not know", async () => {
    const { code, out } = await tawazun("events", path, "--case", "cases/iraq-2012", "--json");
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(told.events).toBe(3);
    expect(told.actors.map((actor: { name: string }) => actor.name)).toEqual(["maliki", "hashimi", "allawi"]);
    expect(told.strangers).toEqual([
      {
        name: "An editor",
        events: 1,
        codes: ["Media (Iraq)", "Iraq"],
        example: "2011-12-20 Iran CONSULT An editor",
      },
    ]);
  });

  it("writes its own table, which it reads back, and a case's events", async () => {
    const own = join(folder, "own.csv");
    expect((await tawazun("events", path, "--to-csv", own)).out).toContain(`Written to ${own}: 4 events.`);
    expect(JSON.parse((await tawazun("events", own, "--json")).out).events).toBe(4);
    const cases = join(folder, "events.csv");
    await tawazun("events", path, "--case", "cases/iraq-2012", "--merge", "--to-csv", cases);
    expect(readFileSync(cases, "utf8").split("\n").slice(1, 3)).toEqual([
      'e-2011-12-19-1,2011-12-19,maliki,hashimi,COERCE,-5,,,"maliki: coerce toward hashimi, as coded in events.tsv.gz."',
      'e-2011-12-21-1,2011-12-21,maliki,allawi,ACCUSE,-2,,,"maliki: accuse toward allawi, as coded in events.tsv.gz."',
    ]);
  });

  it("gives only what is asked for", async () => {
    const asked = ["--from", "2011-12-20", "--to", "2011-12", "--actor", "iran; iyad allawi", "--json"];
    expect(JSON.parse((await tawazun("events", path, ...asked)).out).events).toBe(2);
    expect(JSON.parse((await tawazun("events", path, ...asked, "--type", "consult")).out).events).toBe(1);
  });

  it("refuses what is not there with the near miss", async () => {
    expect(await tawazun("events", path, "--from", "2011-13")).toMatchObject({ code: 2 });
    expect((await tawazun("events", path, "--type", "ACUSE")).err).toContain('"ACCUSE"');
    expect((await tawazun("events", path, "--case", "cases/iraq-2012", "--actor", "malki")).err).toContain(
      "maliki",
    );
    expect((await tawazun("events", path, "--feed", "icew")).err).toContain("There is no feed");
    expect(await tawazun("events", join(folder, "none.csv"))).toMatchObject({ code: 2 });
  });
});
