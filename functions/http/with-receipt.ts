import type { Context } from "hono";
import type { Problem } from "../../domain/problem.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import type { Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import { askerOf, type Environment } from "./environment.ts";
import { receiptOf } from "./request.ts";

type Act = (
  known: Known,
  receipt: Receipt,
  request: Request,
  /** Who asks is not looked at where nothing is limited: reading back, withdrawing. */
  asker: () => string,
) => Promise<Response | Problem>;

/** A route of the API for which the receipt is the only right that is needed. */
export const withReceipt =
  (services: Services, act: Act) =>
  async (context: Context<Environment>): Promise<Response> => {
    const receipt = receiptOf(context.req.raw);
    const answer =
      typeof receipt === "string"
        ? await act(context.get("known"), receipt, context.req.raw, () => askerOf(context))
        : receipt;
    return answer instanceof Response ? answer : problemAnswer(context, services, answer);
  };

/** The answer to a withdrawal. */
export const withdrawn = (): Response =>
  new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
