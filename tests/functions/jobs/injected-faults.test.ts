import { beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { recountConsultation } from "../../../functions/jobs/recounting.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import type { Services } from "../../../functions/services.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { clientOf, goodBallot, newReceipt, problemOf, times } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

// DynamoDB Local never throttles and never conflicts, so both are injected on the way to it.

let services: Services;
let client: ReturnType<typeof clientOf>;

beforeEach(async () => {
  services = await freshWorld();
  client = clientOf(createApp(services));
});

const named = (name: string, more: object = {}) =>
  Object.assign(new Error(name), { name, $metadata: {}, ...more });

/** Lets a fault befall requests before they are sent, or after they took effect. */
function befall(
  world: Services,
  when: "before" | "after",
  fault: (command: string) => Error | undefined,
): void {
  world.db.client.middlewareStack.add(
    (next, context) => async (request) => {
      const failure = fault(context.commandName ?? "");
      if (failure !== undefined && when === "before") throw failure;
      const answer = await next(request);
      if (failure !== undefined) throw failure;
      return answer;
    },
    { step: "initialize" },
  );
}

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };

describe("a store that is overloaded", () => {
  test("is answered with 503 and when to try again, and the same ballot then succeeds", async () => {
    const receipt = newReceipt();
    await client.get(receipt);
    let throttled = true;
    befall(services, "before", (command) =>
      throttled && command === "PutItemCommand" ? named("ThrottlingException") : undefined,
    );
    const busy = await client.put(receipt, goodBallot());
    expect(busy.headers.get("Retry-After")).toMatch(/^\d+$/);
    expect(await problemOf(busy)).toEqual({ status: 503, title: "busy" });
    throttled = false;
    expect((await client.put(receipt, goodBallot())).status).toBe(201);
  });

  test("whose answer is lost after writing makes no second ballot", async () => {
    const receipt = newReceipt();
    let lost = true;
    befall(services, "after", (command) =>
      lost && command === "PutItemCommand" ? named("TimeoutError") : undefined,
    );
    expect((await client.put(receipt, goodBallot())).status).toBe(503);
    lost = false;
    expect((await client.put(receipt, goodBallot())).status).toBe(200);
  });

  test("that cancels a transaction for a conflict leaves the invitation unused", async () => {
    const [code] = await makeInvitations(services, KAZAKHSTAN.id, 1);
    const receipt = newReceipt();
    let conflict = true;
    const { TransactionCanceledException } = await import("@aws-sdk/client-dynamodb");
    befall(services, "before", (command) =>
      conflict && command === "TransactWriteItemsCommand"
        ? new TransactionCanceledException({
            message: "conflict",
            $metadata: {},
            CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
          })
        : undefined,
    );
    const ballot = goodBallot({ invitation: code });
    expect(await problemOf(await client.put(receipt, ballot))).toEqual({
      status: 503,
      title: "busy",
    });
    conflict = false;
    expect((await client.put(receipt, ballot)).status).toBe(201);
  });

  test("that fails otherwise is 500, says nothing of what was sent, and logs no more", async () => {
    const world = await freshWorld();
    const own = clientOf(createApp(world));
    const receipt = newReceipt();
    await own.get(receipt);
    befall(world, "before", () => named("AccessDeniedException", { message: `secret ${receipt}` }));
    const failed = await own.put(receipt, goodBallot());
    expect(failed.status).toBe(500);
    expect((await failed.text()) + JSON.stringify(world.logged)).not.toContain(receipt);
    expect(world.logged).toHaveLength(1);
  });
});

describe("counting on the real store", () => {
  test("a tally is saved only over the revision that was loaded", async () => {
    const tally = emptyTally(countingPlan(KAZAKHSTAN));
    const saved = await Promise.all(times(8, () => saveTally(services.db, "x", tally, 0)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    const again = await Promise.all(times(8, () => saveTally(services.db, "x", tally, 1)));
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await saveTally(services.db, "x", tally, 1)).toBe(false);
    expect((await loadTally(services.db, "x"))?.revision).toBe(2);
  });

  test("agrees with the recount although two readers run at once and every third call fails", async () => {
    const consultations = consultationsOf(services);
    const [known] = await consultations.all();
    const readers = await Promise.all(times(2, () => ballotCounter(services, consultations)));
    const bothRead = () => Promise.allSettled(readers.map((read) => read(LIMITS)));
    const receipts = times(40, newReceipt);
    await Promise.all(receipts.map((receipt) => client.put(receipt, goodBallot())));
    let [trouble, calls] = [true, 0];
    befall(services, "after", () =>
      trouble && calls++ % 3 === 0 ? named("ProvisionedThroughputExceededException") : undefined,
    );
    for (let round = 0; round < 12; round++) {
      await bothRead();
      const revised = goodBallot({ revision: 2, ratings: { K14: 1 } });
      await client.put(receipts[round]!, revised);
      await client.withdraw(receipts[round + 20]!);
    }
    trouble = false;
    await bothRead();
    const report = await recountConsultation(services, known!, { rebuild: false, limits: LIMITS });
    expect(calls).toBeGreaterThan(100);
    expect(report.differences).toEqual([]);
    const tally = (await loadTally(services.db, KAZAKHSTAN.id))!.tally;
    expect(tally.cells.public.ballots).toBe(report.recounted.cells.public.ballots);
    expect(tally.setHash).toEqual(report.recounted.setHash);
  });
});
