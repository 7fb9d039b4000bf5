/** Values by number that hold for one question: each is worked out when first asked for. */
export interface OnceEach {
  /** Another question: all values are forgotten. */
  renew(): void;
  of(k: number): number;
}

export function onceEach(size: number, work: (k: number) => number): OnceEach {
  const value = new Float64Array(size);
  const made = new Float64Array(size);
  let question = 0;
  return {
    renew() {
      question += 1;
    },
    of(k) {
      if (made[k] !== question) {
        made[k] = question;
        value[k] = work(k);
      }
      return value[k];
    },
  };
}
