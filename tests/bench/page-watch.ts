/** What a page has told about its own load, in milliseconds since the navigation began. */
export interface Watched {
  /** The first choice is painted and can be clicked; a plain form works from here on. */
  painted?: number;
  /** The first choice is there in its style, and the script has taken the page over. */
  usable?: number;
  /** The tasks longer than 50 ms. */
  longTasks: { start: number; duration: number }[];
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Runs in the page before anything of it: notes what happens, by the page's own clock. */
export function watchLoad(): void {
  const watched: Watched = { longTasks: [] };
  window.watched = watched;

  // The page says when its script has taken over.
  const takenOver = (): boolean => document.documentElement.dataset["ready"] !== undefined;

  const firstChoice = (): Element | null => document.querySelector(".card input[type=radio]");
  // Asked last and seldom, for it makes the browser lay the page out.
  const styled = (choice: Element): boolean =>
    document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet !== null &&
    getComputedStyle(choice).inlineSize === "24px";

  const look = (): void => {
    if (watched.usable !== undefined || !takenOver()) return;
    const choice = firstChoice();
    if (choice !== null && styled(choice)) watched.usable = performance.now();
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { childList: true, subtree: true, attributes: true });

  let drawn = false;
  const frame = (): void => {
    look();
    // A frame that begins after one in which the choice stood there: that one has been painted.
    if (drawn) watched.painted ??= performance.now();
    else {
      const choice = firstChoice();
      drawn = choice !== null && styled(choice);
    }
    if (watched.usable === undefined || watched.painted === undefined) requestAnimationFrame(frame);
    else changes.disconnect();
  };
  requestAnimationFrame(frame);

  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) {
      watched.longTasks.push({ start, duration });
    }
  }).observe({ type: "longtask", buffered: true });
}
