import { API } from "../../domain/api.ts";
import type { Endpoint } from "../../domain/contract/endpoint.ts";
import { ORGANISING, organisingName } from "../../domain/contract/organising.ts";
import { refusalsOf } from "../../domain/contract/refusals.ts";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../domain/problem.ts";
import type { KeyWanted } from "../../domain/program/key.ts";
import type { ProgramEndpoint } from "../../domain/program/endpoint.ts";
import { PROGRAM_API } from "../../domain/program/endpoints.ts";
import { MOST_RESPONSE_BYTES } from "../../domain/response/entry.ts";
import { ROWS as CONSOLE_ROWS } from "../functions/organiser/rows.ts";
import { ROWS as PROGRAM_ROWS } from "../functions/program/rows.ts";
import { goodBallot } from "../support/client.ts";
import { PAGE_ROWS } from "./pages.ts";

/** One method at one address, and what is known of it. */
export interface Way {
  method: "GET" | "PUT" | "POST" | "DELETE";
  path: string;
  kind: "api" | "program" | "console" | "page" | "desk";
  /** What gives the right to ask. */
  right?: "receipt" | "key" | "session" | "desk";
  /** With which key, of programs. */
  role?: KeyWanted["role"];
  body?: "json" | "form" | "parts";
  /** What is sent when all is right. */
  json?: unknown;
  fields?: Readonly<Record<string, string>>;
  mostBytes: number;
  /** Whether a body is held against a schema, so that no other is served. */
  isStrict: boolean;
  /** What it may refuse with; of pages and forms no list says. */
  refusals: readonly ProblemCode[];
}

const USUAL = 64 * 1024;
const ANY = Object.keys(PROBLEMS) as ProblemCode[];
const EVERYWHERE = ["method-not-allowed", "page-unknown", "language-unknown"] as const;

/** What is sent to each endpoint of the API that takes something; one that is not here does not compile. */
type Taking = {
  [Name in keyof typeof API]: (typeof API)[Name] extends { request: unknown } ? Name : never;
}[keyof typeof API];
const SENT: Record<Taking, unknown> = {
  putBallot: goodBallot(),
  putReasons: { reasons: { K1: { text: "Why", publish: false } } },
};

const api = Object.entries<Endpoint>(API).map(([name, endpoint]): Way => ({
  method: endpoint.method,
  path: endpoint.path,
  kind: "api",
  ...(endpoint.right !== undefined && { right: endpoint.right }),
  ...(endpoint.request !== undefined && { body: "json", json: SENT[name as Taking] }),
  mostBytes: USUAL,
  isStrict: true,
  refusals: [...refusalsOf(endpoint), ...EVERYWHERE],
}));

const programs = Object.entries<ProgramEndpoint>(PROGRAM_API).map(([key, endpoint]): Way => {
  const name = key as keyof typeof PROGRAM_API;
  const { may, body } = PROGRAM_ROWS[name];
  return {
    method: endpoint.method,
    path: endpoint.path,
    kind: "program",
    right: "key",
    role: may === "steps" ? "editor" : may[0]!,
    ...(endpoint.request !== undefined && { body: "json", json: body }),
    mostBytes: endpoint.mostBytes ?? USUAL,
    isStrict: true,
    refusals: [...refusalsOf(ORGANISING[organisingName(name)]), ...EVERYWHERE],
  };
});

const organising = Object.entries<OrganiserEndpoint>(ORGANISE).map(([name, endpoint]): Way => {
  const { fields = {} } = CONSOLE_ROWS[name as keyof typeof ORGANISE];
  return {
    method: endpoint.method,
    path: endpoint.path,
    kind: "console",
    ...(endpoint.access !== "nobody" && { right: "session" }),
    ...(endpoint.method === "POST" && { body: endpoint.body ?? "form", fields, json: fields }),
    mostBytes: endpoint.mostBytes ?? USUAL,
    isStrict: false,
    refusals: ANY,
  };
});

const pages = PAGE_ROWS.flatMap(({ path, form, desk, formAlone }): Way[] => {
  const common = {
    path,
    kind: desk === undefined ? "page" : "desk",
    ...(desk === "at" && { right: "desk" as const }),
    mostBytes: desk === undefined ? USUAL : MOST_RESPONSE_BYTES,
    isStrict: false,
    refusals: ANY,
  } as const;
  return [
    ...(formAlone ? [] : [{ ...common, method: "GET" } as const]),
    ...(form === undefined
      ? []
      : [{ ...common, method: "POST", body: "form", fields: form } as const]),
  ];
});

/** Every way to ask us anything. */
export const WAYS: readonly Way[] = [...api, ...programs, ...organising, ...pages];

export const nameOf = ({ method, path }: Pick<Way, "method" | "path">): string =>
  `${method} ${path}`;
