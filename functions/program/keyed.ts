/** The one adapter between the list of endpoints for programs and what the console's forms do too. */
import type { Context } from "hono";
import * as z from "zod/mini";
import { faultsOf } from "../../domain/fault.ts";
import { type ProgramEndpoint, rightOf } from "../../domain/program/endpoint.ts";
import { type ListedProgram, PROGRAM_API } from "../../domain/program/endpoints.ts";
import type { Problem } from "../../domain/problem.ts";
import { problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { readJson } from "../http/request.ts";
import { told } from "../http/told.ts";
import type { Acting } from "../organiser/acting.ts";
import type { Services } from "../services.ts";
import type { StoredKey } from "../store/program-keys.ts";
import { type Admitted, admit } from "./admit.ts";
import { type Answer, once } from "./once.ts";

type Read<Schema> = Schema extends z.ZodMiniType ? z.infer<Schema> : undefined;

/** What a program sent to an endpoint, read by the endpoint's schemas. */
interface SentBy<E> {
  body: E extends { request: infer Schema } ? Read<Schema> : undefined;
  query: E extends { query: infer Schema } ? Read<Schema> : undefined;
  /** A part of the address besides the consultation. */
  part: (name: "hook" | "part" | "number") => string;
  /** Under which address people find us. */
  origin: string;
  key: StoredKey;
}

/** A successful answer as the endpoint's list has it. */
type AnsweredBy<E extends ProgramEndpoint> = {
  [Status in keyof E["answers"]]: E["answers"][Status] extends z.ZodMiniType
    ? { status: Status; value: z.infer<E["answers"][Status]> }
    : { status: Status; value?: undefined };
}[keyof E["answers"]];

type Handler<E extends ProgramEndpoint> = (
  actor: Acting,
  sent: SentBy<E>,
) => Promise<AnsweredBy<E> | Problem | Response>;

/** Registers what an endpoint of the list does, behind its checks. */
export function keyed<E extends ListedProgram>(
  app: App,
  services: Services,
  endpoint: E,
  handle: Handler<E>,
): void {
  if (!Object.values(PROGRAM_API).includes(endpoint)) {
    throw new Error(`${endpoint.path} is not in the list of endpoints for programs`);
  }
  app.on(endpoint.method, endpoint.path, async (context) => {
    const request = context.req.raw;
    const consultation = context.req.param("id") ?? "";
    const admitted = await admit(services, request, consultation, rightOf(endpoint));
    if ("problem" in admitted) {
      return problemAnswer(context, services, await told(context, admitted));
    }
    const bounds = context.get("bounds");
    const whose = admitted.key.hash;
    const answer =
      bounds.count("program", whose, consultation) ??
      (await answerTo(context, services, endpoint, admitted, handle as unknown as AnyHandler));
    const sent =
      answer instanceof Response
        ? answer
        : "problem" in answer
          ? problemAnswer(context, services, answer)
          : jsonOf(answer);
    for (const [name, value] of Object.entries(bounds.headers("program", whose))) {
      sent.headers.set(name, value);
    }
    return sent;
  });
}

const jsonOf = ({ status, text }: Answer): Response =>
  new Response(text === "" ? null : text, {
    status,
    headers: {
      ...(text !== "" && { "Content-Type": "application/json" }),
      "Cache-Control": "no-store",
    },
  });

/** Of whatever endpoint: what it was sent was read by its own schemas. */
type AnyHandler = (
  actor: Acting,
  sent: SentBy<unknown>,
) => Promise<{ status: unknown; value?: unknown } | Problem | Response>;

async function answerTo(
  context: Context<Environment>,
  services: Services,
  endpoint: ProgramEndpoint,
  { actor, key }: Admitted,
  handle: AnyHandler,
): Promise<Answer | Problem | Response> {
  const request = context.req.raw;
  const { consultation } = actor;
  const query = readBy(endpoint.query, queryOf(request), "/query");
  if ("problem" in query) return query;
  const body = await bodyOf(request, endpoint);
  if ("problem" in body) return body;
  const sent = {
    body: body.value,
    query: query.value,
    part: (name: string) => context.req.param(name) ?? "",
    origin: new URL(request.url).origin,
    key,
  };
  const name = request.headers.get("Idempotency-Key");
  if (name === null || endpoint.once === undefined) {
    const made = await handle(actor, sent as SentBy<unknown>);
    return made instanceof Response || "problem" in made ? made : answerOf(made);
  }
  const { pathname } = new URL(request.url);
  const asked = {
    name,
    whose: [consultation, key.hash, endpoint.method, pathname],
    request: JSON.stringify(body.value),
    isKept: endpoint.once === "kept",
  };
  return once(services, asked, async () => {
    const made = await handle(actor, sent as SentBy<unknown>);
    if (made instanceof Response) throw new TypeError(`${endpoint.path} is not answered as JSON`);
    return "problem" in made ? made : answerOf(made);
  });
}

const answerOf = ({ status, value }: { status: unknown; value?: unknown }): Answer => ({
  status: Number(status),
  text: value === undefined ? "" : JSON.stringify(value),
});

/** What an address asks for, without the language, in which refusals are told. */
const queryOf = (request: Request): Record<string, string> => {
  const { lang: _, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  return query;
};

async function bodyOf(
  request: Request,
  endpoint: ProgramEndpoint,
): Promise<{ value: unknown } | Problem> {
  if (endpoint.request === undefined) return { value: undefined };
  const read = await readJson(request, endpoint.mostBytes);
  return "problem" in read ? read : readBy(endpoint.request, read.value);
}

/** What was sent as a schema reads it, or each place that is wrong. */
function readBy(
  schema: z.ZodMiniType | undefined,
  value: unknown,
  within = "",
): { value: unknown } | Problem {
  const read = (schema ?? z.strictObject({})).safeParse(value);
  if (read.success) return { value: read.data };
  const faults = faultsOf(read.error, value).map(({ pointer, fault }) => ({
    pointer: within + pointer,
    fault,
  }));
  return { problem: "request-invalid", faults };
}
