import type { Page } from "playwright-core";

/** Texts of controls and headings of which a part is cut off, and whatever sticks out sideways. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const told = (one: Element) => `${one.tagName} ${one.textContent?.trim().slice(0, 40)}`;
    const width = document.documentElement.clientWidth;
    const words = "h1, h2, h3, button, .button, label, legend, summary, dt, dd, p, li, a, code, th";
    return [...document.querySelectorAll<HTMLElement>(words)].flatMap((one) => {
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
      return tooWide || tooHigh || out || textOverflow !== "clip" ? [told(one)] : [];
    });
  });

/**
 * What can be pressed and is smaller than 24 × 24 CSS pixels (WCAG 2.5.8); of a field with a label
 * the label is pressed too. Links within a sentence are excepted, as they are there.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inSentence = (link: Element) => {
      const around = link.closest("p, li, td, th, dd, caption");
      return (
        getComputedStyle(link).display === "inline" &&
        around !== null &&
        around.textContent?.trim() !== link.textContent?.trim()
      );
    };
    const controls = "a[href], button, summary, input:not([type=hidden]), select, textarea";
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((one) => {
      if (!one.checkVisibility() || one.matches(".skip-link:not(:focus)")) return [];
      if (one instanceof HTMLAnchorElement && inSentence(one)) return [];
      const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
      return width < 24 || height < 24
        ? [`${one.tagName} ${one.textContent?.trim()}: ${width} × ${height}`]
        : [];
    });
  });

/** The text alone twice as large: the pages' sizes all hang on this one. */
export const TEXT_TWICE = "html { font-size: 225% }";

/** What readers may set for themselves by WCAG 1.4.12. */
export const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important }`;
