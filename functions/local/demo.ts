/**
 * An example to try ledger, pages of recommendations and council with: ballots, reasons and official
 * responses, all made up, and marked so for good before any of them is there.
 */
import { isIP } from "node:net";
import { API_REASONS, pathOf } from "../../domain/paths.ts";
import type { BallotBody } from "../../domain/ballot/ballot.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Services } from "../services.ts";
import { ballotsOf } from "../store/all-ballots.ts";
import { isDemo, markSimulated } from "../store/simulated.ts";
import { listResponses, responsePut } from "../store/responses.ts";
import { writeAll } from "../store/write-all.ts";
import { Complaint } from "./complaint.ts";
import type { Instance } from "./instance.ts";
import { madeUpAnswers, madeUpReason } from "./made-up-answers.ts";

/** Every how manieth respondent gives a reason, and for how many recommendations. */
const EVERY = 5;
const REASONS = 2;

/**
 * Makes a consultation an example. Refuses, with nothing written, where anybody may reach it, and where there
 * are ballots or responses that nobody made up: what is real and what is not must not stand together.
 */
export async function beginDemo(
  { db }: Pick<Services, "db">,
  { id }: Consultation,
  instance: Instance,
  url: URL,
): Promise<void> {
  const addresses = [
    url,
    ...[instance.url, instance.publicUrl ?? []].flat().map((one) => new URL(one)),
  ];
  const far = addresses.find(({ hostname }) => !isLoopback(hostname));
  if (far !== undefined) {
    throw new Complaint(`--demo fills an example on this machine alone, and not ${far.origin}`);
  }
  const responses = await listResponses(db, id);
  if (responses.some(({ madeUp }) => madeUp !== true)) {
    throw new Complaint(`${id} has official responses that nobody made up; --demo leaves it alone`);
  }
  if (!(await isDemo(db, id)) && (await hasBallots(db, id))) {
    throw new Complaint(`${id} has ballots already; --demo needs a consultation without any`);
  }
  await markSimulated(db, id, { demo: true });
}

/** Whether a name or number is of this machine and no other. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

async function hasBallots(db: Services["db"], id: string): Promise<boolean> {
  for await (const page of ballotsOf(db, id, 16)) if (page.length > 0) return true;
  return false;
}

/** Records made-up answers, unless there are some already. How many. */
export async function recordDemo(
  { db, now }: Pick<Services, "db" | "now">,
  consultation: Consultation,
): Promise<number> {
  const { id, timeZone } = consultation;
  if ((await listResponses(db, id)).length > 0) return 0;
  const answers = madeUpAnswers(consultation, now(), dayIn(timeZone, now()));
  for (const answer of answers) {
    if (!(await writeAll(db, [responsePut(db, id, answer)]))) {
      throw new Complaint(`${id} was answered meanwhile; --demo leaves it alone`);
    }
  }
  return answers.length;
}

/** A ballot that was saved, with the receipt under which. */
export interface Sent {
  receipt: string;
  ballot: BallotBody;
}

/**
 * Gives made-up reasons through the public API, which moderators then look through. How many respondents gave
 * any; `undefined` where this installation takes no reasons.
 */
export async function giveReasons(
  origin: string,
  { id, disclosure }: Consultation,
  all: readonly Sent[],
): Promise<number | undefined> {
  const address = origin + pathOf(API_REASONS, { id });
  let given = 0;
  for (const [place, { receipt, ballot }] of all.entries()) {
    if (place % EVERY !== 0) continue;
    const codes = Object.keys(ballot.ratings).slice(place % 7, (place % 7) + REASONS);
    const reasons = Object.fromEntries(
      codes.map((code, number) => [
        code,
        {
          text: madeUpReason(ballot.language, place / EVERY + number),
          publish: disclosure !== "at-risk",
        },
      ]),
    );
    const answer = await fetch(address, {
      method: "PUT",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${receipt}` },
      body: JSON.stringify({ reasons }),
    });
    await answer.arrayBuffer();
    if (answer.status === 404 || answer.status === 405) return undefined;
    if (answer.ok) given += 1;
  }
  return given;
}
