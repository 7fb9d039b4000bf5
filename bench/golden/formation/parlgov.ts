// Formations of governments as ParlGov records them (Döring & Manow), from any folder with its view_cabinet.csv and view_party.csv.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../../../src/base/index.ts";
import { type Formed, MOST_PARTIES, type PartyFamily, type PastCabinet } from "../../../src/behave/index.ts";

export interface ParlgovFormation extends Formed {
  readonly country: string;
  readonly date: string;
  /** Party of the head of the government that was formed, if known. */
  readonly head: string | undefined;
  /** The government that was formed, with all parties that have seats, known position or not. */
  readonly cabinet: PastCabinet;
}

/** What was left out, and why. */
export interface Passed {
  readonly formations: readonly ParlgovFormation[];
  readonly leftOut: { readonly [why: string]: number };
}

type Line = { readonly [column: string]: string };

export const isParlgov = (folder: string): boolean =>
  existsSync(join(folder, "view_cabinet.csv")) && existsSync(join(folder, "view_party.csv"));

function read(file: string): readonly Line[] {
  const [header, ...lines] = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .map(cells);
  return lines.map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ""])));
}

/** The cells of a line of CSV. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

const number = (text: string): number | undefined => (text === "" ? undefined : Number(text));
const family = (short: string): PartyFamily =>
  short === "com" ? "communist" : short === "chr" ? "christian-democrat" : "other";

const LIBERATION = "1945-05-08";

/** Whether no more parties have seats than a model looks at, those without a known position counted: base_rates.json's test. */
export function isPublished({ cabinet }: ParlgovFormation): boolean {
  return [...cabinet.seats.values()].filter((seats) => seats > 0).length <= MOST_PARTIES;
}

/** Whether the parties with seats that govern are those of the last full government since 8 May 1945, as base_rates.json counts. */
export function isSameAgain({ cabinet, past }: ParlgovFormation): boolean {
  const last = past.filter(({ caretaker, start }) => !caretaker && start >= dayOf(LIBERATION)).at(-1);
  const seated = ({ parties, seats }: PastCabinet): readonly string[] =>
    [...parties].filter((party) => (seats.get(party) ?? 0) > 0);
  const now = seated(cabinet);
  return (
    last !== undefined &&
    now.length === seated(last).length &&
    now.every((party) => seated(last).includes(party))
  );
}

/**
 * Governments since 8 May 1945, caretakers left out, where no party had a majority and the positions on left and right
 * are known of parties with 95 per cent of the seats or more.
 */
export function readFormations(folder: string): Passed {
  const parties = new Map(read(join(folder, "view_party.csv")).map((line) => [line.party_id, line]));
  const cabinets = new Map<string, Line[]>();
  for (const line of read(join(folder, "view_cabinet.csv"))) {
    const lines = cabinets.get(line.cabinet_id);
    if (lines === undefined) cabinets.set(line.cabinet_id, [line]);
    else lines.push(line);
  }
  const order = [...cabinets.values()].sort(
    ([a], [b]) =>
      compare(a.country_name, b.country_name) ||
      compare(a.start_date, b.start_date) ||
      Number(a.cabinet_id) - Number(b.cabinet_id),
  );
  const past = new Map<string, PastCabinet[]>();
  const formations: ParlgovFormation[] = [];
  const leftOut: { [why: string]: number } = {};
  for (const lines of order) {
    const [head] = lines;
    const before = past.get(head.country_name) ?? [];
    const cabinet = cabinetOf(lines);
    past.set(head.country_name, [...before, cabinet]);
    const made = formationOf(lines, cabinet, before, parties);
    if (typeof made === "string") leftOut[made] = (leftOut[made] ?? 0) + 1;
    else formations.push(made);
  }
  return { formations, leftOut };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function cabinetOf(lines: readonly Line[]): PastCabinet {
  const [head] = lines;
  return {
    start: dayOf(head.start_date),
    parliament: head.election_id,
    caretaker: head.caretaker === "1",
    total: Number(head.election_seats_total),
    seats: new Map(lines.map(({ party_id, seats }) => [party_id, Number(seats)])),
    parties: new Set(
      lines.filter(({ cabinet_party }) => cabinet_party === "1").map(({ party_id }) => party_id),
    ),
    head: lines.find(({ prime_minister }) => prime_minister === "1")?.party_id,
  };
}

function formationOf(
  lines: readonly Line[],
  cabinet: PastCabinet,
  past: readonly PastCabinet[],
  known: ReadonlyMap<string, Line>,
): ParlgovFormation | string {
  const [head] = lines;
  const { total, seats, parties: formed } = cabinet;
  if (head.start_date < LIBERATION) return "before 8 May 1945";
  if (cabinet.caretaker) return "caretakers";
  const sum = [...seats.values()].reduce((all, own) => all + own, 0);
  if (sum < 0.9 * total || sum > 1.02 * total) return "seats that do not add up";
  if (formed.size === 0) return "no parties in government";
  if (lines.some((line) => 2 * Number(line.seats) > total)) return "a party with a majority";
  const parties = lines.flatMap((line) => {
    const about = known.get(line.party_id);
    const leftRight = number(line.left_right);
    if (Number(line.seats) <= 0 || leftRight === undefined) return [];
    return [
      {
        id: line.party_id,
        seats: Number(line.seats),
        leftRight,
        libertyAuthority: number(about?.liberty_authority ?? ""),
        proEurope: number(about?.eu_anti_pro ?? ""),
        family: family(about?.family_name_short ?? ""),
      },
    ];
  });
  if (parties.reduce((all, party) => all + party.seats, 0) < 0.95 * total) return "positions unknown";
  if (parties.length > MOST_PARTIES) return `more than ${MOST_PARTIES} parties`;
  if (!parties.some(({ id }) => formed.has(id)))
    return "no party of the government with seats and a position";
  const { start: day, parliament, head: leads } = cabinet;
  return {
    country: head.country_name,
    date: head.start_date,
    head: leads,
    cabinet,
    day,
    parliament,
    total,
    parties,
    past,
    formed,
  };
}
