import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BallotBody } from "../../../domain/ballot/ballot.ts";
import { drawReceipt } from "../../../domain/ballot/receipt.ts";
import type { Remarks } from "../../../domain/remark/remark.ts";
import { NEW_LIFE } from "../../../domain/consultation/life.ts";
import { saveBallot } from "../../../functions/ballot/ballot-box.ts";
import { mixRemarks } from "../../../functions/jobs/mix.ts";
import { startDatabase } from "../../../functions/local/start-database.ts";
import { LOCAL_TABLES, localServices } from "../../../functions/local/services.ts";
import { saveRemarks } from "../../../functions/remark/remark-box.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { makeTables } from "../../../functions/store/make-tables.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { gains, type Riddle, type Row } from "./attacker.ts";
import { type DatabaseFile, openFile } from "./file.ts";
import { ASKING, written } from "./writing.ts";

const DAYS = ["2026-03-02", "2026-03-03", "2026-03-04"];
const PEOPLE = { public: 20, expert: 8 };
/** What no look may reach: chance alone stays below it, and each planted fault goes over it. */
const MOST = 1.5;

/** Bytes that look like chance and are the same in each run. */
function seeded(seed: string): (length: number) => Uint8Array {
  let drawn = 0;
  return (length) => {
    const bytes = [];
    while (bytes.length < length) {
      bytes.push(...createHash("sha256").update(`${seed} ${drawn++}`).digest());
    }
    return Uint8Array.from(bytes.slice(0, length));
  };
}

interface Author {
  ballot: string;
  group: string;
  text: string;
  receipt: string;
}

let folder: string;
let authors: Author[];
/** What was sent to the database while respondents wrote. */
const sent = new Set<string>();
let everybody: { ballot: string; group: string }[];
let file: DatabaseFile & { close(): void };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kenes-joined-"));
  const keeper = join(import.meta.dirname, "../../../functions/local/keeper.ts");
  const database = await startDatabase({ folder, keeper });
  const random = seeded("joined");
  const clock = { now: new Date() };
  const world = {
    ...(await localServices(folder, database, {} as never)),
    now: () => clock.now,
    random,
  };
  await makeTables(world.db.client, LOCAL_TABLES);
  await addConsultation(world.db, ASKING);
  const published = { definition: ASKING, life: NEW_LIFE };
  [authors, everybody] = [[], []];
  let isWriting = false;
  world.db.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (isWriting) sent.add(commandName!);
        return next(args);
      },
    { step: "initialize" },
  );
  const save = async (receipt: string, text: string | undefined) => {
    isWriting = true;
    const remarks: Remarks = {
      reasons: text === undefined ? {} : { K3: written(text, true) },
    };
    expect(await saveRemarks(world, published, receipt, remarks)).toBeUndefined();
    isWriting = false;
  };
  for (const day of DAYS) {
    clock.now = new Date(`${day}T08:00:00Z`);
    const codes = await makeInvitations(world, ASKING.id, PEOPLE.expert);
    // Experts come between the others.
    const who = [...Array(PEOPLE.public).fill(undefined), ...codes].toSorted(
      () => (random(1)[0]! % 2) - 0.5,
    ) as (string | undefined)[];
    for (const [at, invitation] of who.entries()) {
      const receipt = drawReceipt(random(20));
      const ballot = {
        revision: 1,
        language: ASKING.languages[random(1)[0]! % 3]!,
        ratings: { W1: 1 + (random(1)[0]! % 5), K3: 1 + (random(1)[0]! % 5) },
        about: { age: ["18-24", "25-34"][at % 2]! },
        ...(invitation !== undefined && { invitation }),
      } as BallotBody;
      expect(await saveBallot(world, published, receipt, ballot)).toHaveProperty("saved");
      const group = `${day} ${invitation === undefined ? "public" : "expert"}`;
      const id = ballotIdOf(ASKING.id, receipt);
      everybody.push({ ballot: id, group });
      if (at % 3 === 2) continue;
      const text = `A text that says nothing of whoever wrote it, ${authors.length}.`;
      await save(receipt, text);
      authors.push({ ballot: id, group, text, receipt });
    }
    clock.now = new Date(`${day}T23:59:59Z`);
    clock.now = new Date(clock.now.getTime() + 2_000);
    await mixRemarks(world, published, () => false);
  }
  // On the last day some of the first change what they wrote, and their ballots with it.
  const changed = authors.filter(({ group }) => group === `${DAYS[0]} public`).slice(0, 8);
  for (const author of changed) {
    const ballot = { revision: 2, language: "en", ratings: { W1: 5 } } as BallotBody;
    expect(await saveBallot(world, published, author.receipt, ballot)).toHaveProperty("saved");
    author.text = `Said otherwise: ${author.text}`;
    await save(author.receipt, author.text);
    author.group = "changed";
    everybody.find(({ ballot: one }) => one === author.ballot)!.group = "changed";
  }
  const [gone] = authors.splice(
    authors.findIndex(({ group }) => group === `${DAYS[1]} public`),
    1,
  );
  await save(gone!.receipt, undefined);
  clock.now = new Date(clock.now.getTime() + 86_400_000);
  await mixRemarks(world, published, () => false);
  await database.stop();
  file = openFile(folder);
});

afterAll(async () => {
  file.close();
  await rm(folder, { recursive: true, force: true });
});

/** Each remark of the pool, with the ballots of its author's day and panel. */
function riddles(): Riddle[] {
  const pool = file.rows("main", `REMARKS#${ASKING.id}`);
  const ballots = file.rows("ballots", `${ASKING.id}#`);
  const rowOf = (id: string) => ballots.find((one) => one.id === id)!;
  expect(pool).toHaveLength(authors.length);
  return pool.map((remark) => {
    const author = authors.find(({ text }) => text === remark.attributes["text"])!;
    const others = everybody.filter(
      ({ ballot, group }) => group === author.group && ballot !== author.ballot,
    );
    return { remark, ballots: [author.ballot, ...others.map(({ ballot }) => ballot)].map(rowOf) };
  });
}

test("whoever has the whole file finds the author no better than by guessing", () => {
  const all = gains(riddles());
  expect(all.length).toBeGreaterThan(40);
  const [best] = all;
  expect(best![1], `by ${best![0]}`).toBeLessThan(MOST);
});

test("nothing is left of the inbox", () => {
  expect(file.rows("ephemeral", "INBOX#")).toEqual([]);
});

// DynamoDB Local writes down each transaction with its millisecond, and each ballot in its stream with its own.
test("no respondent writes in a transaction", () => {
  expect(sent.size).toBeGreaterThan(3);
  expect([...sent].filter((name) => name.startsWith("TransactWrite"))).toEqual([]);
});

test.each<[string, (riddle: Riddle) => Partial<Row>]>([
  [
    "the ballot's language",
    ({ remark, ballots: [own] }) => ({
      attributes: { ...remark.attributes, language: own!.attributes["language"]! },
    }),
  ],
  [
    "a ballot's answer",
    ({ remark, ballots: [own] }) => ({
      attributes: { ...remark.attributes, ratings: own!.attributes["ratings"]! },
    }),
  ],
  ["the order in which they came", ({ ballots: [own] }) => ({ written: own!.written })],
  ["keys in that order", ({ ballots: [own] }) => ({ id: own!.id })],
])("the attacker would find out by %s", (_, fault) => {
  const planted = riddles().map((riddle) => ({
    ...riddle,
    remark: { ...riddle.remark, ...fault(riddle) },
  }));
  const [best] = gains(planted);
  expect(best![1]).toBeGreaterThan(MOST);
});
