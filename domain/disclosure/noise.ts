import { coefficients, growth, type Moves, sensitivity } from "./sensitivity.ts";

/**
 * Secret random bytes of one table, the same whenever they are asked for: more of them begin with the
 * same ones. Whoever knew them could take the noise off.
 */
export type NoiseBytes = (table: string, bytes: number) => Uint8Array;

/** When a table is published: the how-manieth of how many times. */
export interface Turn {
  release: number;
  of: number;
  /** Between which of its cells a ballot can take its ratings along, if it can. */
  moves?: Moves | undefined;
}

/** Bytes from which one pair of normal numbers is made: two of 53 bits. */
const PAIR = 16;

/** The variance of the noise in the newest count of a table, σ²·S_T·B_t. */
export const noiseVariance = (sigma: number, { release, of, moves }: Turn): number =>
  sigma ** 2 * sensitivity(of, moves) * growth(release);

/**
 * The noise of every count of a table in one release: Σ b_(t−s)·z_s over the releases up to it, z_s
 * normal with variance σ²·S_T and the same whenever it is asked for, rounded to whole numbers once, at
 * the end. The z must not be whole numbers themselves: a count would then tell, through what the
 * fractions b_k leave behind, nearly three times what it may (decision 014).
 */
export function tableNoise(
  bytes: NoiseBytes,
  table: string,
  counts: number,
  sigma: number,
  { release, of, moves }: Turn,
): Int32Array {
  const b = coefficients(release);
  const deviation = sigma * Math.sqrt(sensitivity(of, moves));
  const pairs = Math.ceil(counts / 2);
  const drawn = normals(bytes(table, release * pairs * PAIR), release * pairs);
  const sums = new Float64Array(counts);
  for (let s = 0; s < release; s++) {
    const weight = b[release - 1 - s]! * deviation;
    const row = s * pairs * 2;
    for (let place = 0; place < counts; place++) sums[place]! += weight * drawn[row + place]!;
  }
  return Int32Array.from(sums, Math.round);
}

/** Normal numbers by Box and Muller (Ann. Math. Stat. 29, 1958), from uniform ones of 53 bits. */
function normals(bytes: Uint8Array, pairs: number): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const uniform = (at: number) =>
    (view.getUint32(at) * 2 ** 21 + (view.getUint32(at + 4) >>> 11)) / 2 ** 53;
  const drawn = new Float64Array(pairs * 2);
  for (let pair = 0, at = 0; pair < pairs; pair++, at += PAIR) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform(at)));
    const angle = 2 * Math.PI * uniform(at + 8);
    drawn[pair * 2] = radius * Math.cos(angle);
    drawn[pair * 2 + 1] = radius * Math.sin(angle);
  }
  return drawn;
}
