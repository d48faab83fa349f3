import { createHmac } from "node:crypto";
import { pagePreimage } from "../../domain/ballot/page-time.ts";
import { isSame } from "../secrets.ts";
import type { Services } from "../services.ts";

/** 96 bits: a guess is worth a letter that nobody sees. */
const LETTERS = 16;

const signature = (secret: Uint8Array, consultation: string, made: number): string =>
  createHmac("sha256", secret)
    .update(pagePreimage(consultation, made))
    .digest("base64url")
    .slice(0, LETTERS);

/** The time of now, in ms since 1970, with its signature: what a page carries, and sends back with the answers. */
export function pageTime(
  { secret, now }: Pick<Services, "secret" | "now">,
  consultation: string,
): string {
  const made = now().getTime();
  return `${made}.${signature(secret, consultation, made)}`;
}

/** When a page was made, of what came back; `undefined` where it is not what we gave. */
export function readPageTime(
  { secret }: Pick<Services, "secret">,
  consultation: string,
  sent: string | undefined,
): number | undefined {
  const [, digits, signed] = /^(\d{1,15})\.([\w-]+)$/.exec(sent ?? "") ?? [];
  if (digits === undefined || signed === undefined) return undefined;
  const made = Number(digits);
  return isSame(signature(secret, consultation, made), signed) ? made : undefined;
}
