import { randomBytes } from "node:crypto";
import autocannon from "autocannon";
import { API, apiPath } from "../../domain/api.ts";
import { drawReceipt } from "../../domain/ballot/receipt.ts";
import { clientConfig } from "../../functions/local/database.ts";
import { LOCAL_TABLES } from "../../functions/local/services.ts";
import {
  seededChance,
  simulatedBallot,
  madeUpOpinion,
} from "../../functions/local/simulated-ballots.ts";
import { putBallot } from "../../functions/store/ballots.ts";
import { ballotContent } from "../../domain/ballot/ballot.ts";
import { connect } from "../../functions/store/database.ts";
import { sha256 } from "../../functions/secrets.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { RunningServer } from "../support/server.ts";

const CONNECTIONS = 32;
/** More seconds than anything here is sent for. */
const LONGEST = 3_600;

/** The receipt of another made-up respondent. */
export const newReceipt = () => drawReceipt(randomBytes(20));

/** Made-up complete ballots, the same kind for both ways. */
export function ballotMaker(definition: Consultation) {
  const chance = seededChance(1);
  const opinion = madeUpOpinion(chance, definition.recommendations.length);
  return () => simulatedBallot(definition, opinion, chance);
}

/** Conditional PutItems a second straight through the SDK, 32 at a time, into the same table. */
export async function bareWrites(
  server: RunningServer,
  definition: Consultation,
  seconds: number,
): Promise<number> {
  const db = connect(LOCAL_TABLES, clientConfig(server.instance));
  const make = ballotMaker(definition);
  const end = Date.now() + seconds * 1000;
  const begun = performance.now();
  let written = 0;
  const writer = async () => {
    while (Date.now() < end) {
      const content = ballotContent(definition, make(), "public");
      const id = sha256(newReceipt());
      await putBallot(db, {
        consultation: definition.id,
        id,
        revision: 1,
        content,
        day: "2026-11-24",
      });
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, writer));
  db.client.destroy();
  return (written * 1000) / (performance.now() - begun);
}

/** Ballots a second through HTTP, over 32 connections; fails unless each one is newly stored. */
export async function httpWrites(
  server: RunningServer,
  definition: Consultation,
  seconds: number,
): Promise<number> {
  const result = allStored(await autocannon(sending(server, definition, seconds)));
  return result["2xx"] / result.duration;
}

/** One ballot that was answered: when, by the clock, and how long its sender waited, in ms. */
export interface Answered {
  at: number;
  waited: number;
}

/** Sends the same ballots until told to stop, and notes each answer; fails then unless each one was newly stored. */
export function steadyWrites(
  server: RunningServer,
  definition: Consultation,
): { answered: readonly Answered[]; stop(): Promise<void> } {
  const answered: Answered[] = [];
  const { promise: ended, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  // Whoever stops it is told.
  ended.catch(() => undefined);
  const running = autocannon(sending(server, definition, LONGEST), (failure, result) =>
    failure ? reject(failure) : resolve(result),
  );
  running.on("response", (_client, _status, _bytes, waited) => {
    answered.push({ at: Date.now(), waited });
  });
  return {
    answered,
    async stop() {
      running.stop();
      allStored(await ended);
    },
  };
}

function sending(
  server: RunningServer,
  definition: Consultation,
  duration: number,
): autocannon.Options {
  const make = ballotMaker(definition);
  return {
    url: server.url,
    connections: CONNECTIONS,
    duration,
    requests: [
      {
        method: "PUT",
        path: apiPath(API.putBallot, definition.id),
        setupRequest: (request) => ({
          ...request,
          headers: { "content-type": "application/json", authorization: `Bearer ${newReceipt()}` },
          body: JSON.stringify(make()),
        }),
      },
    ],
  };
}

function allStored(result: autocannon.Result): autocannon.Result {
  const { non2xx, errors, timeouts } = result;
  if (non2xx + errors + timeouts > 0) {
    throw new Error(`ballots were refused: ${JSON.stringify({ non2xx, errors, timeouts })}`);
  }
  return result;
}

/** 256 respondents at the same moment: how many were saved, and read back whole. */
export async function manyAtOnce(
  server: RunningServer,
  definition: Consultation,
  count = 256,
): Promise<{ saved: number; whole: number }> {
  const make = ballotMaker(definition);
  const url = server.url + apiPath(API.putBallot, definition.id);
  const sent = await Promise.all(
    Array.from({ length: count }, async () => {
      const receipt = newReceipt();
      const ballot = make();
      const headers = { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" };
      const answer = await fetch(url, { method: "PUT", headers, body: JSON.stringify(ballot) });
      await answer.arrayBuffer();
      return { receipt, ballot, status: answer.status };
    }),
  );
  let whole = 0;
  for (const { receipt, ballot } of sent) {
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${receipt}` } });
    const { ratings } = (await answer.json()) as { ratings: unknown };
    if (sorted(ratings) === sorted(ballot.ratings)) whole += 1;
  }
  return { saved: sent.filter(({ status }) => status === 201).length, whole };
}

const sorted = (ratings: unknown): string =>
  JSON.stringify(Object.entries(ratings ?? {}).toSorted());

/** Reads of the newest results a second. */
export async function readResults(
  server: RunningServer,
  consultation: string,
  duration: number,
): Promise<number> {
  const url = server.url + apiPath(API.results, consultation);
  const result = await autocannon({ url, connections: CONNECTIONS, duration });
  if (result.non2xx + result.errors > 0) throw new Error("results were not served");
  return result["2xx"] / result.duration;
}
