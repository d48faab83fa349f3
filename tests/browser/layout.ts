import type { Page } from "playwright-core";
import { crowdedCharts } from "./charts.ts";
import { DEVICE_FONTS, inEachFont } from "./device-fonts.ts";

/** What is amiss with the layout of a page as it stands, in any font that a device may have. */
export const misfits = (page: Page, fonts = DEVICE_FONTS): Promise<string[]> =>
  inEachFont(page, [unfitting, highLines, crowdedCharts, smallTargets], fonts);

/** A page wider than its window; texts of controls and headings cut off, and what sticks out sideways. */
function unfitting(): string[] {
  const told = (one: Element) => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`;
  const { clientWidth: width, scrollWidth } = document.documentElement;
  const words = "h1, h2, h3, button, .button, label, legend, summary, dt, dd, p, li, a, code, th";
  const out = scrollWidth > width ? [`${scrollWidth - width} pixels wider than the window`] : [];
  return out.concat(
    [...document.querySelectorAll<HTMLElement>(words)].flatMap((one) => {
      if (
        !one.checkVisibility() ||
        one.closest(".skip-link, .table-scroll, .visually-hidden") !== null
      )
        return [];
      const { overflow, textOverflow, display } = getComputedStyle(one);
      const isInline = display === "inline";
      const tooWide = !isInline && one.scrollWidth > one.clientWidth + 1;
      const tooHigh =
        !isInline &&
        (overflow !== "visible" || one instanceof HTMLButtonElement) &&
        one.scrollHeight > one.clientHeight + 1;
      const { left, right } = one.getBoundingClientRect();
      const out = left < -1 || right > width + 1;
      return tooWide || tooHigh || out || textOverflow !== "clip" ? [`cut off: ${told(one)}`] : [];
    }),
  );
}

/** Lines that stay in place, and cover more than what takes the focus is kept clear of. */
function highLines(): string[] {
  const kept = getComputedStyle(document.documentElement);
  return [...document.querySelectorAll<HTMLElement>("body *")].flatMap((one) => {
    const { position, top } = getComputedStyle(one);
    if (!["sticky", "fixed"].includes(position) || !one.checkVisibility()) return [];
    const { height } = one.getBoundingClientRect();
    const clear = parseFloat(top === "0px" ? kept.scrollPaddingTop : kept.scrollPaddingBottom);
    return height > clear ? [`${one.className} is ${height} px high, ${clear} are clear`] : [];
  });
}

/**
 * What can be pressed and is smaller than 24 × 24 CSS pixels (WCAG 2.5.8); of a field with a label
 * the label is pressed too. Links within a sentence are not excepted, although they are there.
 */
function smallTargets(): string[] {
  const controls = "a[href], button, summary, input:not([type=hidden]), select, textarea";
  return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((one) => {
    if (!one.checkVisibility() || one.matches(".skip-link:not(:focus)")) return [];
    const place = one.closest("label") ?? one;
    const { width } = place.getBoundingClientRect();
    // Each line of a link that runs over two is pressed by itself.
    const height = Math.min(...[...place.getClientRects()].map((line) => line.height));
    return width < 24 || height < 24
      ? [`small: ${one.tagName} ${one.textContent?.trim().slice(0, 40)}: ${width} × ${height}`]
      : [];
  });
}

/** The text alone twice as large: the pages' sizes all hang on this one. */
export const TEXT_TWICE = "html { font-size: 225% }";

/** What readers may set for themselves by WCAG 1.4.12. */
export const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important }`;
