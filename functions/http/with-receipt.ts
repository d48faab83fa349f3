import type { Context } from "hono";
import type { Problem } from "../../domain/problem.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import type { Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import { problemAnswer } from "./answers.tsx";
import type { Environment } from "./environment.ts";
import { receiptOf } from "./request.ts";
import { told } from "./told.ts";

type Act = (
  known: Known,
  receipt: Receipt,
  context: Context<Environment>,
) => Promise<Response | Problem>;

/** A route of the API for which the receipt is the only right that is needed. */
export const withReceipt =
  (services: Services, act: Act) =>
  async (context: Context<Environment>): Promise<Response> => {
    const receipt = receiptOf(context.req.raw);
    const answer =
      typeof receipt === "string" ? await act(context.get("known"), receipt, context) : receipt;
    if (answer instanceof Response) return answer;
    return problemAnswer(context, services, await told(context, answer));
  };

/** The answer to a withdrawal. */
export const withdrawn = (): Response =>
  new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
