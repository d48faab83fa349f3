import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";

/** Stands for whichever origin the console has: an address that leads elsewhere is none of ours. */
const ORIGIN = "http://console.invalid";

/**
 * An address within the console at which somebody who is signed in finds something, as path and query;
 * `undefined` for every other, whichever way it is written.
 */
export function wayWithin(text: string, method: OrganiserEndpoint["method"]): string | undefined {
  const url = text.startsWith("/") ? URL.parse(text, ORIGIN) : null;
  if (url?.origin !== ORIGIN || endpointAt(url.pathname, method) === undefined) return undefined;
  return url.pathname + url.search;
}

/** What stands at a path of the console for those who are signed in. */
export const endpointAt = (
  path: string,
  method: OrganiserEndpoint["method"],
): OrganiserEndpoint | undefined =>
  Object.values<OrganiserEndpoint>(ORGANISE).find(
    (endpoint) =>
      endpoint.method === method &&
      endpoint.access !== "nobody" &&
      patternOf(endpoint.path).test(path),
  );

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(".", String.raw`\.`).replace(/:\w+/g, "[^/]+")}$`);
