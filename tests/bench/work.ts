import { pbkdf2Sync } from "node:crypto";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Consultation } from "../../domain/consultation/definition.ts";
import { HARD_WORK, WORK } from "../../domain/work/limits.ts";
import { judgeWork, newChallenge, packedWork } from "../../functions/work/challenge.ts";
import { solve } from "../../web/work/solve.ts";
import { startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { campaign } from "./campaign.ts";
import { count, median, report, say } from "./report.ts";
import { bareWrites, httpWrites } from "./writing.ts";

// What work on ballots costs: the server, who answers, and who floods. Compared within this one run.
const ROUNDS = 3;
const SECONDS = 6;
const WARM_UP = 15;
/** A campaign of 5 % beside a thousand. */
const CAMPAIGN = 50;

const definition = kazakhstan as Consultation;
const world = {
  secret: new Uint8Array(32),
  now: () => new Date(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
const ballot = { consultation: definition.id, ballotId: "a".repeat(64) };

/** How much of a processor something takes, in ms, over so many times; whatever else the machine has to do. */
async function each(times: number, act: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  for (let done = 0; done < times; done++) await act();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000 / times;
}

const derivation = await each(20, () => pbkdf2Sync("1", "salt", 100_000, 16, "sha256"));
const speed = 100_000 / (derivation / 1_000);
say(`PBKDF2 with SHA-256, one thread: ${count(speed)} iterations a second`);
for (const [name, { cost, most }] of [
  ["work", WORK],
  ["hard work", HARD_WORK],
] as const) {
  const seconds = (iterations: number) => (iterations / speed).toFixed(2);
  say(`${name}: ${seconds((cost * most) / 2)} s on average, ${seconds(cost * most)} s at most`);
}
const challenge = await newChallenge(world, ballot, WORK);
let tries = 1;
const solving = await each(1, () => solve(challenge, () => (tries += 1)));
const native = await each(200, () => pbkdf2Sync("1", challenge.salt, WORK.cost, 16, "sha256"));
say(`one try: ${(solving / tries).toFixed(2)} ms by WebCrypto, ${native.toFixed(2)} ms natively`);
const issued = await each(200, () => newChallenge(world, ballot, WORK));
const sent = packedWork(await solve(challenge));
const judged = await each(5_000, () => judgeWork(world, ballot, sent));
const wrong = await each(5_000, () => judgeWork(world, { ...ballot, ballotId: "b" }, sent));
report("a challenge made", `${issued.toFixed(2)} ms`, "2 ms", issued <= 2);
report(
  "a solution judged, right and wrong",
  `${judged.toFixed(3)} and ${wrong.toFixed(3)} ms`,
  "0.1 ms",
  Math.max(judged, wrong) <= 0.1,
);

const server = await startServer();
try {
  await setWorkThere(server, definition.id, "off");
  await httpWrites(server, definition, WARM_UP);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await bareWrites(server, definition, SECONDS);
    const http = await httpWrites(server, definition, SECONDS);
    say(`${count(bare)} bare conditional PutItems a second, ${count(http)} ballots through HTTP`);
    ratios.push(http / bare);
  }
  const ratio = median(ratios);
  report("ballots through HTTP ÷ bare PutItems", ratio.toFixed(2), "0.9", ratio >= 0.9);

  await campaign(server, definition, CAMPAIGN);
  const free = await campaign(server, definition, 4 * CAMPAIGN);
  await setWorkThere(server, definition.id, "on");
  const worked = await campaign(server, definition, CAMPAIGN);
  say(
    `of a processor a ballot: ${(1e3 * free).toFixed(2)} ms, with work ${(1e3 * worked).toFixed(1)} ms`,
  );
  const dearer = worked / free;
  report("what a campaign costs with work ÷ without", dearer.toFixed(0), "50", dearer >= 50);
  say(`a million ballots: ${((worked * 1e6) / 3_600).toFixed(0)} hours of a processor`);
} finally {
  await server.stop();
}
