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
  /** So many candidates toward whom `from` had been done were asked about with `to`. */
  asked(from: number, to: number, bucket: number, candidates: number): void;
  /** One of them was the answer. */
  came(from: number, to: number, bucket: number): void;
}

/** Ages fall into so many buckets. */
export const RULE_AGES = BUCKETS;

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
    asked(from, to, bucket, candidates) {
      asked[cell(from, to, bucket)] += candidates;
    },
    came(from, to, bucket) {
      right[cell(from, to, bucket)] += 1;
    },
  };
}
