import { setTimeout as wait } from "node:timers/promises";
import { ballotContent } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { sha256 } from "../../functions/secrets.ts";
import type { Services } from "../../functions/services.ts";
import { ballotItem } from "../../functions/store/ballot-item.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../functions/store/consultations.ts";
import { newestRegistered } from "../../functions/store/releases.ts";
import { loadTally } from "../../functions/store/tallies.ts";
import { putItems } from "../../functions/store/whole-table.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { ballotMaker, newReceipt } from "./writing.ts";

const HOUR = 3_600_000;
/** Ballots that are made up at once. */
const SOME = 1_000;
/** What has not come by then never will, in ms. */
const PATIENCE = 600_000;

/**
 * Puts a consultation with so many ballots beside a running server, which counts them, and ends it: comes back when its
 * last release is there, and single ballots can be exported.
 */
export async function endedConsultation(
  { db }: Pick<Services, "db">,
  { id, ...shipped }: Consultation,
  ballots: number,
): Promise<void> {
  const closesAt = (inHours: number) => new Date(Date.now() + inHours * HOUR).toISOString();
  const open: Consultation = {
    ...shipped,
    id,
    release: { every: "close" },
    closesAt: closesAt(12),
  };
  // While it is open: the last release is made of what was counted when it closes.
  if (!(await addConsultation(db, open))) throw new Error(`there is ${id} already`);
  const make = ballotMaker(open);
  for (let written = 0; written < ballots; written += SOME) {
    const items = Array.from({ length: Math.min(SOME, ballots - written) }, () =>
      ballotItem({
        consultation: id,
        id: sha256(newReceipt()),
        revision: 1,
        content: ballotContent(open, make(), "public"),
        day: "2026-11-24",
      }),
    );
    await putItems(db, "ballots", items);
  }
  await until("counted", async () => {
    const counted = (await loadTally(db, id))?.tally.cells.public.ballots;
    return counted === ballots;
  });
  const before = (await getPublished(db, id))!;
  const ended = { ...before, definition: { ...before.definition, closesAt: closesAt(-1) } };
  await writeAll(db, [publishedWrite(db, id, before, ended)]);
  await until("released", async () => (await newestRegistered(db, id))?.final === true);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(500)) {
    if (await isSo()) return;
  }
  throw new Error(`never ${what}`);
}
