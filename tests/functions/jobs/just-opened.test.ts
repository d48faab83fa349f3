import { expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { ballotContent } from "../../../domain/ballot/ballot.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { ballotCounter } from "../../../functions/jobs/counting.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { putBallot } from "../../../functions/store/ballots.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { clientOf, goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const LIMITS = { emptyPages: 1, recordsWithin: 1_000, outOfTime: () => false };

test("the first ballots of a consultation are counted before the job has heard of it", async () => {
  // The clock stands: what is in memory stays there.
  const at = new Date();
  const services = { ...(await freshWorld()), now: () => at };
  const consultations = consultationsOf(services);
  const countBallots = await ballotCounter(services, consultations);
  await clientOf(createApp(services)).put(newReceipt(), goodBallot());
  expect(await countBallots(LIMITS)).toMatchObject({ counted: 1, foreign: 0 });

  const definition = { ...KAZAKHSTAN, id: "just-opened" };
  await addConsultation(services.db, definition);
  const content = ballotContent(
    definition,
    { ...goodBallot(), language: "kk", ratings: {} },
    "public",
  );
  const day = "2026-11-24";
  const write = { id: "0".repeat(64), revision: 1, content, day };
  await putBallot(services.db, { ...write, consultation: definition.id });
  await putBallot(services.db, { ...write, consultation: "nowhere" });
  // In memory there is still what was there before.
  expect(await consultations.find(definition.id)).toBeUndefined();
  expect(await countBallots(LIMITS)).toMatchObject({ counted: 1, foreign: 1 });
  const kept = await loadTally(services.db, definition.id);
  expect(kept?.tally.cells.public.ballots).toBe(1);
});
