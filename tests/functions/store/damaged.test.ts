import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyLog } from "../../../domain/organiser/log.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { createApp } from "../../../functions/app.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { readBallotItem } from "../../../functions/store/ballot-item.ts";
import { getPublished } from "../../../functions/store/consultations.ts";
import { loadCursors, loadStop } from "../../../functions/store/counting.ts";
import type { Database } from "../../../functions/store/database.ts";
import { listHistory } from "../../../functions/store/draft-changes.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import { getExport } from "../../../functions/store/exports.ts";
import * as keys from "../../../functions/store/keys.ts";
import { listHooks } from "../../../functions/store/hooks.ts";
import { getLink } from "../../../functions/store/links.ts";
import { listEntries, newestEntry } from "../../../functions/store/log.ts";
import { getOrganiser } from "../../../functions/store/organisers.ts";
import { listProposals } from "../../../functions/store/proposals.ts";
import { loadProtection } from "../../../functions/store/protection.ts";
import { newestRegistered } from "../../../functions/store/releases.ts";
import { getSession } from "../../../functions/store/sessions.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { packTally } from "../../../functions/store/tally-bytes.ts";
import { getTeam, listTeams } from "../../../functions/store/teams.ts";
import { listTranslationReports } from "../../../functions/store/translation-reports.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { type Attributes, ID, type Key, SAID, storeOneOfEach, whileDamaged } from "./damaging.ts";

let world: Awaited<ReturnType<typeof freshWorld>>;
beforeAll(async () => {
  world = await freshWorld();
  await storeOneOfEach(world.db);
});

const said: AttributeValue = { S: SAID };
const broken: AttributeValue = { S: `{"name":"${SAID}"` };
const json = (value: object): AttributeValue => ({ S: JSON.stringify({ name: SAID, ...value }) });
const body = (bytes: Uint8Array): Attributes => ({ tally: { B: deflateRawSync(bytes) } });
const tally = inflateRawSync(packTally(emptyTally(countingPlan(KAZAKHSTAN))));

const CONSULTATION = keys.CONSULTATIONS.key(ID);
const TEAM = keys.TEAMS.key(ID);
const ENTRY = keys.LOG.key(ID, 2);
const LINK = keys.linkKey("h");
const REPORT = keys.REPORTS.key(ID, "2026-11-24#r");

type Read = (db: Database) => Promise<unknown>;

/** A reader, where its item is kept, and what may be wrong with that, each by itself. */
const READERS: [Read, Key, Attributes][] = [
  [(db) => getTeam(db, ID), TEAM, { members: { M: { a: said } }, invited: broken }],
  [listTeams, TEAM, { members: { M: { a: said } }, revision: said }],
  [(db) => getLink(db, "h", 1), LINK, { role: said, kind: said, endsAt: said }],
  [(db) => getSession(db, "h"), keys.sessionKey("h"), { by: said, epoch: { N: "-1" } }],
  [
    (db) => listProposals(db, ID),
    keys.PROPOSALS.key(ID, "close"),
    { proposal: json({ act: SAID, by: "a", at: "2026-11-24" }) },
  ],
  [(db) => getExport(db, ID), keys.exportKey(ID), { asked: json({}), told: broken }],
  [
    (db) => listHooks(db, ID),
    keys.HOOKS.key(ID, 3),
    { hook: json({ id: "h", waiting: SAID }), revision: said },
  ],
  [(db) => newestEntry(db, ID), ENTRY, { after: broken, hash: said }],
  [
    (db) => loadProtection(db, ID),
    keys.protectionKey(ID),
    { plan: json({ every: "year", startsAt: "2026-11-24", releases: 4 }), secret: said },
  ],
  [
    (db) => getPublished(db, ID),
    CONSULTATION,
    { definition: json({ ...KAZAKHSTAN, disclosure: SAID }), life: json({ paused: SAID }) },
  ],
  [(db) => getDraft(db, ID), keys.draftKey(ID), { draft: { B: Buffer.from(SAID) } }],
  [(db) => listHistory(db, ID), keys.CHANGES.key(ID, 0), { before: said }],
  [(db) => loadTally(db, ID), keys.tallyKey(ID), { ...body(Buffer.from(SAID)), revision: said }],
  [(db) => loadTally(db, ID), keys.tallyKey(ID), body(tally.subarray(0, 40))],
  [(db) => loadTally(db, ID), keys.tallyKey(ID), body(tally.subarray(0, -1))],
  [(db) => loadTally(db, ID), keys.tallyKey(ID), body(Buffer.concat([tally, Buffer.of(0)]))],
  [(db) => loadStop(db, ID), keys.stopKey(ID), { stop: broken }],
  [(db) => newestRegistered(db, ID), keys.RELEASES.key(ID, 1), { hash: said, turn: said }],
  [(db) => getOrganiser(db, "o"), keys.ORGANISERS.key("o"), { epoch: said, passkeys: said }],
  [(db) => listTranslationReports(db, ID), REPORT, { language: said }],
];

