/** Work that is done sooner needs none, in ms. */
const SOON = 1_000;

/** Told how much is done. */
export type Progress = (done: number) => void;

/**
 * How far a long work is, on standard error: on a terminal one line that changes, elsewhere a line every
 * tenth; nothing of what is done in a second. `total` may be about right only; of what is not known at all
 * every 10,000 are told.
 */
export function progress(
  what: string,
  total: number | undefined,
  stream: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  clock: () => number = () => performance.now(),
): Progress {
  const most = total ?? 0;
  const begun = clock();
  let told = 0;
  let shownAt = -Infinity;
  return (done) => {
    const at = clock();
    if (at - begun < SOON) return;
    const all = most === 0 ? "" : ` of ${Math.max(most, done)}`;
    if (stream.isTTY === true) {
      const isEnd = done === most;
      // A line that was begun is ended, so that what comes next has its own.
      if (!isEnd && at - shownAt < 100) return;
      shownAt = at;
      stream.write(`\r${what}: ${done}${all}${isEnd ? "\n" : ""}`);
      return;
    }
    const step = most === 0 ? Math.floor(done / 10_000) : Math.floor((10 * done) / most);
    if (step <= told) return;
    told = step;
    stream.write(`${what}: ${done}${all}\n`);
  };
}
