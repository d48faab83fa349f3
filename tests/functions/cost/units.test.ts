import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import {
  ACTS,
  COMMIT,
  IDLE,
  LOOK,
  type JobName,
  RELEASE,
  REREADING,
} from "../../../domain/cost/units.ts";
import { pathOf, RATE, RESULTS } from "../../../domain/paths.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { holds, less } from "./holds.ts";
import { idleWorld } from "./idle-world.ts";

const { id } = KAZAKHSTAN;
const BALLOTS = apiPath(API.putBallot, id);

test("what respondents do", async () => {
  // In a demonstration nothing is counted later, and nothing has to be read before it is replaced.
  const daily = { ...KAZAKHSTAN, release: { ...KAZAKHSTAN.release, every: "day" as const } };
  const { services, ask, during } = await idleWorld(daily);
  const receipt = newReceipt();
  const put = (body: object) => ask("PUT", BALLOTS, receipt, body);
  const answered = async (wanted: number, sent: Promise<Response> | Response) =>
    expect((await sent).status).toBe(wanted);
  // What is kept in memory is there from now on.
  await answered(200, ask("GET", pathOf(RATE, { id })));
  holds("ballot", await during(() => answered(201, put(goodBallot()))), ACTS.ballot);
  const read = await during(() => answered(200, ask("GET", BALLOTS, receipt)));
  holds("read-back", read, ACTS["read-back"]);
  const revised = goodBallot({ revision: 2, ratings: { W1: 1 } });
  holds("revision", await during(() => answered(200, put(revised))), ACTS.revision);
  const withdrawn = () => answered(204, ask("DELETE", BALLOTS, receipt));
  holds("withdrawal", await during(withdrawn), ACTS.withdrawal);
  const [invitation] = await makeInvitations(services, id, 1);
  const invited = goodBallot({ invitation });
  const expert = () => answered(201, ask("PUT", BALLOTS, newReceipt(), invited));
  holds("expert", await during(expert), ACTS.expert);
  const page = () => answered(200, ask("GET", pathOf(RATE, { id })));
  holds("rate page", await during(page), ACTS["rate-page"]);
});

test("what is reread while pages are asked for", async () => {
  const world = await idleWorld();
  const { clock, jobs, during, ask, open, sendTo } = world;
  await sendTo(id, 3);
  await jobs.tally();
  await jobs.release();
  const asked = (path: string) => async () => expect((await ask("GET", path)).status).toBe(200);
  const page = asked(pathOf(RATE, { id }));
  world.minute();
  const one = await during(page);
  await open("second");
  await open("third");
  world.minute();
  const three = await during(page);
  const { definitions, results } = REREADING;
  const units = (reads: number) => ({ writes: 0, reads });
  holds("definitions, for each", less(three, one, 2), units(definitions.reads));

  const pageOfResults = asked(pathOf(RESULTS, { id }));
  await pageOfResults();
  clock.now += 1_000 * results.seconds;
  holds("results", await during(pageOfResults), units(results.reads));
});

test("a minute of each job in which there is nothing to do", async () => {
  const world = await idleWorld();
  const { jobs, during, open, sendTo } = world;
  const names = Object.keys(IDLE) as JobName[];
  const all = async () => {
    const used = new Map<JobName, Awaited<ReturnType<typeof during>>>();
    for (const name of names) {
      // What another job has left to do is done, and what is looked at every few minutes was.
      for (let minutes = 0; minutes < LOOK.minutes; minutes++) world.minute();
      await jobs[name]();
      world.minute();
      used.set(name, await during(jobs[name]));
    }
    return used;
  };
  // Whatever is new is counted and published before it is measured.
  const ready = async (...consultations: string[]) => {
    for (const one of consultations) await sendTo(one, 3);
    for (const name of ["tally", "release", "recount"] as const) {
      world.minute();
      await jobs[name]();
    }
  };
  await ready(id);
  const one = await all();
  for (const further of ["second", "third"]) await open(further);
  world.minute();
  await ready("second", "third");
  const three = await all();
  for (const name of names) {
    const { run, each } = IDLE[name];
    const [first, last] = [one.get(name)!, three.get(name)!];
    const eachUsed = less(last, first, 2);
    holds(`${name}, for each`, eachUsed, each);
    holds(`${name}, a run`, less(first, eachUsed), run);
    expect.soft(last.filesRead, `${name}: files read`).toBe(0);
    expect.soft(last.filesWritten, `${name}: files written`).toBe(0);
  }
});

test("counting what is new, and making a release of it", async () => {
  const world = await idleWorld();
  const { jobs, during, sendTo } = world;
  await sendTo(id, 3);
  await jobs.tally();
  await jobs.release();
  world.minute();
  const idle = { tally: await during(jobs.tally), release: await during(jobs.release) };
  await sendTo(id, 1);
  world.minute();
  const counted = less(await during(jobs.tally), idle.tally);
  const { tally, shard } = COMMIT;
  // Of one shard: a table in which little is stored has no more.
  const said = {
    writes: tally.writes + shard.writes,
    reads: tally.reads + shard.reads,
  };
  holds("a commit", counted, said);
  const released = await during(jobs.release);
  holds("a release", less(released, idle.release), RELEASE);
  expect(released.filesWritten).toBe(RELEASE.files);
});
