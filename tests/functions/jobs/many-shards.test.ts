import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { rotated, USUAL_SIZE } from "../../../functions/jobs/shards.ts";
import { tallyPass, type TallyPorts } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { ballotItem } from "../../../functions/store/ballot-item.ts";
import type { Cursor } from "../../../functions/store/counting.ts";
import { DamagedItem } from "../../../functions/store/damaged-item.ts";
import type { StreamRecord } from "../../../functions/store/stream-source.ts";
import type { StoredTally } from "../../../functions/store/tallies.ts";
import { times } from "../../support/client.ts";
import { PLAN, writeOf } from "./counting-ballots.ts";

const PAGE = 2;
const LIMITS = { emptyPages: 20, outOfTime: () => false };

/** Shards with so many ballots each, in turn of two consultations; what is asked is counted. */
function stream(shards: number, ballots: number) {
  const names = times(shards, (place) => `shard-${String(place).padStart(3, "0")}`);
  const records = new Map(
    names.map((name) => [
      name,
      times(ballots, (place): StreamRecord => {
        const id = sha256(`${name} ${place}`);
        const sent = { ballot: place, ratings: "153", panel: "public" as const };
        const after = ballotItem(writeOf(sent, undefined, id, 1));
        const partition = `c${place % 2}#00`;
        return { sequence: String(place + 1), partition, before: undefined, after };
      }),
    ]),
  );
  const asked = { calls: 0, atOnce: 0, most: 0, first: [] as string[] };
  const answer = async <Value>(value: Value): Promise<Value> => {
    asked.calls += 1;
    asked.most = Math.max(asked.most, (asked.atOnce += 1));
    await wait(1);
    asked.atOnce -= 1;
    return value;
  };
  const tallies = new Map<string, StoredTally>();
  const cursors = new Map<string, Cursor>();
  const saved: string[] = [];
  const aside: string[] = [];
  const ports: TallyPorts = {
    stream: {
      listShards: async () => names,
      iterator: (name, after) => {
        if (!asked.first.includes(name)) asked.first.push(name);
        return answer(`${name} ${Number(after ?? 0)}`);
      },
      records: (iterator) => {
        const [name = "", from] = iterator.split(" ");
        const page = records.get(name)!.slice(Number(from), Number(from) + PAGE);
        return answer({ records: page, next: `${name} ${Number(from) + page.length}` });
      },
    },
    cursors: {
      load: async () => new Map(cursors),
      save: async (name, cursor) => void cursors.set(name, cursor),
    },
    tallies: {
      load: async (id) => structuredClone(tallies.get(id)),
      async save(id, tally, loaded) {
        if (tallies.get(id)?.revision !== loaded?.revision) return false;
        saved.push(id);
        tallies.set(id, { tally, revision: (loaded?.revision ?? 0) + 1 });
        return true;
      },
    },
    plan: async () => PLAN,
    setAside: async (id) => void aside.push(id),
    digest: sha256Binary,
    now: () => new Date(0),
  };
  const ballotsOf = (id: string) =>
    (tallies.get(id)?.tally ?? emptyTally(PLAN)).cells.public.ballots;
  return { ports, asked, saved, aside, cursors, ballotsOf };
}

test("a pass saves each consultation once, however many shards and pages its ballots came from", async () => {
  const { ports, saved, ballotsOf } = stream(6, 10);
  expect(await tallyPass(ports, LIMITS)).toMatchObject({ counted: 60, complete: true, shards: 6 });
  expect(saved.toSorted()).toEqual(["c0", "c1"]);
  expect([ballotsOf("c0"), ballotsOf("c1")]).toEqual([30, 30]);
});

test("unless there is more than fits in memory: then in between, and nothing is lost or counted twice", async () => {
  const { ports, saved, ballotsOf } = stream(6, 40);
  // The first save is slow: what is read meanwhile of the same shards must wait for it.
  const load = ports.tallies.load;
  let loads = 0;
  ports.tallies.load = async (id) => {
    if (loads++ === 0) await wait(50);
    return load(id);
  };
  const report = await tallyPass(ports, LIMITS, { together: 4, most: 16 });
  expect(report.counted).toBe(240);
  expect(saved.length).toBeGreaterThan(20);
  expect([ballotsOf("c0"), ballotsOf("c1")]).toEqual([120, 120]);
  expect((await tallyPass(ports, LIMITS)).counted).toBe(0);
});

test("a hundred idle shards are asked at the same time: with answers in 30 ms they take less than 5 s", async () => {
  const { ports, asked, saved } = stream(100, 0);
  await tallyPass(ports, LIMITS);
  expect(asked.calls).toBe(100 * (1 + LIMITS.emptyPages));
  expect(asked.most).toBe(USUAL_SIZE.together);
  expect((asked.calls / asked.most) * 30).toBeLessThan(5_000);
  expect(saved).toEqual([]);
});

test("where time is short every shard has its turn", async () => {
  const { ports, asked, ballotsOf } = stream(6, 2);
  let from = 0;
  for (let pass = 0; pass < 3; pass++) {
    let looks = 8;
    const limits = { emptyPages: 1, outOfTime: () => looks-- <= 0 };
    const report = await tallyPass(ports, limits, { together: 1, most: 100 }, from);
    from += report.shards;
  }
  expect(asked.first.length).toBe(6);
  expect(ballotsOf("c0") + ballotsOf("c1")).toBe(12);
  expect(rotated([1, 2, 3], 4)).toEqual([2, 3, 1]);
});

test("one consultation that cannot be counted is set aside, and the others are counted", async () => {
  const { ports, aside, ballotsOf, cursors } = stream(3, 4);
  const load = ports.tallies.load;
  ports.tallies.load = async (id) => {
    if (id === "c0") throw new DamagedItem({}, "tally");
    return load(id);
  };
  await tallyPass(ports, LIMITS);
  expect(aside).toEqual(["c0"]);
  expect(ballotsOf("c1")).toBe(6);
  expect([...cursors.values()].every(({ sequence }) => sequence === "4")).toBe(true);
});

test("where it is no fault of its own nothing is passed over, and the others are counted all the same", async () => {
  const { ports, ballotsOf, cursors } = stream(3, 4);
  const load = ports.tallies.load;
  let away = true;
  ports.tallies.load = async (id) => {
    if (away && id === "c0") throw new Error("away");
    return load(id);
  };
  ports.setAside = (_, failure) => Promise.reject(failure as Error);
  await expect(tallyPass(ports, LIMITS)).rejects.toThrow("away");
  expect([ballotsOf("c1"), cursors.size]).toEqual([6, 0]);
  away = false;
  await tallyPass(ports, LIMITS);
  expect([ballotsOf("c0"), ballotsOf("c1")]).toEqual([6, 6]);
});
