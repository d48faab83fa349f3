import type { Watermark } from "./tally.ts";

/** A shard that is no longer listed for this long (ms) can never be read again: 2 × retention. */
const FORGET_AFTER = 48 * 60 * 60 * 1000;

/** Whether one stream sequence number comes after another: decimal numbers of up to 40 digits. */
export function isAfter(sequence: string, other: string): boolean {
  const [a, b] = [withoutZeros(sequence), withoutZeros(other)];
  return a.length === b.length ? a > b : a.length > b.length;
}

/** Whether a record of a shard is beyond what was counted of it, so has still to be counted. */
export function isUncounted(
  watermarks: Record<string, Watermark>,
  shard: string,
  sequence: string,
): boolean {
  const watermark = watermarks[shard];
  return watermark === undefined || isAfter(sequence, watermark.sequence);
}

const withoutZeros = (digits: string): string => digits.replace(/^0+/, "");

/**
 * The watermarks to keep: all of the shards that are still listed, and those of the others until
 * they have been gone for two days. Forgetting one too early would count its records twice.
 */
export function keepWatermarks(
  watermarks: Record<string, Watermark>,
  listed: ReadonlySet<string>,
  now: Date,
): Record<string, Watermark> {
  const kept: Record<string, Watermark> = {};
  for (const [shard, { sequence, goneSince }] of Object.entries(watermarks)) {
    if (listed.has(shard)) kept[shard] = { sequence };
    else if (goneSince === undefined) kept[shard] = { sequence, goneSince: now.toISOString() };
    else if (now.getTime() - Date.parse(goneSince) < FORGET_AFTER) {
      kept[shard] = { sequence, goneSince };
    }
  }
  return kept;
}
