/**
 * The codes of an actor by its sectors and country, the narrowest first: `Government (Meridia)`, then `Meridia`.
 *
 * @param sectors parted by commas or semicolons, as ICEWS, POLECAT and ACLED write them.
 */
export function sectorCodes(sectors: string, country: string): readonly string[] {
  if (country === "" || country === "None") return [];
  const named = sectors
    .split(/[,;]/)
    .map((sector) => sector.trim())
    .filter((sector) => sector !== "" && sector !== "None");
  // Three-letter codes are written together, as CAMEO does: MER and GOV are MERGOV.
  const joined = /^[A-Z]{3}$/.test(country)
    ? named.filter((sector) => /^[A-Z]{3}$/.test(sector)).map((sector) => country + sector)
    : [];
  return [...named.map((sector) => `${sector} (${country})`), ...joined, country];
}
