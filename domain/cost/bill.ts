import { PRICED, type Priced, type Prices } from "./prices.ts";
import { type Cause, CAUSES, type Load, type Use, usage } from "./usage.ts";

/** One line of a bill, in dollars: within what is free each month, and where others have used that up. */
interface BillLine {
  priced: Priced;
  quantity: number;
  within: number;
  beyond: number;
}

export interface Bill {
  lines: BillLine[];
  within: number;
  beyond: number;
  /** What of `beyond` each cause comes to. */
  causes: Record<Cause, number>;
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** The bill of a load, over all its months. What is free is so each month, and the load is spread evenly over them. */
export function billOf(load: Load, { prices }: Pick<Prices, "prices">): Bill {
  const uses = usage(load);
  const costs = (priced: Priced, quantity: number) =>
    (quantity * prices[priced].price) / prices[priced].per;
  const lines = PRICED.flatMap((priced): BillLine[] => {
    const quantity = sum(
      uses.filter((use) => use.priced === priced),
      (use) => use.quantity,
    );
    if (quantity === 0) return [];
    const paid = Math.max(0, quantity - (prices[priced].free ?? 0) * load.months);
    const [within, beyond] = [costs(priced, paid), costs(priced, quantity)];
    return [{ priced, quantity, within, beyond }];
  });
  const of = (cause: Cause): readonly Use[] => uses.filter((use) => use.cause === cause);
  return {
    lines,
    within: sum(lines, (line) => line.within),
    beyond: sum(lines, (line) => line.beyond),
    causes: Object.fromEntries(
      CAUSES.map((cause) => [cause, sum(of(cause), (use) => costs(use.priced, use.quantity))]),
    ) as Record<Cause, number>,
  };
}
