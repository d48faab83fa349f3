import { type AttributeValue, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { NEW_LIFE, type PublishedConsultation } from "../../../domain/consultation/life.ts";
import { consultationsOf } from "../../../functions/memory/consultations.ts";
import { loadRevisions } from "../../../functions/store/consultation-revisions.ts";
import {
  addConsultation,
  getPublished,
  publishedWrite,
} from "../../../functions/store/consultations.ts";
import type { Database } from "../../../functions/store/database.ts";
import { CONSULTATIONS, REVISIONS } from "../../../functions/store/keys.ts";
import { putItems } from "../../../functions/store/whole-table.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { times } from "../../support/client.ts";
import { unitsDuring } from "../../support/units.ts";
import { clocked, SHORT } from "./clocked.ts";

/* What is read again of what did not change: units of the database, not time. And that nothing that did is missed. */

/** Longer than definitions are held, in ms. */
const LATER = 10_001;

async function change(
  db: Database,
  id: string,
  change: (before: PublishedConsultation) => PublishedConsultation | undefined,
): Promise<boolean> {
  const before = (await getPublished(db, id))!;
  return writeAll(db, [publishedWrite(db, id, before, change(before))]);
}
const paused = ({ definition, life }: PublishedConsultation): PublishedConsultation => ({
  definition,
  life: { ...life, paused: !life.paused },
});

test("of a hundred that did not change: one read unit, and of one that did, that one", async () => {
  const { db, clock, ...world } = await clocked(SHORT);
  const ids = times(100, (number) => `consultation-of-the-city-${number}`);
  const stored = ids.flatMap((id) => [
    { ...CONSULTATIONS.key(id), definition: { S: JSON.stringify({ ...SHORT, id }) } },
    { ...REVISIONS.key(id), revision: { N: "12" } },
  ]);
  await putItems(db, "main", stored);
  const consultations = consultationsOf({ ...world, db });
  const { reads: whole } = await unitsDuring(db, () => consultations.all());
  const { reads: idle } = await unitsDuring(db, () => {
    clock.at += LATER;
    return consultations.all();
  });
  expect(idle).toBeLessThanOrEqual(1);
  expect(await change(db, ids[50]!, paused)).toBe(true);
  const { reads: one } = await unitsDuring(db, () => {
    clock.at += LATER;
    return consultations.all();
  });
  expect((await consultations.find(ids[50]!))!.life.paused).toBe(true);
  expect(one).toBeLessThanOrEqual(1 + whole / 50);
});

test("none is missed, whenever it is stored while others read", async () => {
  const { db, clock, ...world } = await clocked(SHORT);
  const { id } = SHORT;
  // Stores it right before the so-and-so-manieth command from now on, so that what was read before is old already.
  let commandsLeft = -1;
  db.client.middlewareStack.add(
    (next) => async (args) => {
      if (commandsLeft-- === 0) await change(db, id, paused);
      return next(args);
    },
    { step: "initialize", name: "between" },
  );
  const readWhileStored = async (read: () => Promise<unknown>, after: number) => {
    commandsLeft = after;
    clock.at += LATER;
    await read();
    commandsLeft = -1;
  };
  for (const after of [0, 1, 2]) {
    const consultations = consultationsOf({ ...world, db });
    const expectNow = async () => {
      clock.at += LATER;
      expect((await consultations.find(id))?.life).toEqual((await getPublished(db, id))!.life);
    };
    await readWhileStored(consultations.all, after);
    await expectNow();
    await change(db, id, paused);
    await readWhileStored(consultations.all, after);
    // Back to what it was: by its content nobody would see it.
    await change(db, id, paused);
    await expectNow();
  }
  const consultations = consultationsOf({ ...world, db });
  expect(await consultations.find(id)).toBeDefined();
  await change(db, id, () => undefined);
  clock.at += LATER;
  expect(await consultations.find(id)).toBeUndefined();
});

test("a new one, and a step that is refused: the number tells of the one and not of the other", async () => {
  const { db, clock, ...world } = await clocked(SHORT);
  const consultations = consultationsOf({ ...world, db });
  await consultations.all();
  expect(await addConsultation(db, { ...SHORT, id: "new" })).toBe(true);
  expect(await addConsultation(db, { ...SHORT, id: "new" })).toBe(false);
  const before = (await getPublished(db, "new"))!;
  expect(await change(db, "new", paused)).toBe(true);
  const late = publishedWrite(db, "new", before, { ...before, life: NEW_LIFE });
  expect(await writeAll(db, [late])).toBe(false);
  expect((await loadRevisions(db)).get("new")).toBe(2);
  clock.at += LATER;
  expect((await consultations.all()).map((one) => one.definition.id)).toEqual([SHORT.id, "new"]);
});

test("what a program of before stored, which raises no number, is read within the hour", async () => {
  const { db, clock, ...world } = await clocked(SHORT);
  const { id } = SHORT;
  const put = (paused: boolean) =>
    db.client.send(
      new PutItemCommand({
        TableName: db.tables.main,
        Item: {
          ...CONSULTATIONS.key("of-before"),
          definition: { S: JSON.stringify({ ...SHORT, id: "of-before" }) },
          life: { S: JSON.stringify({ ...NEW_LIFE, paused }) },
        },
      }),
    );
  await put(false);
  const consultations = consultationsOf({ ...world, db });
  expect((await consultations.find("of-before"))!.life.paused).toBe(false);
  await put(true);
  clock.at += 60 * 60_000;
  expect((await consultations.find("of-before"))!.life.paused).toBe(true);
  // From the first time that this one stores it, at once.
  expect(await change(db, "of-before", paused)).toBe(true);
  clock.at += LATER;
  expect((await consultations.find("of-before"))!.life.paused).toBe(false);
  expect((await consultations.find(id))!.life).toEqual(NEW_LIFE);
});

test.each<AttributeValue>([{ S: "12" }, { N: "-1" }, { BOOL: true }])(
  "a number that is damaged holds up nobody: its consultation is read each time, the others as ever (%o)",
  async (revision) => {
    const { db, clock, ...world } = await clocked(SHORT);
    const { id } = SHORT;
    expect(await addConsultation(db, { ...SHORT, id: "other" })).toBe(true);
    const consultations = consultationsOf({ ...world, db });
    await consultations.all();
    await putItems(db, "main", [{ ...REVISIONS.key(id), revision }]);
    expect(await change(db, "other", paused)).toBe(true);
    clock.at += LATER;
    expect((await consultations.find("other"))!.life.paused).toBe(true);
    // And for whoever starts now.
    expect(await consultationsOf({ ...world, db }).all()).toHaveLength(2);
  },
);
