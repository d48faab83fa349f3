import type * as z from "zod/mini";
import type { Listed } from "../organiser/endpoints.ts";
import type { Action } from "../organiser/role.ts";
import type { API_OF_PROGRAMS } from "./paths.ts";

/** An action of the console for organisers' programs. */
export interface ProgramEndpoint {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** `:id` stands for the consultation, `:hook` for a webhook, `:part` for a file, `:number` for an entry. */
  path: (typeof API_OF_PROGRAMS)[keyof typeof API_OF_PROGRAMS];
  /** The page or form of the console that does the same: it needs that one's right. */
  like: Listed;
  /** What it does, in one sentence. */
  summary: string;
  /** What its address may ask for. */
  query?: z.ZodMiniType;
  /** What it takes, as JSON, with an example; without it the body is not read. */
  request?: z.ZodMiniType;
  example?: unknown;
  /** What a successful answer holds, by status; `undefined` for an answer without a body or not JSON. */
  answers: Partial<Record<200 | 201 | 202 | 204, z.ZodMiniType | undefined>>;
  /**
   * With the header `Idempotency-Key` it is done once. `kept`: a repeat gets the answer again; `secret`: the
   * answer is never kept, so that a repeat is only told that it was done.
   */
  once?: "kept" | "secret";
  /** Most bytes of the body, where it is larger than the usual 64 kB. */
  mostBytes?: number;
}

/** The right that an endpoint needs: never another than in the console. */
export function rightOf({ like }: ProgramEndpoint): Action {
  const { access } = like;
  // Nothing of signing in or of an account is in the list; the tests walk it.
  if (access === "nobody" || access === "signed-in")
    throw new RangeError(`${like.path}: ${access}`);
  return access;
}
