/** What stands once in the OpenAPI document and is referred to from everywhere in it. */
import { type ProblemCode, problemDocument } from "../problem.ts";
import type { ApiRight } from "./endpoint.ts";
import { LANG } from "./parameters.ts";
import type { Json } from "./schemas.ts";

const text = { type: "string" };

/** Header fields of answers, by name. */
export const HEADERS: Readonly<Record<string, Json>> = {
  ETag: {
    description: "Names these very bytes; to be sent back as `If-None-Match`.",
    schema: text,
  },
  Link: { description: 'Where the next part is (RFC 8288): `<…>; rel="next"`.', schema: text },
  "RateLimit-Policy": {
    description:
      "How many reads are free in how many seconds (draft-ietf-httpapi-ratelimit-headers).",
    schema: text,
  },
  RateLimit: {
    description: "How many reads are left, and in how many seconds all of them are again.",
    schema: text,
  },
  "Retry-After": {
    description: "After how many seconds to ask again.",
    schema: { type: "integer" },
  },
};

/** What every endpoint takes, what those with a tag take, and what those that do something once. */
export const COMMON_PARAMETERS: Readonly<Record<string, Json>> = {
  lang: {
    name: "lang",
    in: "query",
    description: LANG.about,
    schema: text,
    example: LANG.example,
  },
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description:
      "The `ETag` of what one has; if it still stands, the answer is a 304 without a body.",
    schema: text,
    example: '"none-yet"',
  },
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description:
      "A name of your own for this request, for example a UUID: a repeat under the same name within a day is not done again.",
    schema: { type: "string", pattern: "^[\\x21-\\x7e]{1,200}$" },
    example: "0f6b4a52-9d1c-4b6e-8a3e-5d0c7f2e9b14",
  },
};

/** What the rights are given by. */
export const SCHEMES: Readonly<Record<ApiRight, Json>> = {
  receipt: {
    type: "http",
    scheme: "bearer",
    description:
      "The receipt: 20 letters and digits of Crockford's base 32, drawn by the sender from a cryptographic source. It is the only right to a ballot, and stored nowhere.",
  },
  key: {
    type: "http",
    scheme: "bearer",
    description:
      "The key of an organisers' program, as the console showed it once. An owner of the consultation makes it there, and it counts for that consultation alone.",
  },
};

export const refTo = (kind: "headers" | "parameters" | "examples", name: string): Json => ({
  $ref: `#/components/${kind}/${name}`,
});

/** A refusal of each kind as it is sent. */
export const problemExamples = (
  codes: readonly ProblemCode[],
  sentences: Readonly<Record<ProblemCode, string>>,
): Record<string, Json> =>
  Object.fromEntries(
    codes.map((code) => [code, { value: problemDocument({ problem: code }, sentences[code]) }]),
  );
