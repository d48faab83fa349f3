import { goTo } from "../send/form-page.ts";

/**
 * Links to a place on the page lead there, with the focus, and leave no entry in the history: "back" goes
 * on leading off the page, and "leave" has no earlier entry behind it that would show it again.
 */
export function followLinksWithin(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a[href^='#']");
    if (link === null || event.defaultPrevented) return;
    event.preventDefault();
    goTo(link.getAttribute("href")!.slice(1));
  });
}
