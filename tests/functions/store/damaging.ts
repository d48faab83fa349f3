import { type AttributeValue, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { expect } from "vitest";
import { emptyDraft } from "../../../domain/draft/draft.ts";
import { newHook } from "../../../domain/hook/waiting.ts";
import { nextEntry } from "../../../domain/organiser/log.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { putStop, saveCursor } from "../../../functions/store/counting.ts";
import type { Database } from "../../../functions/store/database.ts";
import { changeWrite } from "../../../functions/store/draft-changes.ts";
import { draftWrite } from "../../../functions/store/drafts.ts";
import { hookPut } from "../../../functions/store/hooks.ts";
import { exportPut } from "../../../functions/store/exports.ts";
import type { tallyKey } from "../../../functions/store/keys.ts";
import { putLink } from "../../../functions/store/links.ts";
import { appendEntry } from "../../../functions/store/log.ts";
import { organiserWrites } from "../../../functions/store/organisers.ts";
import { proposalWrite } from "../../../functions/store/proposals.ts";
import { fixProtection } from "../../../functions/store/protection.ts";
import { registerRelease } from "../../../functions/store/releases.ts";
import { putSession } from "../../../functions/store/sessions.ts";
import type { TableName } from "../../../functions/store/table.ts";
import { saveTally } from "../../../functions/store/tallies.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { addTranslationReport } from "../../../functions/store/translation-reports.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

export const { id: ID } = KAZAKHSTAN;
const AT = "2026-11-24T09:00:00.000Z";

/** Stands in everything that is damaged, and in no failure. */
export const SAID = "Aliya wrote this";

/** Stores one item of each kind: two entries of the log, both by A. */
export async function storeOneOfEach(db: Database): Promise<void> {
  const proposal = { act: "close", by: "a", name: "A", at: AT } as const;
  const request = {
    state: "asked" as const,
    name: "A",
    askedAt: AT,
    key: "k",
    tries: 0,
    parts: [],
  };
  const change = { revision: 1, at: AT, who: "A", before: { fields: {}, madeFrom: {} } };
  const writes = [
    teamWrite(db, await getTeam(db, ID), { a: "owner" }),
    proposalWrite(db, ID, "close", undefined, proposal),
    exportPut(db, ID, { revision: 0 }, request),
    hookPut(db, ID, { place: 3, revision: 0, hook: undefined }, newHook("h", "a", new Date(AT))),
    draftWrite(db, ID, emptyDraft(ID, ["en"]), 0)!,
    changeWrite(db, ID, change, []),
    ...organiserWrites(db, { id: "o", name: "A", passkeys: [], codes: ["c"], epoch: 1 }),
  ];
  const done = { at: AT, who: "A", action: "a", before: null, after: { name: SAID }, salt: "" };
  const first = nextEntry(ID, undefined, done, sha256);
  expect(await appendEntry(db, ID, first, writes)).toBe("done");
  expect(await appendEntry(db, ID, nextEntry(ID, first, done, sha256), [])).toBe("done");
  await putLink(db, "h", { kind: "role", consultation: ID, role: "viewer", by: "a" }, 2);
  const session = { organiser: "o", epoch: 1, by: "passkey", startedAt: 1, seenAt: 1 } as const;
  await putSession(db, "h", session, 2);
  const plan = { every: "week", startsAt: AT, releases: 4 } as const;
  await fixProtection(db, ID, { plan, secret: Uint8Array.of(1) });
  await saveTally(db, ID, emptyTally(countingPlan(KAZAKHSTAN)), 0);
  await putStop(db, ID, { reason: "gap", since: AT, differences: [] });
  // Now: the table forgets what has expired by its own clock.
  await saveCursor(db, "s", { sequence: "1", finished: true }, new Date());
  const line = { number: 1, releasedAt: AT, hash: sha256(""), turn: 0, final: false, counted: "" };
  await registerRelease(db, ID, line);
  const report = { language: "en", place: "page", text: SAID, day: "2026-11-24", id: "r" } as const;
  await addTranslationReport(db, ID, report);
}

export type Key = ReturnType<typeof tallyKey>;
export type Attributes = Record<string, AttributeValue>;

/** What comes of reading, or the failure, while some attributes of an item are others. */
export async function whileDamaged<Read>(
  db: Database,
  table: TableName,
  Key: Key,
  damage: Attributes,
  read: (db: Database) => Promise<Read>,
): Promise<Read | Error> {
  const TableName = db.tables[table];
  const { Item } = await db.client.send(new GetItemCommand({ TableName, Key }));
  expect(Item).toBeDefined();
  await db.client.send(new PutItemCommand({ TableName, Item: { ...Item, ...damage } }));
  try {
    return await read(db).catch((failure: Error) => failure);
  } finally {
    await db.client.send(new PutItemCommand({ TableName, Item: Item! }));
  }
}
