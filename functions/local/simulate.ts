import { parseArgs } from "node:util";
import { API, apiPath } from "../../domain/api.ts";
import type { BallotBody } from "../../domain/ballot/ballot.ts";
import { newReceipt } from "../ballot/rate-view.ts";
import { markSimulated } from "../store/simulated.ts";
import { Complaint, runCommand } from "./command.ts";
import { beginDemo, giveReasons, recordDemo, type Sent } from "./demo.ts";
import { makeInvitations } from "./invitations.ts";
import { madeUpOpinion, seededChance, simulatedBallot } from "./simulated-ballots.ts";

/** How many respondents send at the same time. */
const TOGETHER = 8;
/** How often one send is tried, with a growing wait between, before it counts as failed. */
const TRIES = 6;

const usage =
  "usage: npm run -s simulate -- --ballots 500 --experts 24 --seed 1 [--url http://localhost:8080] [--consultation kazakhstan-2019] [--demo]";

// Sends made-up ballots through the public API, like any respondent. The consultation is marked
// first, so that no release can hold a simulated ballot without saying so.
await runCommand(async ({ services, instance, consultation }) => {
  const { values } = readWords();
  const [ballots, experts, seed] = [values.ballots, values.experts, values.seed].map(wholeNumber);
  const { definition } = await consultation(values.consultation);
  const url = new URL(apiPath(API.putBallot, definition.id), values.url ?? instance.url);
  if (url.port !== new URL(instance.url).port) {
    // Another installation would count the ballots without knowing that they are simulated.
    throw new Complaint(`the server of this data folder is ${instance.url}, not ${url.origin}`);
  }
  if (values.demo) await beginDemo(services, definition, instance, url);
  else await markSimulated(services.db, definition.id);

  const chance = seededChance(seed!);
  const panel = (count: number) => {
    const opinion = madeUpOpinion(chance, definition.recommendations.length);
    return Array.from({ length: count }, () => simulatedBallot(definition, opinion, chance));
  };
  const codes = await makeInvitations(services, definition.id, experts!);
  const waiting = [
    ...panel(ballots!),
    ...panel(experts!).map((ballot, index) => ({ ...ballot, invitation: codes[index]! })),
  ];
  const total = waiting.length;
  const sent: Sent[] = [];
  let failed = 0;
  const sender = async () => {
    for (let ballot = waiting.shift(); ballot !== undefined; ballot = waiting.shift()) {
      const receipt = newReceipt(services);
      if (await send(url.href, receipt, ballot)) sent.push({ receipt, ballot });
      else failed += 1;
      if ((sent.length + failed) % 100 === 0) progress(sent.length, total);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, sender));
  progress(sent.length, total);
  process.stdout.write(`Saved ${sent.length} of ${total} simulated ballots in ${definition.id}.\n`);
  if (failed > 0) process.stdout.write(`${failed} were not saved; run again for more.\n`);
  if (values.demo) {
    const answers = await recordDemo(services, definition);
    process.stdout.write(`Recorded ${answers} made-up official responses, each marked so.\n`);
    const given = await giveReasons(url.origin, definition, sent);
    process.stdout.write(
      given === undefined
        ? "Reasons are not taken here.\n"
        : `${given} respondents gave made-up reasons, which wait for moderators.\n`,
    );
  }
  return failed === 0 ? 0 : 1;
});

/** Sends one ballot until it is saved; the receipt makes every further try harmless. */
async function send(url: string, receipt: string, ballot: BallotBody): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const answer = await fetch(url, {
        method: API.putBallot.method,
        headers: { "Content-Type": "application/json", Authorization: `Bearer ${receipt}` },
        body: JSON.stringify(ballot),
      });
      await answer.arrayBuffer();
      if (answer.ok) return true;
      if (answer.status < 500 && answer.status !== 429) return false;
    } catch {
      // Not reached, or cut: try again.
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
  return false;
}

function readWords() {
  try {
    return parseArgs({
      options: {
        ballots: { type: "string", default: "500" },
        experts: { type: "string", default: "24" },
        seed: { type: "string", default: "1" },
        url: { type: "string" },
        demo: { type: "boolean", default: false },
        consultation: { type: "string", default: "kazakhstan-2019" },
      },
    });
  } catch (cause) {
    throw new Complaint(usage, { cause });
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Complaint(usage);
  return Number(text);
}

function progress(saved: number, total: number): void {
  process.stderr.write(`\r${saved} of ${total}${saved === total ? "\n" : ""}`);
}
