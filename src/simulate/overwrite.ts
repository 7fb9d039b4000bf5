/**
 * Sets every part of one record to that of another of the same shape; typed arrays keep their place, so that
 * whoever holds one sees the new values.
 */
export function overwrite<T extends object>(target: T, source: T): void {
  const own = target as Record<string, unknown>;
  for (const [name, value] of Object.entries(source)) {
    const old = own[name];
    if (ArrayBuffer.isView(old) && ArrayBuffer.isView(value))
      (old as Float64Array).set(value as Float64Array);
    else own[name] = typeof value === "object" && value !== null ? structuredClone(value) : value;
  }
}
