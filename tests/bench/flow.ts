import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import { ballotContent } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { countingPlan } from "../../domain/tally/plan.ts";
import type { TallyPorts } from "../../functions/jobs/tally.ts";
import {
  madeUpOpinion,
  seededChance,
  simulatedBallot,
} from "../../functions/local/simulated-ballots.ts";
import { sha256, sha256Binary } from "../../functions/secrets.ts";
import { ballotItem } from "../../functions/store/ballot-item.ts";
import type { Cursor } from "../../functions/store/counting.ts";
import type { Item } from "../../functions/store/damaged-item.ts";
import type { StreamRecord } from "../../functions/store/stream-source.ts";
import { packTally, unpackTally } from "../../functions/store/tally-bytes.ts";
import { times } from "../support/client.ts";

export const DEFINITION = kazakhstan as unknown as Consultation;
export const PLAN = countingPlan(DEFINITION);

/** So many different records are made, and told again and again under other sequence numbers. */
const DIFFERENT = 2_000;
/** Of so many records one is a revision; every other is a new ballot. */
const REVISED = 10;
/** Most records of a page, as DynamoDB has it. */
const PAGE = 1_000;

/** A complete ballot of the consultation, as its item. */
function made(chance: () => number, opinion: number[], ballot: number, revision: number): Item {
  const body = simulatedBallot(DEFINITION, opinion, chance);
  return ballotItem({
    consultation: DEFINITION.id,
    id: sha256(String(ballot)),
    revision,
    content: ballotContent(DEFINITION, { ...body, revision }, "public"),
    day: "2026-11-24",
  });
}

/** Images of ballots and revisions in turn, as the stream has them. */
export function images(): Pick<StreamRecord, "partition" | "before" | "after">[] {
  const chance = seededChance(1);
  const opinion = madeUpOpinion(chance, DEFINITION.recommendations.length);
  return times(DIFFERENT, (place) => {
    const first = made(chance, opinion, place, 1);
    const isRevision = place % REVISED === REVISED - 1;
    const after = isRevision ? made(chance, opinion, place, 2) : first;
    const partition = after["pk"]!.S!;
    return { partition, before: isRevision ? first : undefined, after };
  });
}

/** Of so many records, how many are new ballots. */
export const ballotsIn = (records: number): number => records - Math.floor(records / REVISED);

const sequenceOf = (place: number): string => `1${String(place).padStart(20, "0")}`;

/**
 * A stream of that many shards, over which ballots come in turn; `arrive` says how many have come. What the real job touches
 * outside is kept in memory, the tally as the bytes that are stored, so that packing and unpacking are part of what is measured.
 */
export function flow(shards: number) {
  const different = images();
  const names = times(
    shards,
    (shard) => `shardId-0000000170000000${String(shard).padStart(4, "0")}-0a1b2c3d`,
  );
  const places = new Map(names.map((name, place) => [name, place]));
  const cursors = new Map<string, Cursor>();
  let kept: { bytes: Uint8Array; revision: number } | undefined;
  let arrived = 0;
  const told = { calls: 0, records: 0, commits: 0, units: 0, bytes: 0, memory: 0 };
  const record = (shard: number, place: number): StreamRecord => ({
    ...different[(place * shards + shard) % DIFFERENT]!,
    sequence: sequenceOf(place),
  });
  const ports: TallyPorts = {
    stream: {
      listShards: async () => names,
      iterator: async (name, after) =>
        `${name} ${after === undefined ? 0 : Number(after.slice(1)) + 1}`,
      async records(iterator) {
        told.calls += 1;
        const [name = "", from = ""] = iterator.split(" ");
        const shard = places.get(name)!;
        const there = Math.ceil((arrived - shard) / shards);
        const length = Math.max(0, Math.min(PAGE, there - Number(from)));
        told.records += length;
        const records = times(length, (place) => record(shard, Number(from) + place));
        return { records, next: `${name} ${Number(from) + length}` };
      },
    },
    cursors: {
      load: async () => new Map(cursors),
      async save(name, cursor) {
        told.units += 1;
        cursors.set(name, cursor);
      },
    },
    tallies: {
      load: async () => kept && { tally: unpackTally(kept.bytes), revision: kept.revision },
      async save(_, tally, loaded) {
        if (kept?.revision !== loaded?.revision) return false;
        const bytes = packTally(tally);
        kept = { bytes, revision: (loaded?.revision ?? 0) + 1 };
        told.commits += 1;
        told.units += Math.ceil((bytes.byteLength + 200) / 1_024);
        told.bytes = bytes.byteLength;
        told.memory = Math.max(told.memory, process.memoryUsage().rss);
        return true;
      },
    },
    plan: async () => PLAN,
    setAside: (_, failure) => Promise.reject(failure as Error),
    digest: sha256Binary,
    now: () => new Date(0),
  };
  return {
    ports,
    told,
    cursors,
    arrive: (records: number) => (arrived = records),
    /** What is counted by now. */
    tally: () => kept && unpackTally(kept.bytes),
  };
}
