/** The six forms in which Arabic counts, under the names by which i18next finds them. */
export function counted<Key extends string>(
  key: Key,
  forms: readonly [zero: string, one: string, two: string, few: string, many: string, other: string],
): { readonly [form in `${Key}_${"zero" | "one" | "two" | "few" | "many" | "other"}`]: string } {
  const names = ["zero", "one", "two", "few", "many", "other"] as const;
  return Object.fromEntries(names.map((name, i) => [`${key}_${name}`, forms[i]])) as ReturnType<
    typeof counted<Key>
  >;
}
