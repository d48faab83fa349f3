import { expect, test } from "vitest";
import { putChallenge, takeChallenge } from "../../../functions/store/challenges.ts";
import { freshWorld } from "../../support/world.ts";

test("of many who take one thing at once, one gets it", async () => {
  const { db } = await freshWorld();
  const given = { purpose: "sign-in", organiser: "" };
  for (let round = 0; round < 5; round++) {
    const name = `challenge-${round}`;
    const now = Date.now();
    await putChallenge(db, name, given, now + 60_000);
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeChallenge(db, name, now)));
    expect(taken.filter((one) => one !== undefined)).toEqual([given]);
  }
  expect(await takeChallenge(db, "none", Date.now())).toBeUndefined();
});
