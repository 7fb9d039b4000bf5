// Whole numbers of any length, put together from their remainders (the Chinese remainder theorem).

/** The largest prime below 2⁵²: the sum of two remainders is still exact in a double. */
const LARGEST = 4503599627370449n;

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Miller and Rabin's test with the first twelve primes as bases, which is exact below 3 · 10²³ (Sorenson & Webster 2015). */
function isPrime(candidate: bigint): boolean {
  let odd = candidate - 1n;
  let twos = 0;
  for (; (odd & 1n) === 0n; odd >>= 1n) twos++;
  for (const base of [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n]) {
    let x = power(base, odd, candidate);
    if (x === 1n || x === candidate - 1n) continue;
    let round = 1;
    for (; round < twos && x !== candidate - 1n; round++) x = (x * x) % candidate;
    if (x !== candidate - 1n) return false;
  }
  return true;
}

const found: number[] = [];

/** Primes just below 2⁵² whose product is beyond 2^bits. */
export function primesFor(bits: number): readonly number[] {
  const count = Math.floor(bits / 51.9) + 1;
  let next = found.length === 0 ? LARGEST : BigInt(found[found.length - 1]) - 2n;
  for (; found.length < count; next -= 2n) if (isPrime(next)) found.push(Number(next));
  return found.slice(0, count);
}

/** The number from 0 to the product of the primes − 1 with these remainders (Garner's way). */
export function fromResidues(residues: readonly number[], primes: readonly number[]): bigint {
  let value = 0n;
  let product = 1n;
  residues.forEach((residue, k) => {
    const prime = BigInt(primes[k]);
    const inverse = power(product, prime - 2n, prime);
    const digit = ((((BigInt(residue) - value) * inverse) % prime) + prime) % prime;
    value += digit * product;
    product *= prime;
  });
  return value;
}
