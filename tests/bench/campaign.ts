import { pbkdf2Sync } from "node:crypto";
import { Agent, request } from "node:http";
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Challenge } from "../../domain/work/challenge.ts";
import { packedWork } from "../../functions/work/challenge.ts";
import type { RunningServer } from "../support/server.ts";
import { ballotMaker, newReceipt } from "./writing.ts";

/**
 * What somebody who floods pays: seconds of a processor for each ballot that is taken, sent one after the other over one
 * connection by the plainest client, and solved with native code, which is faster than any browser.
 */
export async function campaign(
  server: RunningServer,
  definition: Consultation,
  ballots: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const url = new URL(apiPath(API.putBallot, definition.id), server.url);
  const put = (receipt: string, body: object) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${receipt}`,
        "content-type": "application/json",
      };
      const sent = request(url, { agent, method: "PUT", headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => (text += part));
        answer.on("end", () => resolve({ status: answer.statusCode!, text }));
      });
      sent.on("error", reject);
      sent.end(JSON.stringify(body));
    });
  const make = ballotMaker(definition);
  const made = Array.from({ length: ballots }, () => ({ receipt: newReceipt(), ballot: make() }));
  const before = process.cpuUsage();
  for (const { receipt, ballot } of made) {
    let answer = await put(receipt, ballot);
    if (answer.status === 428) {
      const { work } = JSON.parse(answer.text) as { work: Challenge };
      answer = await put(receipt, { ...ballot, work: packedWork(solvedNatively(work)) });
    }
    if (answer.status !== 201) throw new Error(`a ballot was answered with ${answer.status}`);
  }
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  return (user + system) / 1e6 / ballots;
}

function solvedNatively(challenge: Challenge) {
  const { salt, cost, most, target } = challenge;
  for (let counter = 1; counter <= most; counter++) {
    const key = pbkdf2Sync(String(counter), salt, cost, 16, "sha256").toString("hex");
    if (key.startsWith(target)) return { ...challenge, key };
  }
  throw new Error("the challenge has no solution");
}
