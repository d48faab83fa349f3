import { expect, test } from "vitest";
import {
  readMark,
  LossNoticed,
  lackingIn,
  MARK_FILE,
  writeMark,
} from "../../../functions/jobs/mark.ts";
import { refuseLoss, releaseAndMark } from "../../../functions/jobs/marking.ts";
import type { Services } from "../../../functions/services.ts";

import { freshWorld } from "../../support/world.ts";
import { DAY, MINUTE, publishing } from "./published-world.ts";

/** The demonstration with three ballots and a release, and the mark of it. */
async function markedWorld() {
  const world = await publishing();
  let elapsed = 0;
  const release = releaseAndMark(world.services, () => elapsed);
  const receipts = await world.send(3);
  expect(await release(world.definition)).toEqual({ released: 1 });
  return {
    ...world,
    receipts,
    release: () => release(world.definition),
    pass: (ms: number) => (elapsed += ms),
  };
}

const start = (services: Services, accepted?: string) =>
  refuseLoss(
    services,
    (mark) => lackingIn(services.db, mark),
    accepted,
    (code) => [`code ${code}`],
  );

test("a release leaves the mark: its number and hash, how often the tally was saved, how many ballots", async () => {
  const { services, id, newest } = await markedWorld();
  const { hash } = await newest();
  const mark = (await readMark(services))!;
  expect(mark.consultations[id]).toEqual({ release: 1, hash, revision: 1, ballots: 3 });
  expect(mark.installation).toMatch(/^[0-9a-f]{32}$/);
  await start(services);
});

test("a database that is another, new one is refused, with what is missing and how to go on", async () => {
  const { services } = await markedWorld();
  const emptied = { ...services, db: (await freshWorld()).db, logged: services.logged };
  const refusal = await start(emptied).catch((failure: unknown) => failure);
  expect(refusal).toBeInstanceOf(LossNoticed);
  const { message } = refusal as LossNoticed;
  expect(message).toContain("the database is a new one");
  expect(message).toContain("kazakhstan-2019: 3 ballots were counted, now 0");
  expect(message).toContain("kazakhstan-2019: release 1 was made, and the newest is now none");
  // Publishing there would use numbers and noise a second time.
  const { definition } = await publishing();
  await expect(releaseAndMark(emptied)(definition)).rejects.toThrow(LossNoticed);

  const [, code] = /code ([0-9a-f]{10})$/.exec(message)!;
  await expect(start(emptied, "0123456789")).rejects.toThrow(LossNoticed);
  await start(emptied, code);
  expect(services.logged.at(-1)).toMatchObject({ level: "error", event: "loss-accepted", code });
  await start(emptied);
  expect(await emptied.files.read(`marks/accepted-${code}.json`)).toBeDefined();
});

test("one that is only older is refused too, and so is another release of the same number", async () => {
  const { services, id } = await markedWorld();
  const mark = (await readMark(services))!;
  const before = mark.consultations[id]!;
  const lackingWith = async (change: Partial<typeof before>) =>
    lackingIn(services.db, { ...mark, consultations: { [id]: { ...before, ...change } } });
  expect(await lackingWith({ revision: 2, ballots: 60 })).toEqual([
    `${id}: 60 ballots were counted, now 3`,
  ]);
  expect(await lackingWith({ release: 2 })).toEqual([
    `${id}: release 2 was made, and the newest is now 1`,
  ]);
  expect(await lackingWith({ hash: "0".repeat(64) })).toEqual([`${id}: release 1 is another one`]);
  expect(await lackingWith({})).toEqual([]);
});

test("withdrawals, and whatever a crash leaves unwritten in the mark, are no loss", async () => {
  const { services, client, receipts, release, count, clock, pass } = await markedWorld();
  await client.withdraw(receipts[0]!);
  await count();
  await start(services);
  clock.now += 2 * MINUTE;
  pass(2 * MINUTE);
  // The mark cannot be written: what was published stays published, and the next run writes it.
  const write = services.files.write;
  services.files.write = (name, ...rest) =>
    name === MARK_FILE ? Promise.reject(new Error("full")) : write(name, ...rest);
  await expect(release()).rejects.toThrow("full");
  services.files.write = write;
  expect(await release()).toEqual({ released: 2 });
  await start(services);
  expect(Object.values((await readMark(services))!.consultations)).toMatchObject([
    { release: 2, ballots: 2 },
  ]);
});

test("no mark, or a damaged one, refuses nothing; and the operators are told of the damage", async () => {
  const { services, release, pass } = await markedWorld();
  const mark = (await readMark(services))!;
  await services.files.write(MARK_FILE, new TextEncoder().encode("{"), "application/json");
  await start(services);
  expect(services.logged.at(-1)).toMatchObject({ event: "mark-damaged" });
  await services.files.remove(MARK_FILE);
  await start(services);
  await writeMark(services.files, mark);
  pass(DAY);
  await release();
});