const damages = READERS.flatMap(([read, key, all]) =>
  Object.entries(all).map(([name, value]) => ({ read, key, name, value })),
);

const tableOf = ({ pk }: Key) => (/^(LINK|SESSION)#/.test(pk.S) ? "ephemeral" : "main");

describe("a damaged item fails with its key and the attribute, and not with what it says", () => {
  test.each(damages)("$key.pk.S $key.sk.S: $name", async ({ read, key, name, value }) => {
    const damage = { [name]: value };
    const failure = await whileDamaged(world.db, tableOf(key), key, damage, read);
    const at = `${key.pk.S} ${key.sk.S}`;
    expect(failure).toMatchObject({
      name: "DamagedItem",
      key: at,
      message: `what is stored under ${at} cannot be read: its ${name} is damaged`,
    });
    expect((failure as Error).stack).not.toContain(SAID);
    expect(failure).not.toHaveProperty("cause");
    // And only the damage makes it fail.
    await read(world.db);
  });

  test("where bytes of today stand as a tally of form 1", async () => {
    const damage = { ...body(tally), form: { NULL: true } as const };
    const load: Read = (db) => loadTally(db, ID);
    const failure = await whileDamaged(world.db, "main", keys.tallyKey(ID), damage, load);
    expect(failure).toMatchObject({ name: "DamagedItem" });
  });

  test("in the operators' log, by its key", async () => {
    const ask = async () => (await createApp(world).request(`/c/${ID}?lang=en`)).status;
    const key = keys.RELEASES.key(ID, 1);
    const answer = whileDamaged(world.db, "main", key, { hash: { N: "1" } }, async () =>
      createApp(world).request(`/api/consultations/${ID}/results`),
    );
    expect(await answer).toMatchObject({ status: 500 });
    expect(world.logged.at(-1)).toMatchObject({
      event: "failure",
      failure: "DamagedItem",
      stored: `${key.pk.S} ${key.sk.S}`,
    });
    const damage = { definition: json({ ...KAZAKHSTAN, recommendations: SAID }) };
    expect(await whileDamaged(world.db, "main", CONSULTATION, damage, ask)).toBe(503);
    expect(world.logged.at(-1)).toMatchObject({
      event: "consultation-unreadable",
      failure: expect.stringContaining(`CONSULTATIONS ${ID}`),
    });
    expect(JSON.stringify(world.logged)).not.toContain(SAID);
    expect(await ask()).toBe(200);
  });
});

describe("what is read whatever it says", () => {
  test.each<Attributes>([{ after: broken }, { hash: said }, { who: { N: "1" } }])(
    "an entry of the log: it is there, and the chain breaks at it",
    async (damage) => {
      const list = (db: Database) => listEntries(db, ID);
      const entries = await whileDamaged(world.db, "main", ENTRY, damage, list);
      if (entries instanceof Error) throw entries;
      expect(entries).toHaveLength(2);
      expect(verifyLog(ID, entries, sha256)).toEqual({ whole: false, brokenAt: 2 });
      expect(verifyLog(ID, await list(world.db), sha256)).toEqual({ whole: true });
    },
  );

  test("how far a shard was read: it is read from its beginning", async () => {
    const damage = { sequence: { N: "1" }, finished: said };
    const key = keys.CURSORS.key("s");
    const cursors = await whileDamaged(world.db, "ephemeral", key, damage, loadCursors);
    expect(cursors).toEqual(new Map([["s", { sequence: undefined, finished: false }]]));
  });

  test("a ballot: it is unreadable", () => {
    const item = { ...keys.ballotKey(ID, sha256("b")), revision: { N: "1" }, panel: said };
    expect(readBallotItem(item, 18)).toMatchObject({ revision: 1, state: "unreadable" });
  });
});
