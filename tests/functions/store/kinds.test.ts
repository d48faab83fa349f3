import { readFile } from "node:fs/promises";
import { glob } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import * as keys from "../../../functions/store/keys.ts";
import { type Kind, kindOf, KINDS } from "../../../functions/store/kinds.ts";
import before from "../../cases/forms/release-before.json" with { type: "json" };

const root = resolve(import.meta.dirname, "../../..");
const kinds = Object.entries(KINDS) as [Kind, (typeof KINDS)[Kind] & { passing?: string }][];

/** A key that each export of keys.ts makes; those that make none are left out. */
function madeKeys(exported: object): [name: string, key: keys.Key][] {
  return Object.entries(exported).flatMap(([name, one]): [string, keys.Key][] => {
    const make = typeof one === "function" ? one : one?.key;
    const made = typeof make === "function" ? make("c", "waiting", "h") : one;
    return made?.pk?.S === undefined || made?.sk?.S === undefined ? [] : [[name, made]];
  });
}

/** The keys that no kind has, and so no form and no reason to have none. */
const withoutKind = (exported: object): string[] =>
  madeKeys(exported).flatMap(([name, key]) => (kindOf(key) === undefined ? [name] : []));

test("every key is of a kind, and each kind has a key of its own", () => {
  expect(withoutKind(keys)).toEqual([]);
  expect(madeKeys(keys).length).toBe(kinds.length);
  for (const [kind, { key }] of kinds) expect(kindOf(key)).toBe(kind);
  const more = { ...keys, noted: () => ({ pk: { S: "NOTED" }, sk: { S: "x" } }) };
  expect(withoutKind(more)).toEqual(["noted"]);
});

/** What was written now and the release before could not read: it may run beside this one, or be put back. */
const unreadBefore = (now: Record<string, { writes: number }>): string[] =>
  Object.entries(now).flatMap(([kind, { writes }]) =>
    // A kind that there was not is one that an older program never touches.
    writes > ((before.reads as Record<string, number>)[kind] ?? writes) ? [kind] : [],
  );

test("nothing is written that the release before does not read: first read a form, then write it", () => {
  expect(unreadBefore(KINDS)).toEqual([]);
  for (const [, { writes, reads }] of kinds) expect(reads).toBeGreaterThanOrEqual(writes);
  expect(unreadBefore({ ...KINDS, team: { ...KINDS.team, writes: 3 } })).toEqual(["team"]);
});

test("what the release before reads is what it read when it was made", async () => {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  expect(before.kenes <= version).toBe(true);
});

/** Files of the store in which something is read past the place where forms are looked at. */
const unwatched = (files: ReadonlyMap<string, string>): string[] =>
  [...files].flatMap(([file, text]) => {
    const reads = /\b(GetItemCommand|QueryCommand|paginateQuery|TransactGetItems)\(|\bALL_OLD/;
    const looks =
      /\b(parsed|known|formIn|readBallotItem|readRemark|readDraft|takeOneTime)\(|map\(known\)/;
    return reads.test(text) && !looks.test(text) ? [file] : [];
  });

/** Whose items are read by others, who look; each with who they are. */
const HANDED_ON: Record<string, string> = {
  "all-ballots.ts": "readBallotItem, of whoever asked",
  "ballots.ts": "readBallotItem, of whoever asked",
  "consultations.ts": "consultationIn",
  "one-time.ts": "parsed, of whoever took it",
  "migrations.ts": "renewed",
};

test("whatever the store reads passes the place where forms are looked at, and what is above form 1 says so", async () => {
  const files = new Map<string, string>();
  for await (const file of glob("functions/store/*.ts", { cwd: root })) {
    files.set(file.slice("functions/store/".length), await readFile(join(root, file), "utf8"));
  }
  expect(unwatched(files).filter((file) => HANDED_ON[file] === undefined)).toEqual([]);
  expect(unwatched(new Map([["a.ts", "new GetItemCommand({});"]]))).toEqual(["a.ts"]);
  const texts = [...files.values()].join("\n");
  for (const [kind, { writes }] of kinds) {
    if (writes > 1) expect(texts).toContain(`formOf("${kind}")`);
  }
});

test("whatever may be thrown away at an upgrade has its reason, and nothing of it is what somebody made", () => {
  const passing = kinds.flatMap(([kind, { passing }]) => (passing === undefined ? [] : [kind]));
  for (const [, { passing = "-" }] of kinds) expect(passing).toMatch(/\S/);
  expect(passing).not.toEqual(expect.arrayContaining(["inbox", "desk", "programKey"]));
  expect(passing).toContain("session");
});
