import type { Services } from "../services.ts";
import { SLACK } from "./passes.ts";

/** How long a clock that was moved must have gone evenly, in ms: one that was set wrong by mistake is mostly soon set right. */
const STEADY_AFTER = 10 * 60_000;

/**
 * Makes the question whether the clock has gone evenly for a while, asked again and again. A release made too early, a
 * closing that had not come, ballots deleted before their time: none of these can be undone when the clock is set right.
 * A machine that wakes waits just so.
 */
export function steadyClock(
  { now }: Pick<Services, "now">,
  elapsed: () => number = () => performance.now(),
): () => boolean {
  let ahead = now().getTime() - elapsed();
  let movedAt: number | undefined;
  return () => {
    const difference = now().getTime() - elapsed();
    // A clock that is set right by and by stays within this each time.
    if (Math.abs(difference - ahead) > SLACK) movedAt = elapsed();
    ahead = difference;
    return movedAt === undefined || elapsed() - movedAt >= STEADY_AFTER;
  };
}
