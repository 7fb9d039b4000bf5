import type { Case } from "../case/index.ts";

/** The lists and alliances that each decider belongs to, itself or by what it leads. */
export function circlesOf(
  memberships: Case["memberships"],
  actorIndex: ReadonlyMap<string, number>,
  blocIndex: ReadonlyMap<string, number>,
  topList: Int32Array,
  allianceOf: Int32Array,
  decider: Int32Array,
): readonly (readonly number[])[] {
  const circles = Array.from(decider, () => new Set<number>());
  for (const membership of memberships) {
    const a = actorIndex.get(membership.actor);
    const b = blocIndex.get(membership.in);
    if (a === undefined || b === undefined) continue;
    if (topList[b] >= 0) circles[decider[a]].add(topList[b]);
    if (allianceOf[b] >= 0) circles[decider[a]].add(allianceOf[b]);
  }
  return circles.map((circle) => [...circle]);
}

/** A decider without a group of its own takes those of what it leads. */
export function inheritGroups(
  belongs: Float64Array,
  led: readonly (readonly number[])[],
  groups: number,
): void {
  led.forEach((followers, d) => {
    const own = belongs.subarray(d * groups, (d + 1) * groups);
    if (own.some((weight) => weight > 0)) return;
    for (const a of followers) {
      for (let g = 0; g < groups; g++) own[g] = Math.max(own[g], belongs[a * groups + g]);
    }
  });
}

export function kinshipOf(belongs: Float64Array, n: number, groups: number): Float64Array {
  const kinship = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let g = 0; g < groups; g++) sum += belongs[i * groups + g] * belongs[j * groups + g];
      kinship[i * n + j] = sum;
    }
  }
  return kinship;
}
