import { deflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { getPublished, listPublished } from "../../../functions/store/consultations.ts";
import type { Database } from "../../../functions/store/database.ts";
import { listHistory } from "../../../functions/store/draft-changes.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import { getGroup, listGroups } from "../../../functions/store/invitation-groups.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import { getOrganiser } from "../../../functions/store/organisers.ts";
import { allRegistered, newestRegistered } from "../../../functions/store/releases.ts";
import { loadTally } from "../../../functions/store/tallies.ts";
import { getTeam, listTeams } from "../../../functions/store/teams.ts";

/*
 * Items as they were stored before they said their form. Written out here, since the program that wrote
 * them is no more.
 */

const AT = "2026-11-24T09:00:00.000Z";
const HASH = "0".repeat(64);

const at = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });
const json = (value: object): AttributeValue => ({ S: JSON.stringify(value) });
const packed = (value: object): AttributeValue => ({ B: deflateRawSync(JSON.stringify(value)) });

const text = (words: string) => ({ en: words, ru: words, kk: words });
/** A definition from before there were languages in it. */
const EARLIER = {
  id: "spring",
  title: text("Spring"),
  translations: { en: "original", ru: "working", kk: "working" },
  addressees: [{ code: "K", name: text("Government") }],
  recommendations: [{ code: "K1", addressee: "K", title: text("First"), measures: [] }],
  about: [],
  release: { every: "day" },
  disclosure: "standard",
};
const NOW = { ...EARLIER, languages: ["en", "ru", "kk"], timeZone: "UTC" };

type Read = (db: Database) => Promise<unknown>;

/** The first of the list; where one cannot be read, why. */
const listed: Read = async (db) => {
  const { published, unreadable } = await listPublished(db);
  for (const failure of unreadable.values()) throw failure;
  return published[0];
};

/** What an item of each kind looked like, who reads it, and what of it is read. */
export const STORED: [kind: string, Item, Read[], read: object][] = [
  [
    "a definition",
    {
      ...at("CONSULTATIONS", "spring"),
      definition: json(NOW),
      life: json({ paused: false, archived: false }),
    },
    [(db) => getPublished(db, "spring"), listed],
    { definition: { languages: ["en", "ru", "kk"] }, life: { paused: false } },
  ],
  [
    "a definition of three languages",
    { ...at("CONSULTATIONS", "spring"), definition: json(EARLIER) },
    [(db) => getPublished(db, "spring")],
    { definition: { languages: ["en", "ru", "kk"], title: { en: "Spring" } } },
  ],
  [
    "a draft",
    {
      ...at("C#spring", "DRAFT"),
      revision: { N: "4" },
      draft: packed({ fields: { id: "spring", languages: "en kk" }, madeFrom: {} }),
    },
    [(db) => getDraft(db, "spring")],
    { revision: 4, draft: { fields: { languages: "en kk" } } },
  ],
  [
    "a change",
    {
      ...at("C#spring", "CHANGE#00"),
      revision: { N: "1" },
      at: { S: AT },
      who: { S: "Ann" },
      before: packed({ fields: { "title.en": null }, madeFrom: {} }),
    },
    [async (db) => (await listHistory(db, "spring")).changes[0]],
    { revision: 1, before: { fields: { "title.en": null } }, place: 0 },
  ],
  [
    "a team",
    {
      ...at("TEAMS", "spring"),
      revision: { N: "4" },
      members: { M: { a: { S: "owner" }, b: { S: "editor" } } },
      invited: json({ h: { role: "viewer", by: "a", madeAt: 1, endsAt: 2 } }),
    },
    [(db) => getTeam(db, "spring"), async (db) => (await listTeams(db))[0]],
    { revision: 4, members: { a: "owner", b: "editor" }, languages: {}, invited: { h: {} } },
  ],
  [
    "an organiser",
    {
      ...at("ORGANISERS", "o"),
      name: { S: "Ann" },
      passkeys: { M: {} },
      codes: { SS: ["c"] },
      epoch: { N: "1" },
    },
    [(db) => getOrganiser(db, "o")],
    { name: "Ann", codes: ["c"], epoch: 1 },
  ],
  [
    "a group of invitations",
    {
      ...at("C#spring", "INVITING#g"),
      label: { S: "Doctors" },
      day: { S: "2026-11-24" },
      expires: { S: "2026-12-24" },
      wanted: { N: "12" },
      made: { N: "0" },
    },
    [(db) => getGroup(db, "spring", "g"), async (db) => (await listGroups(db, "spring"))[0]],
    { id: "g", label: "Doctors", wanted: 12, made: 0 },
  ],
  [
    "a line of the register",
    {
      ...at("C#spring", "RELEASE#00000001"),
      releasedAt: { S: AT },
      hash: { S: HASH },
      turn: { N: "1" },
      final: { BOOL: false },
      counted: { S: "ab" },
    },
    [(db) => newestRegistered(db, "spring"), async (db) => (await allRegistered(db, "spring"))[0]],
    { number: 1, releasedAt: AT, hash: HASH, turn: 1, final: false, counted: "ab" },
  ],
  [
    "a tally, which said its form already",
    {
      ...at("C#spring", "TALLY"),
      revision: { N: "5" },
      form: { N: "2" },
      tally: {
        B: Buffer.from("Y2LAACwMRAA2iaLU9Mz8PNu8/KKSDBinOL+0JEMOLlOiW5yYmQJUDgA=", "base64"),
      },
    },
    [(db) => loadTally(db, "spring")],
    { revision: 5, outdated: false, tally: { epoch: 1, segments: { "region=north": 0 } } },
  ],
];

/** A ballot. */
export const BALLOT: Item = {
  ...at("spring#aa", "a".repeat(64)),
  revision: { N: "2" },
  panel: { S: "public" },
  language: { S: "kk" },
  ratings: { S: "5n" },
  about: { M: { region: { S: "north" } } },
  first: { S: "K1" },
  positions: { S: "K1 K2" },
  earlier: { M: { ratings: { S: "4n" } } },
  day: { S: "2026-11-24" },
};
