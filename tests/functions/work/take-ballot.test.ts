import { beforeEach, describe, expect, test } from "vitest";
import { readBallot } from "../../../domain/ballot/ballot.ts";
import { BURST_PER_MINUTE } from "../../../domain/ballot/seen.ts";
import { pageTime, readPageTime } from "../../../functions/ballot/page-time.ts";
import { known } from "../../../functions/memory/consultations.ts";
import { ballotIdOf } from "../../../functions/secrets.ts";
import { getBallot } from "../../../functions/store/ballots.ts";
import { newArrivals, type World } from "../../../functions/work/arrivals.ts";
import { passFor } from "../../../functions/work/challenge.ts";
import { takeBallot } from "../../../functions/work/take-ballot.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const { id } = KAZAKHSTAN;
const consultation = known({
  definition: KAZAKHSTAN as never,
  life: { paused: false, archived: false },
});

describe("what the server sees of a ballot", () => {
  let world: World;
  let at: number;
  beforeEach(async () => {
    at = Date.parse("2026-11-29T10:00:00Z");
    const services = { ...(await freshWorld()), now: () => new Date(at) };
    world = { ...services, arrivals: newArrivals(services) };
  });
  const seenOf = async (receipt: string, more: Record<string, unknown>) => {
    const read = readBallot(consultation.schema, goodBallot(more));
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    const sender = { asker: "one", receipt };
    expect(await takeBallot(world, consultation, sender, read.ballot)).toHaveProperty("saved");
    const item = await getBallot(world.db, id, ballotIdOf(id, receipt));
    return item?.["seen"]?.S ?? "";
  };
  const ratings = { W1: 5, W2: 4, W3: 1, K1: "no-opinion" };

  test("that it came faster than a second for each rating after its page was made", async () => {
    const page = pageTime(world, id);
    at += 2_999;
    const receipt = newReceipt();
    expect(await seenOf(receipt, { page, ratings })).toBe("f");
    // Who comes back finds the answers filled in: a second version is never fast.
    const changed = { page, ratings: { ...ratings, W1: 4 }, revision: 2 };
    expect(await seenOf(receipt, changed)).toBe("");
    at += 1;
    expect(await seenOf(newReceipt(), { page, ratings })).toBe("");
  });

  test("nothing, where the page's time is missing, of elsewhere, or made up", async () => {
    const page = pageTime(world, id);
    const [made, signature] = page.split(".");
    for (const other of [
      undefined,
      "",
      pageTime(world, "another"),
      made,
      `${Number(made) - 1}.${signature}`,
      `${made}.${"A".repeat(16)}`,
    ]) {
      expect(readPageTime(world, id, other), other).toBeUndefined();
      const more = other === undefined ? {} : { page: other };
      expect(await seenOf(newReceipt(), { ...more, ratings })).toBe("");
    }
    expect(readPageTime(world, id, page)).toBe(Number(made));
  });

  test("that it came in a minute with too many, if it is one of those beyond them", async () => {
    for (let one = 1; one < BURST_PER_MINUTE; one++) world.arrivals.minutes.count(id, at);
    expect(await seenOf(newReceipt(), {})).toBe("");
    expect(await seenOf(newReceipt(), {})).toBe("b");
    // What the installation makes up itself neither counts nor is marked.
    const receipt = newReceipt();
    const ballot = { consultation: id, ballotId: ballotIdOf(id, receipt) };
    expect(await seenOf(receipt, { work: passFor(world.secret, ballot) })).toBe("");
    const page = pageTime(world, id);
    expect(await seenOf(newReceipt(), { page })).toBe("bf");
    at += 60_000;
    expect(await seenOf(newReceipt(), {})).toBe("");
  });

  test("and no crowd of others where one ballot is sent again and again, changed, or refused", async () => {
    for (let one = 2; one < BURST_PER_MINUTE; one++) world.arrivals.minutes.count(id, at);
    const receipt = newReceipt();
    for (let again = 0; again < 5; again++) expect(await seenOf(receipt, {})).toBe("");
    for (let revision = 2; revision < 5; revision++) {
      await seenOf(receipt, { revision, ratings: { W1: revision } });
    }
    const wrong = readBallot(
      consultation.schema,
      goodBallot({ invitation: "AAAA-AAAA-AAAA-AAAA" }),
    );
    const sender = { asker: "one", receipt: newReceipt() };
    if ("faults" in wrong) throw new Error(JSON.stringify(wrong.faults));
    expect(await takeBallot(world, consultation, sender, wrong.ballot)).toHaveProperty("problem");
    expect(await seenOf(newReceipt(), {})).toBe("");
    expect(await seenOf(newReceipt(), {})).toBe("b");
  });
});

test("while a consultation is paused nobody is asked to work for a refusal, and nothing counts as arrived", async () => {
  const services = await freshWorld();
  const world = { ...services, arrivals: newArrivals(services) };
  const paused = known({
    definition: KAZAKHSTAN as never,
    life: {
      paused: true,
      archived: false,
      work: [{ mode: "on", at: "2026-11-29T10:00:00.000Z" }],
    },
  });
  const read = readBallot(paused.schema, goodBallot());
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  for (let one = 0; one < 3; one++) {
    const sender = { asker: "one", receipt: newReceipt() };
    expect(await takeBallot(world, paused, sender, read.ballot)).toEqual({
      problem: "consultation-paused",
    });
  }
  expect(world.arrivals.fromOnePlace.look("one", Date.now()).aheadMs).toBe(0);
});
