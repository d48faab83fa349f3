import { randomBytes } from "node:crypto";
import { API, apiPath } from "../../domain/api.ts";
import { drawReceipt } from "../../domain/ballot/receipt.ts";
import type { App } from "../../functions/http/environment.ts";
import { KAZAKHSTAN } from "./world.ts";

export const newReceipt = (): string => drawReceipt(randomBytes(20));

export const BALLOT_PATH = apiPath(API.putBallot, KAZAKHSTAN.id);

let places = 0;

/** From a place of its own each time: what comes in numbers from one place is asked for work. */
const fromAnywhere = () => {
  const place = `place ${(places += 1)}`;
  return { asker: () => place };
};

/** A ballot that is accepted as it stands. */
export const goodBallot = (more: Record<string, unknown> = {}) => ({
  revision: 1,
  language: "kk",
  ratings: { W1: 5, K3: "no-opinion" },
  ...more,
});

/** A respondent that speaks to the app directly, by request. */
export const clientOf = (app: Pick<App, "request">) => {
  const send = (
    method: string,
    receipt: string | undefined,
    body?: string | Uint8Array<ArrayBuffer> | ReadableStream,
    headers: Record<string, string> = {},
  ) =>
    app.request(
      BALLOT_PATH,
      {
        method,
        headers: {
          ...(receipt !== undefined && { Authorization: `Bearer ${receipt}` }),
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body, duplex: "half" }),
      },
      fromAnywhere(),
    );
  return {
    send,
    put: (receipt: string, ballot: unknown) => send("PUT", receipt, JSON.stringify(ballot)),
    get: (receipt: string) => send("GET", receipt),
    withdraw: (receipt: string) => send("DELETE", receipt),
  };
};

/** The status and problem code of an answer, for comparing in one line. */
export const problemOf = async (answer: Response) => {
  const { title } = (await answer.json()) as { title: string };
  return { status: answer.status, title };
};

/** That many of what is made. */
export const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** How often each value occurs. */
export const tally = (values: number[]) => {
  const counts: Record<number, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
