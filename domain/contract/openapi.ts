/**
 * The OpenAPI document of a list of endpoints (OpenAPI 3.1.1, spec.openapis.org/oas/v3.1.1). Large, and made of zod's
 * converter, so that it is to be loaded by those alone who ask for it.
 */
import { type ProblemCode, PROBLEMS } from "../problem.ts";
import type { ApiRight, Endpoint } from "./endpoint.ts";
import { ABOUT_PARTS, EXAMPLE_ORIGIN, EXAMPLE_PARTS } from "./parameters.ts";
import { COMMON_PARAMETERS, HEADERS, problemExamples, refTo, SCHEMES } from "./parts.ts";
import { refusalsOf } from "./refusals.ts";
import { type Json, type Schemas, schemasOf } from "./schemas.ts";
import * as z from "zod/mini";

type Endpoints = Readonly<Record<string, Endpoint>>;

/** What is said of the whole, in English. */
interface Told {
  title: string;
  description: string;
  /** A sentence for each refusal. */
  problems: Readonly<Record<ProblemCode, string>>;
  /** The path of the page about the API. */
  page: string;
}

/** The document, with `EXAMPLE_ORIGIN` wherever the address of the installation stands. */
export function openApiDocument(list: Endpoints, told: Told): Json {
  const schemas = schemasOf(list);
  const all = Object.entries(list);
  const codes = [...new Set(all.flatMap(([, endpoint]) => refusalsOf(endpoint)))];
  const rights = [...new Set(all.flatMap(([, { right }]) => right ?? []))];
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of all) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    const { [path]: before = { parameters: partsOf(endpoint) } } = paths;
    paths[path] = {
      ...before,
      [endpoint.method.toLowerCase()]: operation(name, endpoint, schemas),
    };
  }
  return {
    openapi: "3.1.1",
    info: { title: told.title, version: "1", description: told.description },
    servers: [{ url: EXAMPLE_ORIGIN }],
    externalDocs: { url: EXAMPLE_ORIGIN + told.page },
    paths,
    components: {
      schemas: schemas.all,
      headers: HEADERS,
      parameters: COMMON_PARAMETERS,
      examples: problemExamples(codes, told.problems),
      securitySchemes: Object.fromEntries(rights.map((right) => [right, SCHEMES[right]])),
    },
  };
}

const TAGS: Readonly<Record<ApiRight | "none", string>> = {
  none: "Reading",
  receipt: "Answering",
  key: "Organising",
};

/** What stands in the path, with the example's place filled in. */
const partsOf = ({ path, example: { parts } }: Endpoint): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, part = ""]) => {
    const name = part as keyof typeof ABOUT_PARTS;
    const minimum = { number: 1, part: 0 }[part];
    return {
      name,
      in: "path",
      required: true,
      description: ABOUT_PARTS[name],
      schema: minimum === undefined ? { type: "string" } : { type: "integer", minimum },
      example: { ...EXAMPLE_PARTS, ...parts }[name],
    };
  });

function operation(name: string, endpoint: Endpoint, schemas: Schemas): Json {
  const { summary, right, query = {}, request, tagged, once, example } = endpoint;
  const own = Object.entries(query).map(([key, { about, schema, required, example: value }]) => ({
    name: key,
    in: "query",
    description: about,
    ...(required && { required }),
    schema: inline(schema),
    example: value,
  }));
  const common = ["lang", tagged && "If-None-Match", once && "Idempotency-Key"]
    .filter((key) => typeof key === "string")
    .filter((key) => !(key in query));
  return {
    operationId: name,
    summary,
    tags: [TAGS[right ?? "none"]],
    parameters: [...own, ...common.map((key) => refTo("parameters", key))],
    security: right === undefined ? [] : [{ [right]: [] }],
    ...(request !== undefined && {
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: schemas.refTo(request), example: example.request },
        },
      },
    }),
    responses: { ...successes(endpoint, schemas), ...refused(endpoint, schemas) },
  };
}

/** The schema of a parameter, where it stands. */
function inline(schema: z.ZodMiniType): Json {
  const { $schema: _, "~standard": __, maximum, ...rest } = z.toJSONSchema(schema) as Json;
  return {
    ...rest,
    ...(maximum !== Number.MAX_SAFE_INTEGER && maximum !== undefined && { maximum }),
  };
}

const DONE: Readonly<Record<string, string>> = {
  200: "As asked.",
  201: "Stored for the first time.",
  202: "Begun.",
  204: "Done; there is nothing to say.",
  304: "What the asker has still stands.",
};

const headersOf = (names: readonly (string | false | undefined)[]): Json => {
  const known = names.filter((name) => typeof name === "string");
  return known.length === 0
    ? {}
    : { headers: Object.fromEntries(known.map((name) => [name, refTo("headers", name)])) };
};

function successes(endpoint: Endpoint, schemas: Schemas): Json {
  const { answers, mediaType, tagged, inParts, example } = endpoint;
  const headers = [tagged && "ETag", inParts && "Link"];
  const given = Object.entries(answers).map(([status, schema]) => {
    const content = contentOf(schema, mediaType, schemas, example.answer);
    const more = { ...headersOf(headers), ...(content && { content }) };
    return [status, { description: DONE[status], ...more }];
  });
  const stands = { description: DONE[304], ...headersOf(headers) };
  return { ...Object.fromEntries(given), ...(tagged && { 304: stands }) };
}

function contentOf(
  schema: z.ZodMiniType | undefined,
  mediaType: string | undefined,
  schemas: Schemas,
  example: unknown,
): Json | undefined {
  const type = mediaType ?? (schema && "application/json");
  if (type === undefined) return undefined;
  // Bytes that are no text have no schema in OpenAPI 3.1.
  const isText = schema === undefined && type.startsWith("text/");
  const form = schema !== undefined ? schemas.refTo(schema) : isText ? { type: "string" } : {};
  return { [type]: { schema: form, ...(example !== undefined && { example }) } };
}

/** The refusals of an endpoint by status, each status with its codes. */
function refused(endpoint: Endpoint, schemas: Schemas): Json {
  const byStatus = Map.groupBy(refusalsOf(endpoint), (code) => PROBLEMS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const waits = status === 429 || status === 503;
      // In no other answer: those may be handed on to somebody else.
      const isLimit = status === 429 && endpoint.public;
      const schema = {
        allOf: [
          schemas.problem,
          { properties: { title: { enum: codes }, status: { const: status } } },
        ],
      };
      const examples = Object.fromEntries(codes.map((code) => [code, refTo("examples", code)]));
      return [
        status,
        {
          description: codes.join(", "),
          ...headersOf([
            waits && "Retry-After",
            isLimit && "RateLimit",
            isLimit && "RateLimit-Policy",
          ]),
          content: { "application/problem+json": { schema, examples } },
        },
      ];
    }),
  );
}
