/** What two spellings of a name have in common: case, underscores, marks and blanks do not tell names apart. */
export function nameKey(name: string): string {
  return name
    .replaceAll("_", " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
