// How surely one type of act toward somebody foretells another: counted as candidates come and go.

const AGES = [1, 3, 7, 14, 30, 60] as const;
const BUCKETS = AGES.length + 1;
/** Counts that stand for not having seen a rule yet, and how sure such a rule is. */
const SHRINK = 15;
const UNSEEN = 0.012;

/** Confidence of type → type rules by the age of the first act. */
export interface Rules {
  bucket(age: number): number;
  confidence(from: number, to: number, bucket: number): number;
  /** A candidate toward whom `from` had been done was asked about with `to`; it was the answer, or not. */
  seen(from: number, to: number, bucket: number, answer: boolean): void;
}

/** @param types counted both ways. */
export function rules(types: number): Rules {
  const asked = new Float32Array(types * types * BUCKETS);
  const right = new Float32Array(types * types * BUCKETS);
  const bucketOf = new Uint8Array(512).map((_, age) => {
    let bucket = 0;
    while (bucket < AGES.length && age > AGES[bucket]) bucket += 1;
    return bucket;
  });
  const cell = (from: number, to: number, bucket: number): number => (to * types + from) * BUCKETS + bucket;
  return {
    bucket: (age) => (age < 512 ? bucketOf[age] : BUCKETS - 1),
    confidence(from, to, bucket) {
      const c = cell(from, to, bucket);
      return (right[c] + SHRINK * UNSEEN) / (asked[c] + SHRINK);
    },
    seen(from, to, bucket, answer) {
      const c = cell(from, to, bucket);
      asked[c] += 1;
      if (answer) right[c] += 1;
    },
  };
}
