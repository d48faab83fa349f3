/** The schemas of a list of endpoints as JSON Schema (2020-12), which is that of OpenAPI 3.1. */
import * as z from "zod/mini";
import { problemAnswer } from "./answers.ts";
import type { Endpoint } from "./endpoint.ts";

export type Json = Record<string, unknown>;

/** The name under which refusals stand. */
const PROBLEM = "Problem";

/** Every schema of a list under a name of its own, and where it stands. */
export interface Schemas {
  all: Record<string, Json>;
  /** A reference to one of them. */
  refTo(schema: z.ZodMiniType): Json;
  problem: Json;
}

/** Each is named for the first endpoint that it belongs to: `ResultsAnswer`, `PutBallotRequest`. */
export function schemasOf(list: Readonly<Record<string, Endpoint>>): Schemas {
  const [taken, given] = [new Map<z.ZodMiniType, string>(), new Map<z.ZodMiniType, string>()];
  given.set(problemAnswer, PROBLEM);
  for (const [name, { request, answers }] of Object.entries(list)) {
    const begin = name.charAt(0).toUpperCase() + name.slice(1);
    if (request !== undefined && !taken.has(request)) taken.set(request, `${begin}Request`);
    for (const answer of Object.values(answers)) {
      if (answer !== undefined && !given.has(answer)) given.set(answer, `${begin}Answer`);
    }
  }
  return {
    all: { ...converted(taken, "input"), ...converted(given, "output") },
    refTo: (schema) => refOf((taken.get(schema) ?? given.get(schema))!),
    problem: refOf(PROBLEM),
  };
}

const addressOf = (name: string): string => `#/components/schemas/${name}`;
const refOf = (name: string): Json => ({ $ref: addressOf(name) });

function converted(
  named: ReadonlyMap<z.ZodMiniType, string>,
  io: "input" | "output",
): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: addressOf, unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, tidied(schema, io) as Json]),
  );
}

/**
 * Without what says nothing: the largest whole number that JavaScript has, that names are texts. An answer may have
 * more fields some day, so that none is closed; what is sent may not.
 */
function tidied(schema: unknown, io: "input" | "output"): unknown {
  if (Array.isArray(schema)) return schema.map((one) => tidied(one, io));
  if (typeof schema !== "object" || schema === null) return schema;
  const isNoise = (key: string, value: unknown): boolean =>
    key === "$schema" ||
    key === "$id" ||
    (key === "additionalProperties" && value === false && io === "output") ||
    (key === "minimum" && value === Number.MIN_SAFE_INTEGER) ||
    (key === "maximum" && value === Number.MAX_SAFE_INTEGER) ||
    (key === "propertyNames" && JSON.stringify(value) === '{"type":"string"}');
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isNoise(key, value))
      .map(([key, value]) => [key, tidied(value, io)]),
  );
}
