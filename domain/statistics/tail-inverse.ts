/**
 * The x ≥ 0 at which a tail that falls from 1 to 0 has come down to `probability`, by bisection:
 * slower than an approximation, and as exact as the tail itself (about 1e-14 relative).
 * `probability` is above 0 and below 1.
 */
export function tailInverse(tail: (x: number) => number, probability: number): number {
  let [low, high] = [0, 1];
  while (tail(high) > probability) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
