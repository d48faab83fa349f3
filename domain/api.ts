import type { Endpoint } from "./contract/endpoint.ts";
import { FILES } from "./contract/files.ts";
import { READING } from "./contract/reading.ts";
import { SENDING } from "./contract/sending.ts";
import { pathOf } from "./paths.ts";

export type { Oembed, ReadBack, ReleaseList } from "./contract/answers.ts";

/**
 * Every endpoint, once. The app answers by this list, the tests walk it, and the OpenAPI document and the page
 * about the API are made from it. A further list joins by a line.
 */
export const API = {
  ...READING,
  ...FILES,
  ...SENDING,
} as const satisfies Record<string, Endpoint>;

/** The path of an endpoint for one consultation, and for one of its releases. */
export const apiPath = ({ path }: Pick<Endpoint, "path">, id: string, number?: number): string =>
  pathOf(path, { id, number });
