/**
 * One call to an address that somebody else chose. It goes to a host that everybody can reach, over TLS, or not
 * at all: the numbers that a name leads to are looked at in the lookup whose result is connected to, so nothing can
 * lead elsewhere between the two. No redirect is followed. Of the answer nothing but status and Retry-After is read.
 */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { request } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Failure, Outcome } from "../../domain/hook/hook.ts";
import { httpDate } from "../http/http-date.ts";
import { nameIn } from "./address.ts";
import { isPublicAddress } from "./public-address.ts";

/** What is outside, as far as a call needs it. Only tests have another one than `INTERNET`. */
export interface Outside {
  /** All numbers that a name leads to. */
  resolve: (name: string) => Promise<LookupAddress[]>;
  isAllowed: (address: string) => boolean;
  port: number;
  /** How long a call may take in all, in ms. */
  timeLimit: number;
  /** Whose certificates are trusted besides those that Node.js knows. */
  ca?: string;
}

export const INTERNET: Outside = {
  resolve: (name) => lookup(name, { all: true, verbatim: true }),
  isAllowed: isPublicAddress,
  port: 443,
  timeLimit: 10_000,
};

/** Most bytes of an answer's head. */
const MOST_HEAD = 8 * 1024;

class NotPublic extends Error {}
class NoName extends Error {}

/** Makes the call; a failure is a value, and says nothing of what was answered. */
export function deliver(
  outside: Outside,
  address: string,
  headers: Record<string, string>,
  body: string,
  now: () => Date,
): Promise<Outcome> {
  const url = new URL(address);
  // For a number nobody asks where it leads.
  if (url.protocol !== "https:" || isIP(nameIn(url)) !== 0) {
    return Promise.resolve({ failure: "address" });
  }
  return new Promise((resolve) => {
    const call = request({
      method: "POST",
      host: nameIn(url),
      port: outside.port,
      path: url.pathname + url.search,
      headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
      // A connection of its own: none is left open that another call might take.
      agent: false,
      lookup: checkedLookup(outside),
      rejectUnauthorized: true,
      maxHeaderSize: MOST_HEAD,
      ...(outside.ca !== undefined && { ca: outside.ca }),
    });
    const end = (outcome: Outcome) => {
      clearTimeout(limit);
      call.destroy();
      resolve(outcome);
    };
    // Over all of it: name, connection, TLS, and an answer that comes byte by byte.
    const limit = setTimeout(() => end({ failure: "timeout" }), outside.timeLimit);
    call.on("response", ({ statusCode = 0, headers: { "retry-after": asked } }) => {
      const retryAfter = asked === undefined ? undefined : msUntil(asked, now());
      end({ status: statusCode, ...(retryAfter !== undefined && { retryAfter }) });
    });
    call.on("error", (failure) => end({ failure: kindOf(failure) }));
    call.on("close", () => end({ failure: "connection" }));
    call.end(body);
  });
}

/** Finds the numbers of a name, and refuses it where a single one of them is not a public host's. */
const checkedLookup =
  (outside: Outside): LookupFunction =>
  (name, { all }, tell) => {
    void numbersOf(outside, name).then((found) => {
      if (found instanceof Error) return tell(found, [], 0);
      return all === true ? tell(null, found) : tell(null, found[0]!.address, found[0]!.family);
    });
  };

async function numbersOf(
  { resolve, isAllowed }: Outside,
  name: string,
): Promise<LookupAddress[] | Error> {
  const found = await resolve(name).catch(() => []);
  if (found.length === 0) return new NoName();
  return found.every(({ address }) => isAllowed(address)) ? found : new NotPublic();
}

function kindOf(failure: NodeJS.ErrnoException): Failure {
  if (failure instanceof NotPublic) return "address";
  if (failure instanceof NoName) return "name";
  const { code = "" } = failure;
  if (code.startsWith("HPE_")) return "answer";
  return /CERT|SSL|TLS|EPROTO|UNABLE_TO/.test(code) ? "tls" : "connection";
}

/** For how many ms a `Retry-After` asks; `undefined` for what says nothing (RFC 9110, 10.2.3). */
function msUntil(text: string, now: Date): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = httpDate(text);
  return at === undefined ? undefined : Math.max(0, at.getTime() - now.getTime());
}
