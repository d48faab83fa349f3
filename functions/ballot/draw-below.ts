import type { Services } from "../services.ts";

const RANGE = 2 ** 32;

/** A number from 0 to count − 1, each equally likely. */
export function drawBelow(random: Services["random"], count: number): number {
  const fair = RANGE - (RANGE % count);
  for (;;) {
    const drawn = Buffer.from(random(4)).readUInt32LE();
    if (drawn < fair) return drawn % count;
  }
}
