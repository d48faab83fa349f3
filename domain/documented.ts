import { API } from "./api.ts";
import type { Endpoint } from "./contract/endpoint.ts";
import { ORGANISING } from "./contract/organising.ts";

/** Every endpoint of which the OpenAPI document and the page about the API tell. */
export const DOCUMENTED: Readonly<Record<string, Endpoint>> = { ...API, ...ORGANISING };
