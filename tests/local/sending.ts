import { setTimeout as wait } from "node:timers/promises";
import type { Services } from "../../functions/services.ts";
import { loadTally } from "../../functions/store/tallies.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";

/** Sends one ballot to a server. */
export const send = (url: string, receipt: string, ballot: unknown = goodBallot()) =>
  fetch(url + BALLOT_PATH, {
    method: "PUT",
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    body: JSON.stringify(ballot),
  });

/** Sends ballots, eight at a time, until it is told to stop; those that were acknowledged. */
export function sending(url: string) {
  const acknowledged: string[] = [];
  const stop = new AbortController();
  const sender = async () => {
    while (!stop.signal.aborted) {
      const receipt = newReceipt();
      const answer = await send(url, receipt).catch(() => undefined);
      // Also where it was stored at a try before, whose answer came too late.
      if (answer?.ok === true) acknowledged.push(receipt);
    }
  };
  const senders = Array.from({ length: 8 }, sender);
  return {
    acknowledged,
    async stop() {
      stop.abort();
      await Promise.all(senders);
    },
  };
}

/** Waits until everything that was sent is counted. */
export async function counted(db: Services["db"], id: string, ballots: number): Promise<void> {
  for (;;) {
    const cells = (await loadTally(db, id))?.tally.cells;
    if (cells !== undefined && cells.public.ballots + cells.expert.ballots === ballots) return;
    await wait(200);
  }
}
