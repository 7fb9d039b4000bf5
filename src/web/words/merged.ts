/** Words by key, as deep as they go. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** Two catalogues as one; where both have a key, the second's word counts. */
export function merged(first: Words, second: Words): Words {
  const both: { [key: string]: string | Words } = { ...first };
  for (const [key, word] of Object.entries(second)) {
    const before = both[key];
    both[key] = typeof word === "string" || typeof before !== "object" ? word : merged(before, word);
  }
  return both;
}
