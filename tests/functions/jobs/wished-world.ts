import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { askRecount } from "../../../functions/jobs/asking.ts";
import { tendRecount } from "../../../functions/jobs/wished.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { getWish } from "../../../functions/store/recounts.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { publishing } from "./published-world.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };
const BY = { organiser: { name: "Aigerim" } };

/** A world in which recounts are asked for, and the job that makes them is run when it is told to. */
export async function recounting() {
  const world = await publishing();
  const { services, known, id } = world;
  const { db } = services;
  return {
    ...world,
    /** One run of the job; `short`: its time is up when it has read a page, and it ends with the piece. */
    tend(short = false, most = 100_000) {
      let read = 0;
      return tendRecount(services, known, {
        limits: LIMITS,
        onRead: (ballots) => (read = ballots),
        outOfTime: () => short && read > 0,
        size: { most, patience: 50 },
      });
    },
    ask: (rebuild: boolean) => askRecount(services, id, { by: BY, why: "asked", rebuild }),
    wish: async () => (await getWish(db, id))!.wish,
    acts: async () =>
      (await listEntries(db, id))
        .filter(({ action }) => action.startsWith("recount"))
        .map(({ who, action, after }) => [who, action, after]),
    /** Makes the tally wrong by a ballot that nobody sent. */
    async wrong() {
      const { tally, revision } = (await loadTally(db, id))!;
      tally.cells.public.ballots += 1;
      await saveTally(db, id, tally, revision);
    },
    /** More than one page, so that the table is read part by part. */
    async largeTable() {
      for (const sk of ["a", "b", "c"]) {
        const Item = { pk: { S: "other#00" }, sk: { S: sk }, x: { S: "x".repeat(390_000) } };
        await db.client.send(new PutItemCommand({ TableName: db.tables.ballots, Item }));
      }
    },
  };
}
