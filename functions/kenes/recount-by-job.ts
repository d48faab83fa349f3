import { setTimeout as wait } from "node:timers/promises";
import { progress } from "../command/progress.ts";
import type { Outcome } from "../command/command.ts";
import { askRecount } from "../jobs/asking.ts";
import { PARTS } from "../jobs/follow.ts";
import type { Services } from "../services.ts";
import { getWish, type RecountWish } from "../store/recounts.ts";

/** Under which name the log tells that a command asked for a recount. */
export const COMMAND = "kenes recount";

/** How often is looked how far the job has come, in ms. */
const LOOK_EVERY = 1_000;

/** For how long nothing may begin before that is told, in ms: the job looks every minute. */
const TOLD_AFTER = 180_000;

/** Asks the job for a recount, and tells how far it is until it has ended. Ending this stops nothing. */
export async function recountByJob(
  services: Pick<Services, "db" | "now" | "random">,
  consultation: string,
  rebuild: boolean,
  note: (line: string) => void,
): Promise<Outcome> {
  const by = { organiser: { name: COMMAND } };
  const { id } = await askRecount(services, consultation, { by, why: "asked", rebuild });
  note("The job makes it, within a minute or two; it goes on if this is ended.");
  const tell = progress("Parts counted", PARTS);
  const begun = performance.now();
  let isTold = false;
  for (let first = id; ;) {
    const stored = await getWish(services.db, consultation);
    if (stored === undefined) throw new Error("the recount that was asked for is gone");
    const { wish } = stored;
    // Begun anew, or another was asked for in its place: that one is waited for.
    if (wish.id !== first) {
      note("It begins anew.");
      first = wish.id;
    }
    if (wish.state === "done") return outcomeOf(consultation, wish);
    tell(wish.parts);
    if (wish.state === "waiting" && !isTold && performance.now() - begun > TOLD_AFTER) {
      note("Nothing has begun: does Kenes run, and its job Recount? This goes on waiting.");
      isTold = true;
    }
    await wait(LOOK_EVERY);
  }
}

function outcomeOf(consultation: string, wish: RecountWish): Outcome {
  const { differences = [], rebuilt = false, purged = false } = wish;
  const said = purged
    ? "The ballots were deleted, as set before it opened: nothing is left to recount."
    : differences.length === 0
      ? "Tally and recount agree."
      : `Tally and recount DIFFER in: ${differences.join(", ")}. ${
          rebuilt
            ? "The tally was rebuilt from the ballots; publication goes on."
            : "Nothing new is published; --rebuild takes the recount for the tally."
        }`;
  return {
    code: differences.length === 0 ? 0 : 1,
    json: { consultation, agree: differences.length === 0, differences, rebuilt, purged },
    text: `Recount of ${consultation}\n${said}\n`,
  };
}
