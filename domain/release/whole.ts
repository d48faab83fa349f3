import type { Consultation } from "../consultation.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { round } from "../disclosure/rounding.ts";
import { hide, type Shown, show } from "../disclosure/shown.ts";
import { SCALE } from "../rating.ts";
import { kendallW } from "../statistics/kendall-w.ts";
import { orderCheck } from "../statistics/order-check.ts";
import type { PanelCell } from "../tally/cell.ts";
import { comparable } from "./ranks.ts";
import type { Release } from "./schema.ts";

/** How far the experts agree on the order: Kendall's W, of those who rated every recommendation. */
export function concordance(
  cell: PanelCell,
  policy: DisclosurePolicy,
  open: boolean,
): Shown<NonNullable<Release["concordance"]>> {
  const how = comparable(cell.ballots, policy, open);
  if (how !== "by-means" && how !== "by-signs") return hide(how);
  const [raters = 0, tieSum = 0, ...doubled] = cell.complete;
  if (raters < policy.base) return hide("below-base");
  const rankSums = doubled.map((sum) => sum / 2);
  const found = kendallW({ raters, rankSums, tieSum });
  return found === null
    ? hide("no-data")
    : show({ w: round(found.w, 2), raters: Math.floor(raters / policy.roundTo) * policy.roundTo });
}

/**
 * Whether the public rated a recommendation differently when it came early. The order was drawn by
 * chance within each addressee, so the display positions of each are compared among themselves.
 */
export function orderResult(
  cell: PanelCell,
  { addressees, recommendations }: Pick<Consultation, "addressees" | "recommendations">,
  policy: DisclosurePolicy,
  open: boolean,
): Shown<NonNullable<Release["orderCheck"]>> {
  const how = comparable(cell.ballots, policy, open);
  if (how !== "by-means") return hide(how === "by-signs" ? "too-few-to-compare" : how);
  let start = 0;
  const blocks = addressees.map(({ code }) => {
    const length = recommendations.filter((one) => one.addressee === code).length;
    const positions = Array.from({ length }, (_, offset) => {
      const place = (start + offset) * SCALE.length;
      return [...cell.positions.subarray(place, place + SCALE.length)];
    });
    start += length;
    return positions;
  });
  const found = orderCheck(blocks);
  return found === null
    ? hide("no-data")
    : show({
        first: round(found.first, 2),
        last: round(found.last, 2),
        difference: round(found.difference, 2),
        flagged: found.flagged,
      });
}
