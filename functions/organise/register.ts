import { readOrganiserCode } from "../../domain/organiser/code.ts";
import { readName } from "../../domain/organiser/name.ts";
import type { Problem } from "../../domain/problem.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { listConsultations } from "../store/consultations.ts";
import { getLink, type Link, linkUse } from "../store/links.ts";
import { type Organiser, organiserWrites } from "../store/organisers.ts";
import { writeAll } from "../store/write-all.ts";
import { drawOrganiserId } from "./organiser-id.ts";
import { newPasskey, registrationOptions } from "./passkeys.ts";
import { drawRecoveryCodes } from "./recovery-codes.ts";
import { joinTeam } from "./team-links.ts";
import { addSetupOwner } from "./team.ts";

type Kind = Link["kind"];

/** What somebody has entered who becomes an organiser by a one-time link. */
export interface Entered {
  code: unknown;
  name: unknown;
}

const REFUSED = { setup: "setup-refused", role: "role-link-refused" } as const;

/** An answer counts for one link and for nothing else. */
const purposeOf = (kind: Kind, hash: string): string => `${kind} ${hash}`;

/** The live link and the name, or what is wrong with either. */
async function check(
  services: Services,
  kind: Kind,
  { code: typed, name: given }: Entered,
): Promise<Problem | { hash: string; name: string }> {
  const code = readOrganiserCode(typed);
  if (code === undefined) return { problem: REFUSED[kind] };
  const hash = organiserCodeHash(services.secret, kind, code);
  const link = await getLink(services.db, hash, services.now().getTime());
  if (link?.kind !== kind) return { problem: REFUSED[kind] };
  const name = readName(given);
  if (name === undefined) return { problem: "name-invalid" };
  return { hash, name };
}

/** What the browser needs in order to make the new organiser's first passkey. */
export async function firstPasskeyOptions(
  services: Services,
  request: Request,
  kind: Kind,
  entered: Entered,
) {
  const checked = await check(services, kind, entered);
  if ("problem" in checked) return checked;
  const { hash, name } = checked;
  const organiser = { id: drawOrganiserId(services), name, passkeys: [] };
  return registrationOptions(services, request, purposeOf(kind, hash), organiser);
}

/** Makes a new organiser and uses the link up, both or neither; the recovery codes exist only here. */
export async function register(
  services: Services,
  request: Request,
  kind: Kind,
  entered: Entered,
  answer: string,
): Promise<Problem | { organiser: Organiser; codes: string[] }> {
  const checked = await check(services, kind, entered);
  if ("problem" in checked) return checked;
  const { hash, name } = checked;
  const made = await newPasskey(services, request, purposeOf(kind, hash), answer);
  if (made === undefined) return { problem: "passkey-refused" };
  const { codes, hashes } = drawRecoveryCodes(services);
  const organiser = {
    id: made.organiser,
    name,
    passkeys: [made.passkey],
    codes: hashes,
    epoch: 1,
  };
  const refusal = await (kind === "setup" ? setUp : join)(services, hash, organiser);
  return refusal ?? { organiser, codes };
}

/** Stores whoever sets the installation up, as an owner of every consultation that there is. */
async function setUp(
  services: Services,
  hash: string,
  organiser: Organiser,
): Promise<Problem | undefined> {
  const { db } = services;
  const stored = await writeAll(db, [linkUse(db, hash), ...organiserWrites(db, organiser)]);
  if (!stored) return { problem: "setup-refused" };
  for (const { id } of await listConsultations(db)) await addSetupOwner(services, id, organiser);
  return undefined;
}

async function join(
  services: Services,
  hash: string,
  organiser: Organiser,
): Promise<Problem | undefined> {
  const joined = await joinTeam(services, hash, organiser, organiserWrites(services.db, organiser));
  return "problem" in joined ? joined : undefined;
}
