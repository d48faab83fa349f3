import type { Page } from "playwright-core";
import type { Release } from "../../domain/release/schema.ts";
import { PANELS } from "../../domain/ballot/ballot.ts";

/**
 * Marks of the overview that stand elsewhere than their mean says, by the lines of the scale behind them, and
 * figures of the scale that do not stand at their line; in CSS pixels, and in either direction of reading.
 */
export async function offTheScale(page: Page, { recommendations }: Release): Promise<string[]> {
  const means = recommendations.flatMap(({ code, panels }) =>
    PANELS.map((panel) => ({ code, panel, mean: panels[panel].mean })),
  );
  return page.evaluate((means) => {
    const middle = (one: Element) => {
      const { left, right } = one.getBoundingClientRect();
      return (left + right) / 2;
    };
    const lines = (within: Element) => [...within.querySelectorAll(".grid")].map(middle);
    const rows = [...document.querySelectorAll(".overview li.overview-row")];
    const marks = means.flatMap(({ code, panel, mean }) => {
      const row = rows.find((one) => one.querySelector(".code")?.textContent === code);
      const mark = row?.querySelector(`.mark-${panel}`);
      if (mean === null) return mark ? [`${code} ${panel}: a mark without a mean`] : [];
      if (!row || !mark) return [`${code} ${panel}: no mark`];
      const [first, , , , last] = lines(row) as [number, number, number, number, number];
      const off = middle(mark) - (first + ((mean - 1) / 4) * (last - first));
      return Math.abs(off) > 1 ? [`${code} ${panel}: ${off.toFixed(1)} px from ${mean}`] : [];
    });
    const figures = [...document.querySelectorAll(".overview-head")].flatMap((head) => {
      const below = head.parentElement!.querySelector("li.overview-row");
      const places = below === null ? [] : lines(below);
      return [...head.querySelectorAll("text")].flatMap(({ textContent: figure }, index, all) => {
        if (!/^[1-5]$/.test(figure)) return [];
        const off = middle(all[index]!) - places[Number(figure) - 1]!;
        return Math.abs(off) > 1 ? [`${figure}: ${off.toFixed(1)} px from its line`] : [];
      });
    });
    return [...marks, ...figures];
  }, means);
}
