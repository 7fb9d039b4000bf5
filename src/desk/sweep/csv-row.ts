/** Values as a line of CSV, quoted where a value needs it (RFC 4180). */
export function csvRow(values: readonly (string | number | boolean)[]): string {
  return values
    .map((value) => {
      const text = String(value);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",");
}
