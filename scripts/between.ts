/**
 * A page with what stands between `<!-- name: … -->` and `<!-- end of name -->` replaced by what a program wrote.
 *
 * @throws {Error} if the page has no such place.
 */
export function replaceBetween(page: string, name: string, text: string): string {
  const begin = page.indexOf(`<!-- ${name}:`);
  const end = page.indexOf(`<!-- end of ${name} -->`);
  if (begin < 0 || end < begin)
    throw new Error(`There is no <!-- ${name}: … --> … <!-- end of ${name} --> here.`);
  const head = page.slice(0, page.indexOf("-->", begin) + 3);
  return `${head}\n${text}\n${page.slice(end)}`;
}
