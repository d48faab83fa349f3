/**
 * Passkeys: what is asked of a device, and whether its answer holds. Every challenge is drawn here,
 * counts for five minutes, for one purpose and once; every answer must be for our own origin. One to sign in
 * is not stored before it is answered rightly, so that whoever asks for a million leaves nothing behind.
 */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Problem } from "../../domain/problem.ts";
import { isOrganiserId } from "./organiser-id.ts";
import type { Services } from "../services.ts";
import { putChallenge, takeChallenge, useChallenge } from "../store/challenges.ts";
import { CHALLENGE_MS, endOfSignIn, signInChallenge } from "./sign-in-challenge.ts";
import { countPasskey, getOrganiser, type Organiser } from "../store/organisers.ts";
import type { Passkey } from "../store/passkey-item.ts";

/** Loaded when somebody signs in: a respondent's first page must not wait for it. */
const library = () => import("@simplewebauthn/server");

const CHALLENGE_BYTES = 32;

/** EdDSA, ES256, RS256 (COSE): what devices have. Newer ones are experimental in Node still. */
const ALGORITHMS = [-8, -7, -257];

const REFUSED: Problem = { problem: "passkey-refused" };
/** All is right but that the device did not look who it is. */
const UNVERIFIED: Problem = { problem: "passkey-unverified" };

/** What the browser needs in order to make a passkey for somebody, for that purpose. */
export async function registrationOptions(
  services: Services,
  request: Request,
  purpose: string,
  { id, name, passkeys }: Pick<Organiser, "id" | "name" | "passkeys">,
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: "Kenes",
    rpID: hostOf(request),
    userID: new Uint8Array(Buffer.from(id, "base64url")),
    userName: name,
    userDisplayName: name,
    challenge: await newChallenge(services, purpose, id),
    timeout: CHALLENGE_MS,
    attestationType: "none",
    excludeCredentials: passkeys.map((one) => ({ id: one.id })),
    supportedAlgorithmIDs: ALGORITHMS,
    // Discoverable: signing in asks for no name.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** The passkey that an answer has made and whose it is, unless the answer does not hold. */
export async function newPasskey(
  services: Services,
  request: Request,
  purpose: string,
  answer: string,
): Promise<{ organiser: string; passkey: Passkey } | Problem> {
  const read = readAnswer<RegistrationResponseJSON>(answer);
  if (read === undefined) return REFUSED;
  const asked = await takeChallenge(services.db, read.challenge, services.now().getTime());
  if (asked?.purpose !== purpose) return REFUSED;
  const { verifyRegistrationResponse } = await library();
  const outcome = await orRefused(() =>
    verifyRegistrationResponse({
      response: read.response,
      expectedChallenge: read.challenge,
      expectedOrigin: new URL(request.url).origin,
      expectedRPID: hostOf(request),
      // Asked about below: whoever has to set a PIN is told so.
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (outcome?.verified !== true) return REFUSED;
  if (!outcome.registrationInfo.userVerified) return UNVERIFIED;
  const { id, publicKey, counter } = outcome.registrationInfo.credential;
  const day = dayOf(services);
  return {
    organiser: asked.organiser,
    passkey: { id, publicKey, counter, addedOn: day, usedOn: day },
  };
}

/** What the browser needs in order to let somebody choose a passkey and sign in with it. */
export async function signInOptions(services: Services, request: Request) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: hostOf(request),
    challenge: signInChallenge(services),
    timeout: CHALLENGE_MS,
    userVerification: "required",
  });
}

/**
 * The organiser whose passkey has given this answer, unless it does not hold. A device that only felt a touch has
 * not seen who touched it: a key that was found or taken would be enough (WebAuthn level 3, 6.1, UV).
 */
export async function signedInBy(
  services: Services,
  request: Request,
  answer: string,
): Promise<Organiser | Problem> {
  const { db } = services;
  const read = readAnswer<AuthenticationResponseJSON>(answer);
  if (read === undefined) return REFUSED;
  const endsAt = endOfSignIn(services, read.challenge);
  const { userHandle } = read.response.response;
  if (endsAt === undefined || !isOrganiserId(userHandle)) return REFUSED;
  const organiser = await getOrganiser(db, userHandle);
  const passkey = organiser?.passkeys.find((one) => one.id === read.response.id);
  if (organiser === undefined || passkey === undefined) return REFUSED;
  const { verifyAuthenticationResponse } = await library();
  const outcome = await orRefused(() =>
    verifyAuthenticationResponse({
      response: read.response,
      expectedChallenge: read.challenge,
      expectedOrigin: new URL(request.url).origin,
      expectedRPID: hostOf(request),
      credential: passkey,
      // Asked about below, as above.
      requireUserVerification: false,
    }),
  );
  if (outcome?.verified !== true) return REFUSED;
  // Of several answers to one challenge a single one signs in.
  if (!(await useChallenge(db, read.challenge, endsAt))) return REFUSED;
  if (!outcome.authenticationInfo.userVerified) return UNVERIFIED;
  const counter = outcome.authenticationInfo.newCounter;
  const used = { id: passkey.id, counter, usedOn: dayOf(services) };
  return (await countPasskey(db, organiser.id, used)) ?? REFUSED;
}

/** Draws a challenge and notes what it is for. */
async function newChallenge(
  { db, now, random }: Services,
  purpose: string,
  organiser: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(random(CHALLENGE_BYTES));
  const challenge = Buffer.from(bytes).toString("base64url");
  await putChallenge(db, challenge, { purpose, organiser }, now().getTime() + CHALLENGE_MS);
  return bytes;
}

/** An answer, and the challenge that it says it answers; the rest of it is the library's to check. */
function readAnswer<Answer extends { response: { clientDataJSON: string } }>(
  text: string,
): { response: Answer; challenge: string } | undefined {
  try {
    const response = JSON.parse(text) as Answer;
    const client = Buffer.from(response.response.clientDataJSON, "base64url").toString();
    const { challenge } = JSON.parse(client) as { challenge: unknown };
    return typeof challenge === "string" && CHALLENGE.test(challenge)
      ? { response, challenge }
      : undefined;
  } catch {
    return undefined;
  }
}

/** 32 random bytes, or those of a sign-in. */
const CHALLENGE = /^(?:[\w-]{43}|[\w-]{54})$/;

/** The library throws at whatever does not hold; nothing in it can fail for another reason. */
const orRefused = <Outcome>(verify: () => Promise<Outcome>): Promise<Outcome | undefined> =>
  verify().catch(() => undefined);

const hostOf = (request: Request): string => new URL(request.url).hostname;

const dayOf = ({ now }: Services): string => now().toISOString().slice(0, 10);
