import type { MiddlewareHandler } from "hono";
import { KEY_PREFIX } from "../../domain/program/key.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { Environment } from "./environment.ts";

/** Under which names people put keys and receipts into addresses, without hyphens, underscores and capitals. */
const NAMES = new Set([
  "key",
  "apikey",
  "token",
  "accesstoken",
  "receipt",
  "invitation",
  "authorization",
  "bearer",
  "secret",
  "password",
]);

/** As many letters of a key as nobody writes by chance. */
const LETTERS = /^[0-9A-Za-z]{8}/;

/** Whether the address of a request holds what looks like a secret: by the name of a parameter, or the key of a program anywhere. */
export function hasSecretInAddress(url: string): boolean {
  if (!url.includes("?") && !url.includes(KEY_PREFIX)) return false;
  const { pathname, searchParams } = new URL(url);
  if (isKeyIn(pathname)) return true;
  return [...searchParams].some(
    ([name, value]) =>
      NAMES.has(name.toLowerCase().replace(/[-_.]/g, "")) || isKeyIn(value) || isKeyIn(name),
  );
}

/** Whether the beginning of a key stands somewhere in a text, cut off or not. */
const isKeyIn = (text: string): boolean =>
  text
    .split(KEY_PREFIX)
    .slice(1)
    .some((rest) => LETTERS.test(rest));

/**
 * Refuses requests with a secret in the address, whether or not it is one: it stands in the history of a browser and
 * in the log of every proxy on the way, and who sent it must hear of that. Nothing of it is repeated or logged.
 */
export const refuseSecretInAddress =
  (services: Pick<Services, "assets">): MiddlewareHandler<Environment> =>
  (context, next) =>
    hasSecretInAddress(context.req.url)
      ? Promise.resolve(problemAnswer(context, services, { problem: "secret-in-address" }))
      : next();
