import { expect, test } from "vitest";
import { ballotContent } from "../../../domain/ballot/ballot.ts";
import { BINS } from "../../../domain/ballot/rating.ts";
import { BALLOT, COMMIT } from "../../../domain/cost/units.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import {
  madeUpOpinion,
  seededChance,
  simulatedBallot,
} from "../../../functions/local/simulated-ballots.ts";
import { sha256 } from "../../../functions/secrets.ts";
import { ballotItem } from "../../../functions/store/ballot-item.ts";
import { loadTally, saveTally } from "../../../functions/store/tallies.ts";
import { times } from "../../support/client.ts";
import { unitsDuring } from "../../support/units.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { holds } from "./holds.ts";

const { id } = KAZAKHSTAN;

test("a tally in which millions are counted is still as few units", async () => {
  const { db } = await freshWorld();
  const plan = countingPlan(KAZAKHSTAN);
  const chance = seededChance(1);
  const tally = emptyTally(plan);
  const many = () => Math.floor(chance() * 5_000_000);
  for (const cell of Object.values(tally.cells)) {
    Object.assign(cell, { ballots: many(), choosers: many() });
    cell.bins = Int32Array.from({ length: plan.codes.length * BINS.length }, many);
    cell.first = Int32Array.from(plan.codes, many);
  }
  tally.segments = Object.fromEntries(Object.keys(tally.segments).map((key) => [key, many()]));
  tally.watermarks = Object.fromEntries(
    times(8, (place) => [
      `shardId-00000001700000000${place}00-${sha256(String(place)).slice(0, 8)}`,
      {
        sequence: String(10 ** 20 * chance())
          .slice(0, 18)
          .replace(".", "7"),
      },
    ]),
  );
  const saved = await unitsDuring(db, () => saveTally(db, id, tally, 0));
  const loaded = await unitsDuring(db, () => loadTally(db, id));
  holds("a large tally", { writes: saved.writes, reads: loaded.reads }, COMMIT.tally);
});

test("a stored ballot", () => {
  const chance = seededChance(1);
  const opinion = madeUpOpinion(chance, KAZAKHSTAN.recommendations.length);
  const sizes = times(200, (place) => {
    const body = simulatedBallot(KAZAKHSTAN, opinion, chance);
    const content = ballotContent(KAZAKHSTAN, body, "public");
    const day = "2026-11-24";
    const item = ballotItem({
      consultation: id,
      id: sha256(String(place)),
      revision: 1,
      content,
      day,
    });
    // Names and values; what else an item has comes to a hundred bytes (DynamoDB, "Item sizes").
    const text = JSON.stringify(item).replaceAll(/"[SNM]":|[{}",:]/g, "");
    return 100 + Buffer.byteLength(text);
  });
  const mean = sizes.reduce((sum, size) => sum + size) / sizes.length;
  process.stdout.write(`a ballot: ${Math.round(mean)} bytes\n`);
  expect(mean).toBeLessThanOrEqual(BALLOT.bytes);
  expect(BALLOT.bytes).toBeLessThanOrEqual(2 * mean);
  expect(Math.max(...sizes)).toBeLessThan(1_024);
});
