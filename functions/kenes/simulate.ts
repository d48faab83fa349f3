import { API, apiPath } from "../../domain/api.ts";
import type { BallotBody } from "../../domain/ballot/ballot.ts";
import { newReceipt } from "../ballot/rate-view.ts";
import { Complaint } from "../local/complaint.ts";
import { beginDemo, giveReasons, recordDemo, type Sent } from "../local/demo.ts";
import { makeInvitations } from "../local/invitations.ts";
import { madeUpOpinion, seededChance, simulatedBallot } from "../local/simulated-ballots.ts";
import { ballotIdOf } from "../secrets.ts";
import { markSimulated } from "../store/simulated.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import { progress } from "../command/progress.ts";
import { wholeNumber } from "../command/words.ts";
import { passFor } from "../work/challenge.ts";

/** How many respondents send at the same time. */
const TOGETHER = 8;
/** How often one send is tried, with a growing wait between, before it counts as failed. */
const TRIES = 6;
const MOST = 9_999_999;

/**
 * Sends made-up ballots through the public API, like any respondent. The consultation is marked first, so
 * that no release can hold a simulated ballot without saying so.
 */
export const simulate: Command = {
  name: "simulate",
  summary: "Send made-up ballots through the public API; results say so for good",
  about: ["Only on this machine: of another server nobody knows here whether it marks them."],
  words: [],
  options: {
    ballots: { value: "count", about: "how many of the public", standard: "500" },
    experts: { value: "count", about: "how many experts", standard: "24" },
    seed: { value: "number", about: "the same number makes the same ballots", standard: "1" },
    url: { value: "address", about: "where the server of the data folder answers" },
    consultation: { value: "id", about: "which consultation", standard: "kazakhstan-2019" },
    demo: { about: "make an example of it, with official answers and reasons, marked so" },
  },
  async run({ value, has, target }) {
    const [ballots = 0, experts = 0, seed = 0] = ["ballots", "experts", "seed"].map((name) =>
      wholeNumber(`--${name}`, value(name) ?? "", 0, MOST),
    );
    const opened = await target();
    const { instance } = opened;
    if (instance === undefined) {
      throw new Complaint(
        "simulated ballots are sent on one machine alone, without --endpoint or --aws",
      );
    }
    const { definition } = await oneConsultation(opened, value("consultation") ?? "");
    const services = { ...opened.services, secret: await opened.secret() };
    const url = URL.parse(apiPath(API.putBallot, definition.id), value("url") ?? instance.url);
    if (url?.port !== new URL(instance.url).port) {
      // Another installation would count the ballots without knowing that they are simulated.
      throw new Complaint(
        `the server of this data folder is ${instance.url}, not ${url?.origin ?? value("url")}`,
      );
    }
    if (has("demo")) await beginDemo(services, definition, instance, url);
    else await markSimulated(services.db, definition.id);

    const chance = seededChance(seed);
    const panel = (count: number) => {
      const opinion = madeUpOpinion(chance, definition.recommendations.length);
      return Array.from({ length: count }, () => simulatedBallot(definition, opinion, chance));
    };
    const codes = experts === 0 ? [] : await makeInvitations(services, definition.id, experts);
    const waiting = [
      ...panel(ballots),
      ...panel(experts).map((ballot, index) => ({ ...ballot, invitation: codes[index]! })),
    ];
    const total = waiting.length;
    const sent: Sent[] = [];
    let failed = 0;
    const tell = progress("Ballots sent", total);
    const sender = async () => {
      for (let ballot = waiting.shift(); ballot !== undefined; ballot = waiting.shift()) {
        const receipt = newReceipt(services);
        const ballotId = ballotIdOf(definition.id, receipt);
        const work = passFor(services.secret, { consultation: definition.id, ballotId });
        if (await send(url.href, receipt, { ...ballot, work })) sent.push({ receipt, ballot });
        else failed += 1;
        tell(sent.length + failed);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, sender));
    const lines = [`Saved ${sent.length} of ${total} simulated ballots in ${definition.id}.`];
    if (failed > 0) lines.push(`${failed} were not saved; run again for more.`);
    const json: Record<string, unknown> = {
      consultation: definition.id,
      sent: total,
      saved: sent.length,
    };
    if (has("demo")) {
      const answers = await recordDemo(services, definition);
      lines.push(`Recorded ${answers} made-up official responses, each marked so.`);
      const given = await giveReasons(url.origin, definition, sent);
      lines.push(
        given === undefined
          ? "Reasons are not taken here."
          : `${given} respondents gave made-up reasons, which wait for moderators.`,
      );
      Object.assign(json, { responses: answers, reasons: given ?? null });
    }
    return { code: failed === 0 ? 0 : 1, json, text: `${lines.join("\n")}\n` };
  },
};

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
