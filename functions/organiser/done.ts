/**
 * What was done is told on the page that a browser is sent to afterwards. It stands in the address of that
 * page, signed: nothing has to be stored, it survives a reload, and nobody can send an organiser a link that
 * says "Opened" where nothing was opened. The signature gives no right to anything.
 */
import { type Done, type DoneCode, doneMark, readDoneMark } from "../../domain/organiser/done.ts";
import { isSame, signDone } from "../secrets.ts";
import type { Services } from "../services.ts";
import type { Actor } from "./guard.tsx";
import { goTo } from "./guard.tsx";

const NAME = "done";

/** Sends a browser to a page of the console that says what was done. */
export function doneAt(
  { now, secret }: Pick<Services, "now" | "secret">,
  { session }: Pick<Actor, "session">,
  location: string,
  code: DoneCode,
  cookie?: string,
): Response {
  // The base only makes an address of a path; it is taken off again.
  const to = new URL(location, "http://here");
  const done = { code, at: now().toISOString() };
  const signature = signDone(secret, session.hash, to.pathname, done);
  to.searchParams.set(NAME, doneMark(done, signature));
  return goTo(to.pathname + to.search + to.hash, cookie);
}

/** What was done, as the address of a page says; `undefined` where nothing was, or not in this session. */
export function doneIn(
  { now, secret }: Pick<Services, "now" | "secret">,
  request: Request,
  { session }: Pick<Actor, "session">,
): Done | undefined {
  const { pathname, searchParams } = new URL(request.url);
  const read = readDoneMark(searchParams.get(NAME), now());
  if (read === undefined || request.method !== "GET") return undefined;
  const expected = signDone(secret, session.hash, pathname, read.done);
  return isSame(read.signature, expected) ? read.done : undefined;
}
