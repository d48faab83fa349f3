import { type Histogram, total } from "./histogram.ts";

/**
 * Van der Eijk's agreement A. The histogram is peeled into layers: each takes the smallest count left
 * from every point that has any left, and weighs by the ratings it takes. A layer's agreement is
 * U·(1 − (filled − 1)/(K − 1)), U = ((K − 2)·TU − (K − 1)·TDU)/((K − 2)(TU + TDU)), where TU counts the
 * triples of points that are filled, filled, empty in order or the reverse, and TDU those that are
 * filled, empty, filled. 1 at one peak, 0 when flat, −1 when half stand at each end.
 * Source: van der Eijk, Quality & Quantity 35 (2001) 325–341; `agreement` of R's agrmt.
 * No data: `null`. One answer, or all equal: 1.
 */
export function agreementA(histogram: Histogram): number | null {
  const n = total(histogram);
  if (n === 0) return null;
  let left: Histogram = histogram;
  let agreement = 0;
  while (total(left) > 0) {
    const pattern = left.map((count) => count > 0);
    const least = Math.min(...left.filter((count) => count > 0));
    const filled = pattern.filter(Boolean).length;
    agreement += ((least * filled) / n) * layerAgreement(pattern, filled);
    left = left.map((count) => (count > 0 ? count - least : 0));
  }
  return agreement;
}

function layerAgreement(pattern: readonly boolean[], filled: number): number {
  if (filled === 1) return 1;
  const points = pattern.length;
  let [unimodal, split] = [0, 0];
  for (let a = 0; a < points; a++) {
    for (let b = a + 1; b < points; b++) {
      for (let c = b + 1; c < points; c++) {
        if (pattern[a] && pattern[c] && !pattern[b]) split++;
        else if (pattern[b] && pattern[a] !== pattern[c]) unimodal++;
      }
    }
  }
  if (unimodal + split === 0) return 0;
  const u = ((points - 2) * unimodal - (points - 1) * split) / ((points - 2) * (unimodal + split));
  return u * (1 - (filled - 1) / (points - 1));
}
