import { expect, test } from "vitest";
import { mixRemarks } from "../../../functions/jobs/mix.ts";
import { listInbox } from "../../../functions/store/inbox.ts";
import { listPool } from "../../../functions/store/remarks.ts";
import { listAllTexts } from "../../../functions/store/texts.ts";
import { known } from "../../../functions/memory/consultations.ts";
import { NEW_LIFE } from "../../../domain/consultation/life.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { ASKING, writingWorld, written } from "./writing.ts";

const never = () => false;
const TUESDAY = new Date("2026-03-03T00:00:30Z");

async function mixing(definition = ASKING) {
  const at = await writingWorld(definition);
  const { world } = at;
  const published = known({ definition, life: NEW_LIFE });
  return {
    ...at,
    mix: (outOfTime = never) => mixRemarks(world, published, outOfTime),
    inbox: async () => (await listInbox(world.db, definition.id)).map(({ remark }) => remark.text),
    pool: async () => (await listPool(world.db, definition.id)).map(({ text }) => text),
    waiting: async () =>
      (await listAllTexts(world.db, definition.id, "waiting")).map(({ text, people }) => [
        text,
        people.public + people.expert,
      ]),
  };
}

const one = (text: string) => ({ reasons: { K3: written(text, true) } });

test("a remark stays in the inbox until its day is over, and then nothing says which day it was", async () => {
  const at = await mixing();
  const receipt = await at.respondent();
  await at.put(receipt, one("Because."));
  expect(await at.mix()).toBe(0);
  at.clock.now = TUESDAY;
  const today = await at.respondent();
  await at.put(today, one("Of Tuesday."));
  expect(await at.mix()).toBe(1);
  expect(await at.inbox()).toEqual(["Of Tuesday."]);
  const [remark] = await listPool(at.world.db, ASKING.id);
  expect(remark).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    kind: "reason",
    code: "K3",
    panel: "public",
    language: "en",
    text: "Because.",
    publish: true,
  });
  expect(await at.mix()).toBe(0);
});

test("at closing, and in a demonstration at each run, all are moved", async () => {
  const closing = await mixing({ ...ASKING, closesAt: "2026-03-02T12:00:00Z" });
  await closing.put(await closing.respondent(), one("Because."));
  expect(await closing.mix()).toBe(0);
  closing.clock.now = new Date("2026-03-02T12:00:01Z");
  expect(await closing.mix()).toBe(1);
  const shown = await mixing({ ...ASKING, release: { every: "demonstration" } });
  await shown.put(await shown.respondent(), one("Because."));
  expect(await shown.mix()).toBe(1);
});

test("two jobs at once, and one that is killed, move each once", async () => {
  const at = await mixing();
  for (let who = 0; who < 6; who++) await at.put(await at.respondent(), one(`Because ${who}.`));
  at.clock.now = TUESDAY;
  let left = 2;
  expect(await at.mix(() => left-- <= 0)).toBe(2);
  const moved = await Promise.all([at.mix(), at.mix(), at.mix()]);
  // What two wanted at once, one of them moved, or the next run does.
  await at.mix();
  expect(moved.reduce((sum, one) => sum + one, 2)).toBeLessThanOrEqual(6);
  expect(await at.inbox()).toEqual([]);
  expect((await at.pool()).toSorted()).toEqual(times(6, (who) => `Because ${who}.`).toSorted());
  expect((await at.waiting()).map(([, people]) => people)).toEqual(times(6, () => 1));
});

test("what is changed after mixing leaves the pool at once, and comes again with its new day", async () => {
  const at = await mixing();
  const receipt = await at.respondent();
  await at.put(receipt, { reasons: { K3: written("Because."), K4: written("Stays.") } });
  at.clock.now = TUESDAY;
  await at.mix();
  expect((await at.pool()).toSorted()).toEqual(["Because.", "Stays."]);
  await at.put(receipt, { reasons: { K3: written("Otherwise."), K4: written("Stays.") } });
  expect([await at.pool(), await at.inbox()]).toEqual([["Stays."], ["Otherwise."]]);
  expect(await at.waiting()).toEqual([["Stays.", 1]]);
  expect(await (await at.get(receipt)).json()).toMatchObject({
    reasons: { K3: { text: "Otherwise.", state: "waiting" } },
  });
  at.clock.now = new Date("2026-03-04T00:00:30Z");
  await at.mix();
  expect((await at.pool()).toSorted()).toEqual(["Otherwise.", "Stays."]);
  expect((await at.withdraw(receipt)).status).toBe(204);
  expect([await at.pool(), await at.inbox(), await at.waiting()]).toEqual([[], [], []]);
});

test("consent that is taken back is taken back at once", async () => {
  const at = await mixing();
  const receipt = await at.respondent();
  await at.put(receipt, one("Because."));
  at.clock.now = TUESDAY;
  await at.mix();
  await at.put(receipt, { reasons: { K3: written("Because.", false) } });
  expect([await at.pool(), await at.inbox()]).toEqual([[], ["Because."]]);
});

test("changes and withdrawals while a job runs lose nothing and leave nothing twice", async () => {
  const at = await mixing();
  const receipts = [];
  for (let who = 0; who < 6; who++) {
    const receipt = await at.respondent();
    await at.put(receipt, one(`Because ${who}.`));
    receipts.push(receipt);
  }
  at.clock.now = TUESDAY;
  const acts = receipts.map(async (receipt, who) => {
    if (who % 3 === 0) return at.withdraw(receipt);
    if (who % 3 === 1) return at.put(receipt, one(`Otherwise ${who}.`));
    return at.get(receipt);
  });
  await Promise.all([at.mix(), at.mix(), ...acts]);
  for (const [who, receipt] of receipts.entries()) {
    // Who was answered "busy" asks again.
    if (who % 3 === 0) expect((await at.withdraw(receipt)).status).toBe(204);
    if (who % 3 === 1) expect((await at.put(receipt, one(`Otherwise ${who}.`))).status).toBe(200);
  }
  await at.mix();
  const all = [...(await at.pool()), ...(await at.inbox())].toSorted();
  const expected = [1, 4].map((who) => `Otherwise ${who}.`);
  expect(all).toEqual([...[2, 5].map((who) => `Because ${who}.`), ...expected].toSorted());
});

test("the same text many times is one text with as many who wrote it", async () => {
  const at = await mixing({ ...ASKING, release: { every: "demonstration" } });
  const codes = KAZAKHSTAN.recommendations.slice(0, 2).map(({ code }) => code);
  await Promise.all(
    times(15, async () => {
      const receipt = await at.respondent();
      const reasons = Object.fromEntries(codes.map((code) => [code, written("The same.", true)]));
      await at.put(receipt, { reasons });
    }),
  );
  await at.mix();
  expect(await at.waiting()).toEqual(codes.map(() => ["The same.", 15]));
});
