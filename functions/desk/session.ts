/** Sessions of addressees at their desks: of another cookie, key and table entry than those of organisers. */
import { createHmac } from "node:crypto";
import { sessionCookie } from "../http/session-cookie.ts";
import { isToNote, lives } from "../http/session-life.ts";
import { isSame, sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import {
  getDeskSession,
  type StoredDeskSession,
  touchDeskSession,
} from "../store/desk-sessions.ts";

/** Whose desk it is. The token itself exists only in the cookie. */
export interface DeskSession extends Pick<
  StoredDeskSession,
  "consultation" | "addressee" | "desk"
> {
  hash: string;
  /** What every form of this desk must send along. */
  formToken: string;
}

export const DESK_COOKIE = sessionCookie("kenes-desk");

/** The session of a request, when it is there and neither time is over. */
export async function findDeskSession(
  { db, now, secret }: Pick<Services, "db" | "now" | "secret">,
  request: Request,
): Promise<DeskSession | undefined> {
  const token = DESK_COOKIE.tokenOf(request);
  if (token === undefined) return undefined;
  const hash = sha256(token);
  const stored = await getDeskSession(db, hash);
  const at = now().getTime();
  if (stored === undefined || !lives(stored, at)) return undefined;
  if (isToNote(stored, at)) await touchDeskSession(db, hash, at);
  const { consultation, addressee, desk } = stored;
  return { hash, consultation, addressee, desk, formToken: formToken(secret, token) };
}

/** Whether a form was made for this session. */
export const isDeskForm = ({ formToken: ours }: DeskSession, input: string | null): boolean =>
  input !== null && isSame(ours, input);

const formToken = (secret: Uint8Array, token: string): string =>
  createHmac("sha256", secret).update(`kenes-desk-form/1\0${token}`).digest("base64url");
