import { setTimeout as wait } from "node:timers/promises";
import type { Known } from "../memory/consultations.ts";
import { sha256Binary } from "../secrets.ts";
import type { Services } from "../services.ts";
import { ballotsOf } from "../store/all-ballots.ts";
import { ballotStream } from "../store/stream.ts";
import { loadTally } from "../store/tallies.ts";
import { type Recount, recount } from "./recount.ts";
import type { ReadingLimits } from "./stream-reader.ts";

/** How long a recount waits for the stream to bring what the ballots already show, in ms. */
const PATIENCE = 10_000;

/** How a recount reads. */
export interface Reading {
  limits: ReadingLimits;
  /** Told again and again how many ballots were read so far. */
  onRead?: ((ballots: number) => void) | undefined;
}

/** Counts one consultation's ballots from nothing and compares with its tally. Writes nothing. */
export function compareTally(
  { db, streams }: Pick<Services, "db" | "streams">,
  { definition, plan }: Pick<Known, "definition" | "plan">,
  { limits, onRead }: Reading,
): Promise<Recount> {
  let deadline: number | undefined;
  async function* ballots(consultation: string) {
    let read = 0;
    for await (const page of ballotsOf(db, consultation)) {
      yield page;
      onRead?.((read += page.length));
    }
  }
  const ports = async () => ({
    stream: await ballotStream(db, streams),
    ballots,
    loadTally: (consultation: string) => loadTally(db, consultation),
    digest: sha256Binary,
    limits,
    waitForMore: async () => {
      deadline ??= performance.now() + PATIENCE;
      await wait(250);
      return performance.now() < deadline;
    },
  });
  return ports().then((made) => recount(made, definition.id, plan));
}
