import { normalQuantile } from "./normal.ts";

export interface ShareInterval {
  share: number;
  centre: number;
  halfWidth: number;
  interval: [number, number];
}

/**
 * Wilson's interval of the share p = `count`/`n`: centre (p + z²/2n)/(1 + z²/n), half width
 * z·√(p(1 − p)/n + z²/4n²)/(1 + z²/n), z the normal quantile of `level`. Clipped to 0..1.
 * Source: Wilson, JASA 22 (1927) 209–212; the same as R's `prop.test(correct = FALSE)`.
 * No data: `null`. One answer, or all alike: one end at 0 or 1, the other still inside.
 */
export function wilsonInterval(count: number, n: number, level = 0.95): ShareInterval | null {
  if (n === 0) return null;
  const share = count / n;
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const shrink = 1 + z2 / n;
  const centre = (share + z2 / (2 * n)) / shrink;
  const halfWidth = Math.sqrt((z2 / n) * (share * (1 - share) + z2 / (4 * n))) / shrink;
  return {
    share,
    centre,
    halfWidth,
    interval: [Math.max(0, centre - halfWidth), Math.min(1, centre + halfWidth)],
  };
}
