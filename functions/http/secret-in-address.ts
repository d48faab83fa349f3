import { KEY_PREFIX } from "../../domain/program/key.ts";

/** Parameters in which programs send secrets. Whatever they hold, it has no place in an address. */
const NAMES = ["access_token", "api_key", "apikey", "authorization", "bearer", "key", "token"];

/** As many letters of a key as nobody writes by chance. */
const LETTERS = /^[0-9A-Za-z]{8}/;

/**
 * Whether the address of a request holds what looks like a secret. Addresses stand in logs, histories and
 * referrers on the way here, so it is refused whether or not it is right, and whoever sent it is told.
 */
export function hasSecretInAddress(request: Request): boolean {
  const { pathname, searchParams } = new URL(request.url);
  if (isKeyIn(pathname)) return true;
  return [...searchParams].some(
    ([name, value]) => NAMES.includes(name.toLowerCase()) || isKeyIn(value) || isKeyIn(name),
  );
}

/** Whether the beginning of a key stands somewhere in a text, cut off or not. */
const isKeyIn = (text: string): boolean =>
  text
    .split(KEY_PREFIX)
    .slice(1)
    .some((rest) => LETTERS.test(rest));
