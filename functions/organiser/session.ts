import { createHmac } from "node:crypto";
import { sessionCookie } from "../http/session-cookie.ts";
import { drawToken, isToNote, lives, SESSION_MOST_MS } from "../http/session-life.ts";
import { isSame, sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { getOrganiser, type Organiser } from "../store/organisers.ts";
import {
  deleteSession,
  getSession,
  putSession,
  type StoredSession,
  touchSession,
} from "../store/sessions.ts";

/** Whose request it is. The token itself exists only in the cookie. */
export interface Session {
  hash: string;
  by: StoredSession["by"];
  /** What every form of this session must send along: a part of the session's, and one of the organiser's. */
  formToken: string;
}

const COOKIE = sessionCookie("kenes");

/** Begins a session with a token that nobody has seen before; with it the cookie to set. */
export async function newSession(
  services: Services,
  request: Request,
  organiser: Pick<Organiser, "id" | "epoch">,
  by: StoredSession["by"],
): Promise<{ cookie: string; session: Session }> {
  const { db, now, secret } = services;
  const { token, hash } = drawToken(services);
  const at = now().getTime();
  const { id, epoch } = organiser;
  await putSession(
    db,
    hash,
    { organiser: id, epoch, by, startedAt: at, seenAt: at },
    at + SESSION_MOST_MS,
  );
  return {
    cookie: COOKIE.set(request, token),
    session: { hash, by, formToken: formToken(secret, token, id) },
  };
}

/** Lets one session go on when all others of its organiser have been ended. */
export const keepSession = (
  { db, now }: Services,
  session: Session,
  { epoch }: Pick<Organiser, "epoch">,
): Promise<void> => touchSession(db, session.hash, { seenAt: now().getTime(), epoch });

/** The session of a request and its organiser, when both are there and neither time is over. */
export async function findSession(
  services: Services,
  request: Request,
): Promise<{ session: Session; organiser: Organiser } | undefined> {
  const { db, now, secret } = services;
  const token = COOKIE.tokenOf(request);
  if (token === undefined) return undefined;
  const hash = sha256(token);
  const stored = await getSession(db, hash);
  const at = now().getTime();
  if (stored === undefined || !lives(stored, at)) return undefined;
  const organiser = await getOrganiser(db, stored.organiser);
  if (organiser === undefined || organiser.epoch !== stored.epoch) return undefined;
  if (isToNote(stored, at)) {
    await touchSession(db, hash, { seenAt: at, epoch: stored.epoch });
  }
  return {
    organiser,
    session: { hash, by: stored.by, formToken: formToken(secret, token, organiser.id) },
  };
}

/** Ends a session; the cookie that takes the browser's away. */
export async function endSession(
  { db }: Services,
  request: Request,
  session: Session,
): Promise<string> {
  await deleteSession(db, session.hash);
  return COOKIE.clear(request);
}

/** Whether a form was made for this session. */
export const isFormToken = (session: Session, input: unknown): boolean =>
  typeof input === "string" && isSame(session.formToken, input);

/** Whether a form was made for the organiser of this session, in whichever session of theirs. */
export const isOwnForm = (session: Session, input: unknown): boolean =>
  typeof input === "string" && isSame(organiserPart(session.formToken), organiserPart(input));

const formToken = (secret: Uint8Array, token: string, organiser: string): string => {
  const part = (text: string) =>
    createHmac("sha256", secret).update(`kenes-form/1\0${text}`).digest("base64url");
  return part(token) + part(`organiser\0${organiser}`);
};

/** The letters of 32 bytes in base64url. */
const PART = 43;

/** Empty for what has no such part, which is nobody's. */
const organiserPart = (formToken: string): string => formToken.slice(PART);
