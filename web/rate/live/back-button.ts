/**
 * Makes the browser's own way back lead from looking through to the answers, and not off the page.
 * The entry in the history is the same address again: it tells nothing more.
 */
export function leadBack(back: () => void): { leaves(): void } {
  addEventListener("popstate", back);
  return { leaves: () => history.pushState(null, "") };
}
