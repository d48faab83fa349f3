import { readFile } from "node:fs/promises";
import { glob } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import * as keys from "../../../functions/store/keys.ts";

const hash = "ab".repeat(32);

// What is stored stands under these for good: another key is another item.
test("every key is what it always was", () => {
  const all = {
    ballot: keys.ballotKey("c", hash),
    published: keys.CONSULTATIONS.key("c"),
    team: keys.TEAMS.key("c"),
    organiser: keys.ORGANISERS.key("o"),
    recovery: keys.recoveryKey("h"),
    pass: keys.PASS_KEY,
    tally: keys.tallyKey("c"),
    stop: keys.stopKey("c"),
    recount: keys.recountKey("c"),
    protection: keys.protectionKey("c"),
    simulated: keys.simulatedKey("c"),
    draft: keys.draftKey("c"),
    change: keys.CHANGES.key("c", 7),
    release: keys.RELEASES.key("c", 12),
    entry: keys.LOG.key("c", 12),
    hook: keys.HOOKS.key("c", 3),
    proposal: keys.PROPOSALS.key("c", "close"),
    group: keys.GROUPS.key("c", "g"),
    invitation: keys.INVITATIONS.key("c", "h"),
    export: keys.exportKey("c"),
    report: keys.REPORTS.key("c", "2026-03-01#r"),
    reports: keys.reportCounterKey("c"),
    text: keys.TEXTS.key("c", "waiting", "K3#kk#h"),
    texts: keys.TEXT_COUNTS.key("c", "K3#kk"),
    moderation: keys.moderationKey("c"),
    decided: keys.DECIDED.key("c", "o"),
    themes: keys.themesKey("c"),
    session: keys.sessionKey("h"),
    link: keys.linkKey("h"),
    challenge: keys.challengeKey("r"),
    cursor: keys.CURSORS.key("s"),
    limit: keys.limitKey("ASKED", "c"),
    answered: keys.answeredKey("r"),
    noticed: keys.NOTICES.key("c", "2026-03-01"),
  };
  const told = Object.entries(all).map(([what, { pk, sk }]) => `${what}: ${pk.S} ${sk.S}`);
  expect(`\n${told.join("\n")}\n`.replaceAll(hash, "<hash>")).toBe(`
ballot: c#ab <hash>
published: CONSULTATIONS c
team: TEAMS c
organiser: ORGANISERS o
recovery: RECOVERY#h RECOVERY
pass: COUNTING PASS
tally: C#c TALLY
stop: C#c STOP
recount: C#c RECOUNT
protection: C#c PROTECTION
simulated: C#c SIMULATED
draft: C#c DRAFT
change: C#c CHANGE#07
release: C#c RELEASE#00000012
entry: C#c LOG#00000012
hook: C#c HOOK#3
proposal: C#c PROPOSAL#close
group: C#c INVITING#g
invitation: C#c INVITATION#h
export: C#c EXPORT
report: C#c REPORT#2026-03-01#r
reports: C#c REPORTS
text: TEXTS#c#waiting K3#kk#h
texts: TEXT-COUNTS#c K3#kk
moderation: C#c MODERATION
decided: C#c DECIDED#o
themes: C#c THEMES
session: SESSION#h SESSION
link: LINK#h LINK
challenge: CHALLENGE#r CHALLENGE
cursor: CURSORS s
limit: ASKED c
answered: ANSWERED#r ANSWERED
noticed: NOTICED#c 2026-03-01
`);
});

test("what of a key is its own is read back, and what is no number is none", () => {
  expect(keys.INVITATIONS.name(keys.INVITATIONS.key("c", "h"))).toBe("h");
  expect(keys.RELEASES.number(keys.RELEASES.key("c", 12))).toBe(12);
  for (const sk of ["RELEASE#", "RELEASE#one"]) {
    expect(keys.RELEASES.number({ sk: { S: sk } })).toBeNaN();
  }
  expect(keys.consultationOfPartition(keys.ballotKey("c", hash).pk.S)).toBe("c");
});

/** The keys, their shapes, and which of them a role may reach, where a test compares them with what is asked for. */
const ELSEWHERE = ["functions/store/keys.ts", "functions/store/key-shapes.ts", "infra/rights.ts"];

/** The lines in which a key is written out again. */
const retyped = (files: ReadonlyMap<string, string>): string[] =>
  [...files].flatMap(([file, text]) =>
    ELSEWHERE.includes(file)
      ? []
      : text
          .split("\n")
          .filter((line) => /["`](C|[A-Z]{4,})#|"(CONSULTATIONS|TEAMS|ORGANISERS)"/.test(line))
          .map((line) => `${file}: ${line.trim()}`),
  );

test("every key stands once, in functions/store/keys.ts", async () => {
  const root = resolve(import.meta.dirname, "../../..");
  const files = new Map<string, string>();
  for await (const file of glob("{functions,infra}/**/*.{ts,tsx}", { cwd: root })) {
    files.set(file, await readFile(join(root, file), "utf8"));
  }
  expect(files.has("functions/store/keys.ts")).toBe(true);
  expect(retyped(files)).toEqual([]);
  const again = new Map([["functions/a.ts", 'const a = `C#${id}`;\nconst b = "LOG" + "LINK#";']]);
  expect(retyped(again)).toHaveLength(2);
});
