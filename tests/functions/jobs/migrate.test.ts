import { GetItemCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { emptyDraft } from "../../../domain/draft/draft.ts";
import {
  notYetMigrated,
  recordForms,
  refuseNewerData,
} from "../../../functions/jobs/forms-check.ts";
import { migrate, type Migration, MIGRATIONS } from "../../../functions/jobs/migrate.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import { draftWrite, getDraft } from "../../../functions/store/drafts.ts";
import { fixInstallation } from "../../../functions/store/installation.ts";
import { CONSULTATIONS, draftKey, INSTALLATION_KEY } from "../../../functions/store/keys.ts";
import { kindOf, KINDS } from "../../../functions/store/kinds.ts";
import { loadProgress } from "../../../functions/store/migrations.ts";
import { getTeam } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { freshWorld } from "../../support/world.ts";
import { STORED } from "../store/before-forms.ts";

const [MIGRATION] = MIGRATIONS as [Migration];
const RENEWABLE = new Set<string | undefined>(MIGRATION.kinds);

type World = Awaited<ReturnType<typeof freshWorld>>;

const put = ({ db }: World, item: Item) =>
  db.client.send(new PutItemCommand({ TableName: db.tables.main, Item: item }));

/** Every item of the main table but the position of the migration itself. */
async function everything({ db }: World): Promise<Item[]> {
  const { Items = [] } = await db.client.send(
    new ScanCommand({ TableName: db.tables.main, ConsistentRead: true }),
  );
  return Items.filter((item) => kindOf(item) !== "migration");
}

/** A world as the program before forms has left it: several of each kind, beside others. */
async function earlierWorld(): Promise<World> {
  const world = await freshWorld();
  for (const [, item] of STORED) {
    await put(world, item);
    if (!RENEWABLE.has(kindOf(item))) continue;
    const { pk, sk } = item;
    const other = pk?.S === "C#spring" ? { pk: { S: "C#autumn" } } : { sk: { S: "autumn" } };
    await put(world, { ...item, pk: pk!, sk: sk!, ...other });
  }
  return world;
}

const earlier = (items: Item[]) =>
  items.filter((item) => RENEWABLE.has(kindOf(item)) && item["form"]?.N !== "2");

/** Stopped before the next item, after so many. */
const after = (items: number) => {
  let left = items;
  return () => left-- <= 0;
};

describe("what is stored in an earlier form", () => {
  test("is in today's afterwards and read as before, stopped after however many items", async () => {
    const whole = await earlierWorld();
    const before = await everything(whole);
    const old = earlier(before).length;
    expect(old).toBeGreaterThanOrEqual(5);
    expect(await migrate(whole, MIGRATION, { dryRun: true })).toMatchObject({ rewritten: old });
    expect(await everything(whole)).toEqual(before);
    const read = async ({ db }: World) => [
      await getPublished(db, "spring"),
      await getDraft(db, "autumn"),
      await getTeam(db, "spring"),
    ];
    const asBefore = await read(whole);
    expect(await migrate(whole, MIGRATION)).toEqual({ ended: true, rewritten: old, failed: 0 });
    const wanted = await everything(whole);
    expect(earlier(wanted)).toEqual([]);
    expect(await read(whole)).toEqual(asBefore);
    expect(wanted.filter((item) => !RENEWABLE.has(kindOf(item)))).toEqual(
      before.filter((item) => !RENEWABLE.has(kindOf(item))),
    );

    for (let most = 0; most < before.length; most++) {
      for (const one of earlier(before)) await put(whole, one);
      const how = { piece: 3 };
      expect((await migrate(whole, MIGRATION, { ...how, isStopped: after(most) })).ended).toBe(
        false,
      );
      expect((await migrate(whole, MIGRATION, how)).ended).toBe(true);
      expect(await everything(whole)).toEqual(wanted);
    }
    expect((await loadProgress(whole.db, MIGRATION.name))?.after).toBeUndefined();
  });

  test("loses nothing that others write meanwhile", async () => {
    const world = await earlierWorld();
    const { db } = world;
    const draft = emptyDraft("spring", ["en"]);
    let written = 0;
    // Whoever saves a draft comes between its being read and rewritten, each time.
    const send = db.client.send.bind(db.client);
    const client = Object.assign(Object.create(db.client), {
      async send(command: object) {
        if (
          command instanceof PutItemCommand &&
          command.input.Item?.["sk"]?.S === "DRAFT" &&
          written === 0
        ) {
          written += 1;
          expect(await writeAll(db, [draftWrite(db, "spring", draft, 4)!])).toBe(true);
          // One that saves as the program before did.
          const [, item] = STORED.find(([kind]) => kind === "a draft")!;
          await put(world, { ...item, ...draftKey("autumn"), revision: { N: "9" } });
        }
        return send(command as never);
      },
    });
    const result = await migrate({ ...world, db: { ...db, client } }, MIGRATION);
    expect([written, result.ended]).toEqual([1, true]);
    expect(await getDraft(db, "spring")).toEqual({ draft, revision: 5 });
    expect(await getDraft(db, "autumn")).toMatchObject({ revision: 9 });
    expect(earlier(await everything(world))).toEqual([]);
  });

  test("that cannot be read is set aside as it is, and told", async () => {
    const world = await earlierWorld();
    const damaged = { ...CONSULTATIONS.key("damaged"), definition: { S: "Aliya wrote this" } };
    const newer = { ...draftKey("newer"), form: { N: "3" } };
    for (const item of [damaged, newer]) await put(world, item);
    expect(await migrate(world, MIGRATION)).toMatchObject({ ended: true, failed: 2 });
    expect(world.logged.map(({ event }) => event)).toEqual([
      "not-migrated",
      "not-migrated",
      "migrated",
    ]);
    expect(JSON.stringify(world.logged)).not.toContain("Aliya");
    const items = await everything(world);
    for (const item of [damaged, newer]) expect(items).toContainEqual(item);
  });
});

describe("which program may work on an installation", () => {
  const at = (world: World, ms: number) => ({ ...world, now: () => new Date(ms) });

  test("one that reads what was written: another changes nothing, and says which form it is", async () => {
    const world = await freshWorld();
    await recordForms(world);
    await recordForms(world);
    await refuseNewerData(world.db);
    const record = { since: "2026-11-24T09:00:00Z", writes: { team: 3, notedLater: 7 } };
    const { db } = world;
    const stored = async () =>
      (
        await db.client.send(
          new GetItemCommand({ TableName: db.tables.main, Key: INSTALLATION_KEY }),
        )
      ).Item;
    await put(world, { ...INSTALLATION_KEY, forms: { S: JSON.stringify(record) } });
    const before = await stored();
    for (const check of [() => refuseNewerData(db), () => recordForms(world)]) {
      await expect(check()).rejects.toThrow(
        /^a newer version of Kenes works on this installation: team has form 3, and this program reads none above 2\. Nothing was changed: run that version, or a newer one$/,
      );
    }
    expect(await stored()).toEqual(before);
  });

  test("what a release wrote is put back on the one before: what it recorded is kept", async () => {
    const world = await freshWorld();
    const record = { since: "2026-11-24T09:00:00Z", writes: { notedLater: 7 } };
    await fixInstallation(world.db, "forms", JSON.stringify(record));
    await recordForms(world);
    await refuseNewerData(world.db);
  });

  test("nothing is migrated before this version serves, nor while the one before may", async () => {
    const world = await freshWorld();
    const began = Date.parse("2026-11-24T09:00:00Z");
    expect(await notYetMigrated(world, true)).toContain("does not serve");
    await recordForms(at(world, began));
    expect(await notYetMigrated(at(world, began), true)).toBeUndefined();
    expect(await notYetMigrated(at(world, began + 19 * 60_000), false)).toContain("09:20:00");
    expect(await notYetMigrated(at(world, began + 20 * 60_000), false)).toBeUndefined();
    await put(world, {
      ...INSTALLATION_KEY,
      forms: { S: JSON.stringify({ since: "", writes: { team: 1 } }) },
    });
    expect(await notYetMigrated(world, true)).toContain("does not serve");
    expect(KINDS.team.writes).toBe(2);
  });
});
