import { normalQuantile } from "./normal.ts";

/**
 * Newcombe's interval (his method 5) for θ, the chance that a value of one group of `m` is above one of
 * another group of `n`: the limits are the t that solve |θ − t| = z·√V(t), with
 * V(t) = t(1 − t)·[1 + N((1 − t)/(2 − t) + t/(1 + t))]/(mn) and N = (m + n)/2 − 1. It has a width where the
 * estimated variance of θ is zero.
 * Source: Newcombe, Stat. Med. 25 (2006) 559–573.
 */
export const newcombeInterval = (
  theta: number,
  m: number,
  n: number,
  level = 0.95,
): [number, number] => {
  const z = normalQuantile((1 + level) / 2);
  return [lowerLimit(theta, m, n, z), 1 - lowerLimit(1 - theta, m, n, z)];
};

function lowerLimit(theta: number, m: number, n: number, z: number): number {
  const more = (m + n) / 2 - 1;
  const spread = (t: number) =>
    z * Math.sqrt((t * (1 - t) * (1 + more * ((1 - t) / (2 - t) + t / (1 + t)))) / (m * n));
  let [low, high] = [0, theta];
  for (let step = 0; step < 60; step++) {
    const t = (low + high) / 2;
    if (theta - t > spread(t)) low = t;
    else high = t;
  }
  return low;
}
