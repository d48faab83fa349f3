import type { Context } from "hono";
import { API } from "../../domain/api.ts";
import { readBallot } from "../../domain/ballot/ballot.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Receipt } from "../../domain/ballot/receipt.ts";
import { jsonAnswer, problemAnswer } from "../http/answers.tsx";
import { readBack, saveBallot, withdrawBallot } from "../ballot/ballot-box.ts";
import { readJson, receiptOf } from "../http/request.ts";
import type { Services } from "../services.ts";
import type { Known } from "../memory/consultations.ts";
import type { App, Environment } from "../http/environment.ts";

/** Sending, reading back and withdrawing a ballot; the receipt is the only right that is needed. */
export function ballotRoutes(app: App, services: Services): void {
  const withReceipt =
    (act: (known: Known, receipt: Receipt, request: Request) => Promise<Response | Problem>) =>
    async (context: Context<Environment>) => {
      const receipt = receiptOf(context.req.raw);
      const answer =
        typeof receipt === "string"
          ? await act(context.get("known"), receipt, context.req.raw)
          : receipt;
      return answer instanceof Response ? answer : problemAnswer(context, services, answer);
    };

  app.put(
    API.putBallot.path,
    withReceipt(async (known, receipt, request) => {
      const body = await readJson(request);
      if ("problem" in body) return body;
      const read = readBallot(known.schema, body.value);
      if ("faults" in read) return { problem: "ballot-invalid", faults: read.faults };
      const outcome = await saveBallot(services, known, receipt, read.ballot);
      if ("problem" in outcome) return outcome;
      const { saved, revision, panel } = outcome;
      return jsonAnswer({ revision, panel }, saved === "created" ? 201 : 200);
    }),
  );

  app.get(
    API.getBallot.path,
    withReceipt(async (known, receipt) => {
      const ballot = await readBack(services, known, receipt);
      return "problem" in ballot ? ballot : jsonAnswer(ballot);
    }),
  );

  app.delete(
    API.withdrawBallot.path,
    withReceipt(async (known, receipt) => {
      const refusal = await withdrawBallot(services, known, receipt);
      if (refusal !== undefined) return refusal;
      return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
    }),
  );
}
