/** Numbered keys in a binary heap, the least on top. */
export interface Heap {
  clear(): void;
  size(): number;
  /** The least key. */
  least(): number;
  push(key: number, item: number): void;
  /** Takes out the item with the least key. */
  pop(): number;
}

export function heap(): Heap {
  let keys = new Float64Array(256);
  let items = new Int32Array(256);
  let count = 0;
  return {
    clear() {
      count = 0;
    },
    size: () => count,
    least: () => keys[0],
    push(key, item) {
      if (count === keys.length) {
        const roomier = new Float64Array(2 * count);
        roomier.set(keys);
        keys = roomier;
        const moreItems = new Int32Array(2 * count);
        moreItems.set(items);
        items = moreItems;
      }
      let i = count++;
      while (i > 0) {
        const up = (i - 1) >> 1;
        if (keys[up] <= key) break;
        keys[i] = keys[up];
        items[i] = items[up];
        i = up;
      }
      keys[i] = key;
      items[i] = item;
    },
    pop() {
      const top = items[0];
      count -= 1;
      const key = keys[count];
      const item = items[count];
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= count) break;
        if (down + 1 < count && keys[down + 1] < keys[down]) down += 1;
        if (keys[down] >= key) break;
        keys[i] = keys[down];
        items[i] = items[down];
        i = down;
      }
      keys[i] = key;
      items[i] = item;
      return top;
    },
  };
}
