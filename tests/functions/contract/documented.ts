import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { API } from "../../../domain/api.ts";
import type { App } from "../../../functions/http/environment.ts";

export type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  example: string | number;
}

interface Content {
  schema: Json;
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}

interface Operation {
  operationId: string;
  summary: string;
  parameters: (Parameter | { $ref: string })[];
  security: Record<string, never[]>[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { headers?: Json; content?: Record<string, Content> }>;
}

export interface Document extends Json {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation> & { parameters: Parameter[] }>;
  components: Record<string, Record<string, Json>>;
}

/** The document as the app gives it away. */
export const documentOf = async (app: App): Promise<Document> =>
  (await (await app.request(API.openapi.path)).json()) as Document;

/** What stands at a reference into the document. */
export const referred = (document: Document, $ref: string): unknown =>
  $ref
    .slice(2)
    .split("/")
    .reduce<unknown>((inner, key) => (inner as Json)[key], document);

/** Says of a value what is wrong with it by a schema of the document; nothing where it is valid. */
export function validator(document: Document): (schema: Json, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", components: document.components });
  const absolute = (schema: unknown): unknown =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'));
  return (schema, value) => {
    const check = ajv.compile(absolute(schema) as Json);
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  };
}

export interface Named extends Operation {
  method: string;
  path: string;
  /** Of the path and its own, references followed. */
  all: Parameter[];
}

/** The operations of a list, by default of everybody's and respondents': reading first, withdrawing last. */
export const operationsOf = (document: Document, list: object = API): Named[] =>
  Object.keys(list).map((name) => {
    for (const [path, { parameters, ...methods }] of Object.entries(document.paths)) {
      for (const [method, one] of Object.entries(methods)) {
        if (one.operationId !== name) continue;
        const own = one.parameters.map((each) =>
          "$ref" in each ? (referred(document, each.$ref) as Parameter) : each,
        );
        return { ...one, method: method.toUpperCase(), path, all: [...parameters, ...own] };
      }
    }
    throw new Error(`${name} is not in the document`);
  });

const validators = new WeakMap<Document, ReturnType<typeof validator>>();

/** What is wrong with an answer by what the document says of its status. */
export async function misfits(
  document: Document,
  { responses, operationId }: Named,
  answer: Response,
): Promise<string[]> {
  const faultsOf = validators.get(document) ?? validator(document);
  validators.set(document, faultsOf);
  const told = responses[answer.status];
  if (told === undefined) return [`${operationId} does not say ${answer.status}`];
  const type = answer.headers.get("Content-Type")?.split(";")[0];
  const text = await answer.text();
  if (told.content === undefined) return text === "" ? [] : [`${operationId} says no body`];
  const content = told.content[type ?? ""];
  if (content === undefined) return [`${operationId} does not say ${type}`];
  return faultsOf(content.schema, type?.endsWith("json") === true ? JSON.parse(text) : text);
}
