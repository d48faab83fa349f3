import { readOrganiserCode } from "../../domain/organiser/code.ts";
import { readName } from "../../domain/organiser/name.ts";
import type { Problem } from "../../domain/problem.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { publishedIds } from "../store/consultations.ts";
import { getLink, type Link, linkUse } from "../store/links.ts";
import { type Organiser, organiserWrites } from "../store/organisers.ts";
import { getTeam } from "../store/teams.ts";
import { writeAll } from "../store/write-all.ts";
import { drawOrganiserId } from "./organiser-id.ts";
import { newPasskey, registrationOptions } from "./passkeys.ts";
import { drawRecoveryCodes } from "./recovery-codes.ts";
import { joinTeam } from "./team-links.ts";
import { addSetupOwner, hasOwner } from "./team.ts";

type Kind = Exclude<Link["kind"], "desk">;

/** What somebody has entered who becomes an organiser by a one-time link. */
export interface Entered {
  code: unknown;
  name: unknown;
}

const REFUSED = { setup: "setup-refused", role: "role-link-refused" } as const;

/** An answer counts for one link and for nothing else. */
const purposeOf = (kind: Kind, hash: string): string => `${kind} ${hash}`;

/** The hash of the code of a live link of that kind. */
async function linkOf(
  services: Services,
  kind: Kind,
  typed: unknown,
): Promise<Problem | { hash: string }> {
  const code = readOrganiserCode(typed);
  if (code === undefined) return { problem: REFUSED[kind] };
  const hash = organiserCodeHash(services.secret, kind, code);
  const link = await getLink(services.db, hash, services.now().getTime());
  return link?.kind === kind ? { hash } : { problem: REFUSED[kind] };
}

/** The live link and the name, or what is wrong with either. */
async function check(
  services: Services,
  kind: Kind,
  { code, name: input }: Entered,
): Promise<Problem | { hash: string; name: string }> {
  const link = await linkOf(services, kind, code);
  if ("problem" in link) return link;
  const name = readName(input);
  return name === undefined ? { problem: "name-invalid" } : { ...link, name };
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
  if ("problem" in made) return made;
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
  for (const id of await publishedIds(db)) await addSetupOwner(services, id, organiser);
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

/** Uses an invitation up for somebody who is an organiser already. */
export async function joinAsKnown(
  services: Services,
  code: unknown,
  organiser: Organiser,
): Promise<Problem | undefined> {
  const link = await linkOf(services, "role", code);
  if ("problem" in link) return link;
  const joined = await joinTeam(services, link.hash, organiser);
  return "problem" in joined ? joined : undefined;
}

/**
 * Uses a setup link up for somebody who is an organiser already: they become an owner wherever nobody
 * is. Where everything has an owner, the link stays.
 */
export async function setUpAsKnown(
  services: Services,
  code: unknown,
  organiser: Organiser,
): Promise<Problem | undefined> {
  const { db } = services;
  const link = await linkOf(services, "setup", code);
  if ("problem" in link) return link;
  const orphans: string[] = [];
  for (const id of await publishedIds(db)) {
    if (!hasOwner((await getTeam(db, id)).members)) orphans.push(id);
  }
  if (orphans.length === 0) return { problem: "all-owned" };
  if (!(await writeAll(db, [linkUse(db, link.hash)]))) return { problem: "setup-refused" };
  for (const id of orphans) await addSetupOwner(services, id, organiser);
  return undefined;
}
