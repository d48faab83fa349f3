/**
 * Doing something once however often a program asks: the header `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header). A repeat within a day gets the same answer, or where that held a
 * secret, which is never kept, is told that it was done.
 */
import type { Problem } from "../../domain/problem.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { beginOnce, forgetOnce, getOnce, keepAnswer } from "../store/once.ts";

export const ONCE_MS = 24 * 60 * 60_000;

/** What programs send, mostly a UUID. */
const NAME = /^[\x21-\x7e]{1,200}$/;

/** An answer as it may be kept. */
export interface Answer {
  status: number;
  /** Of an answer without a body empty. */
  text: string;
}

interface Asked {
  /** The value of the header. */
  name: string;
  /** Whose request it is, and at which endpoint: nobody meets another's. */
  whose: readonly string[];
  /** All that it asks for. */
  request: string;
  /** Whether the answer may be kept. */
  isKept: boolean;
}

/** Does it, unless it was begun within a day. What is refused was not done, and may be asked for again. */
export async function once(
  { db, now }: Pick<Services, "db" | "now">,
  { name, whose, request, isKept }: Asked,
  act: () => Promise<Answer | Problem>,
): Promise<Answer | Problem> {
  if (!NAME.test(name)) {
    return {
      problem: "request-invalid",
      faults: [{ pointer: "/headers/idempotency-key", fault: "not-allowed" }],
    };
  }
  const hash = sha256(["kenes-once/1", ...whose, name].join("\0"));
  const asked = sha256(request);
  const at = now().getTime();
  if (!(await beginOnce(db, hash, asked, at, at + ONCE_MS))) {
    const begun = await getOnce(db, hash);
    if (begun !== undefined && begun.request !== asked) return { problem: "repeat-differs" };
    return begun?.status === undefined || begun.answer === undefined
      ? { problem: "done-already" }
      : { status: begun.status, text: begun.answer };
  }
  // A failure leaves it begun: nobody knows how far it went, and the next is told to look.
  const done = await act();
  if ("problem" in done) await forgetOnce(db, hash);
  else if (isKept) await keepAnswer(db, hash, { status: done.status, answer: done.text });
  return done;
}
