/**
 * The x ≥ 0 at which a tail that falls from 1 to 0 has come down to `probability`, by false position on
 * its logarithm (the Illinois variant: an end that stays twice is weighed half): about ten steps to what
 * the tail itself is exact to (about 1e-14 relative). `probability` is above 0 and below 1.
 * Source: Dowell & Jarratt, BIT 11 (1971) 168–174.
 */
export function tailInverse(tail: (x: number) => number, probability: number): number {
  const above = (x: number) => Math.log(tail(x) / probability);
  let [low, high] = [0, 1];
  let [atLow, atHigh] = [above(low), above(high)];
  while (atHigh > 0) {
    [low, atLow] = [high, atHigh];
    high *= 2;
    atHigh = above(high);
  }
  for (let step = 0, side = 0; step < 100 && high - low > 1e-14 * high; step++) {
    const x = Number.isFinite(atHigh)
      ? (low * atHigh - high * atLow) / (atHigh - atLow)
      : (low + high) / 2;
    const at = above(x);
    if (at === 0 || x <= low || x >= high) return x;
    if (at > 0) {
      [low, atLow] = [x, at];
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      [high, atHigh] = [x, at];
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return (low + high) / 2;
}
