/** The console's actions for organisers' programs as endpoints of the API, made from the list that the app routes by. */
import type { ProgramEndpoint } from "../program/endpoint.ts";
import { PROGRAM_API } from "../program/endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import answers from "./organising.json" with { type: "json" };
import { ACTION_REFUSALS } from "./organising-refusals.ts";
import { OF_LOG, OF_TEXTS } from "./parameters.ts";

type Name = keyof typeof PROGRAM_API;
/** `programState`: under its own name alone `responses` would be two. */
export type OrganisingName = `program${Capitalize<Name>}`;

export const organisingName = (name: Name): OrganisingName =>
  `program${name.charAt(0).toUpperCase()}${name.slice(1)}` as OrganisingName;

/** What stands in the examples' addresses: what is sent and answered there is about the river. */
const PARTS = { id: "river", part: 0 };

/** What the schemas of queries take, told one by one. */
const QUERIES: Partial<Record<Name, Endpoint["query"]>> = { log: OF_LOG, texts: OF_TEXTS };

/** What is answered as a file. */
const MEDIA_TYPES: Partial<Record<Name, string>> = { downloadExport: "application/zip" };

const EXAMPLES: Partial<Record<Name, unknown>> = answers;

function endpointOf(name: Name, of: ProgramEndpoint): Endpoint {
  const { method, path, summary, request, example, answers: given, once } = of;
  const { [name]: query } = QUERIES;
  const { [name]: mediaType } = MEDIA_TYPES;
  const { [name]: answer } = EXAMPLES;
  return {
    method,
    path,
    summary: `${summary}.`,
    public: false,
    right: "key",
    answers: given,
    refusals: ACTION_REFUSALS[name],
    ...(query !== undefined && { query }),
    ...(request !== undefined && { request }),
    ...(mediaType !== undefined && { mediaType }),
    ...(once !== undefined && { once: true }),
    example: {
      parts: PARTS,
      ...(example !== undefined && { request: example }),
      ...(answer !== undefined && { answer }),
    },
  };
}

export const ORGANISING = Object.fromEntries(
  Object.entries(PROGRAM_API).map(([name, endpoint]) => [
    organisingName(name as Name),
    endpointOf(name as Name, endpoint),
  ]),
) as Readonly<Record<OrganisingName, Endpoint>>;
