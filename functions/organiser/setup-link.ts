import { CODE_LENGTH, drawOrganiserCode } from "../../domain/organiser/code.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { organiserCodeHash } from "../secrets.ts";
import type { Services } from "../services.ts";
import { putLink } from "../store/links.ts";

export const SETUP_LINK_MS = 30 * 60_000;

/**
 * Makes a one-time link to set the installation up with; it counts for half an hour. The code stands in
 * the fragment, which no browser sends: it comes into no log on the way.
 */
export async function makeSetupLink(
  { db, secret, now, random }: Pick<Services, "db" | "secret" | "now" | "random">,
  url: string,
): Promise<string> {
  const code = drawOrganiserCode(random(CODE_LENGTH));
  const hash = organiserCodeHash(secret, "setup", code);
  await putLink(db, hash, { kind: "setup" }, now().getTime() + SETUP_LINK_MS);
  return `${url}${ORGANISE.setupPage.path}#${code}`;
}
