/*
 * Asks now and then whether a newer release is there, and says so at the bottom of the page. What is
 * being read never moves: the reader decides when to load it.
 */

/** How often to ask, how rarely at most when asking fails, and when to give up on an answer, in ms. */
const [USUAL, LONGEST, PATIENCE] = [30_000, 600_000, 20_000];

const place = document.getElementById("newer");
if (place !== null) watch(place);

function watch(place: HTMLElement): void {
  const { address = "", tag = "", release } = place.dataset;
  let failures = 0;
  let timer = 0;
  let asked = Date.now();
  const wait = () => Math.min(USUAL * 2 ** failures, LONGEST);

  const ask = async (): Promise<void> => {
    asked = Date.now();
    try {
      const answer = await fetch(address, {
        headers: tag === "" ? {} : { "If-None-Match": tag },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        const newest = (await answer.json()) as { release?: number };
        if (newest.release !== Number(release)) return announce(place);
      } else if (answer.status !== 304 && answer.status !== 404) {
        throw new Error(String(answer.status));
      }
      failures = 0;
    } catch {
      failures += 1;
    }
    again();
  };

  /** Plans the next question; a page that nobody sees asks nothing. */
  const again = (): void => {
    clearTimeout(timer);
    if (document.hidden) return;
    timer = setTimeout(() => void ask(), Math.max(0, asked + wait() - Date.now()));
  };

  document.addEventListener("visibilitychange", again);
  again();
}

/** Shows the notice. The page asks no more: one notice says everything. */
function announce(place: HTMLElement): void {
  const { text = "", link = "", reload = "" } = place.dataset;
  const anchor = document.createElement("a");
  anchor.href = reload;
  anchor.textContent = link;
  place.append(`${text} `, anchor);
}
