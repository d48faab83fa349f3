import { shuffled } from "../../domain/ballot/order.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import { hasClosed } from "../../domain/disclosure/schedule.ts";
import { drawBelow } from "../ballot/draw-below.ts";
import type { Services } from "../services.ts";
import { type InboxRemark, inboxDelete, listInbox } from "../store/inbox.ts";
import { poolChange } from "../store/pool-change.ts";
import { findPooled, poolPut } from "../store/remarks.ts";
import { writeAll } from "../store/write-all.ts";
import { today } from "../today.ts";

type World = Pick<Services, "db" | "now" | "random">;

/**
 * Moves the remarks of days that are over into the pool, in an order that is drawn anew: neither their keys nor
 * the order of a file tells in which they came, and their days are gone. Each is moved by one transaction, so
 * that a job may be killed anywhere, and two may run at once; one that its author changes meanwhile stays.
 * Answers how many it moved.
 */
export async function mixRemarks(
  world: World,
  { definition, life }: PublishedConsultation,
  outOfTime: () => boolean,
): Promise<number> {
  // With the ballots the inbox was emptied for good.
  if (definition.reasons !== true || life.purge?.done !== undefined) return 0;
  const { db, now, random } = world;
  const day = today(world);
  // Nothing more comes on the day of closing; and a demonstration promises nothing.
  const isDue =
    definition.release.every === "demonstration" || hasClosed(definition, now())
      ? () => true
      : (one: InboxRemark) => one.day < day;
  const due = (await listInbox(db, definition.id)).filter(isDue);
  let moved = 0;
  for (const one of shuffled(due, (count) => drawBelow(random, count))) {
    if (outOfTime()) break;
    const { remark } = one;
    // There only where a change was cut short.
    const earlier = await findPooled(db, definition.id, remark.id);
    const writes = [
      inboxDelete(db, definition.id, one),
      poolPut(db, definition.id, earlier, remark),
      ...(await poolChange(db, definition.id, earlier, remark)),
    ];
    // Refused: it was changed or moved since, and is looked at again in the next run.
    if (await writeAll(db, writes)) moved++;
  }
  return moved;
}
