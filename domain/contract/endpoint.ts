/** The form of an endpoint of the API, from which its OpenAPI document and its page are made. */
import type * as z from "zod/mini";
import type { BoundName } from "../bound.ts";
import type { ProblemCode } from "../problem.ts";

/** Something that stands in the query of an address. */
export interface QueryParameter {
  /** What it is, in an English sentence; in others in `web/language/<language>/api.json`. */
  about: string;
  /** Its form once it is read; in an address everything is text. */
  schema: z.ZodMiniType;
  required?: true;
  example: string | number;
}

/** What gives the right to ask: nothing, a respondent's receipt, or the key of an organisers' program. */
export type ApiRight = "receipt" | "key";

export interface Endpoint {
  method: "GET" | "PUT" | "POST" | "DELETE";
  /** `:id` stands for the consultation; what other parts are, `ABOUT_PARTS` says. */
  path: string;
  /** What it is for, in an English sentence; in others in `web/language/<language>/api.json`. */
  summary: string;
  /** Whether scripts on pages of any other site may read its answers, and reads are limited. Said of each. */
  public: boolean;
  /** As `Authorization: Bearer …`. */
  right?: ApiRight;
  /** How often it may be asked for (bound.ts), where it writes, or costs more than a read. */
  bound?: BoundName;
  query?: Readonly<Record<string, QueryParameter>>;
  /** The JSON that it takes, of whatever consultation. */
  request?: z.ZodMiniType;
  /** What a successful answer holds, by status; `undefined` for an answer without a body or not JSON. */
  answers: Partial<Record<200 | 201 | 202 | 204, z.ZodMiniType | undefined>>;
  /** What kind of file a successful answer is, where it is not JSON. */
  mediaType?: string;
  /** Whether answers have an `ETag`, by which a 304 says that they still stand. */
  tagged?: true;
  /** Whether it is done once however often it is asked for under the same `Idempotency-Key`. */
  once?: true;
  /** A list that is given in parts: a `Link` leads to the next. */
  inParts?: true;
  /** Refusals of its own; those that any of its kind may give are added (refusals.ts). */
  refusals: readonly ProblemCode[];
  example: {
    /** What stands in the path, where it is not what stands there in other examples (`EXAMPLE_PARTS`). */
    parts?: Readonly<Record<string, string | number>>;
    /** The JSON that is sent. */
    request?: unknown;
    /** JSON, or the text of a file; without one where the answer has no body. */
    answer?: unknown;
  };
}
