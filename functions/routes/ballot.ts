import { API } from "../../domain/api.ts";
import { readBallot } from "../../domain/ballot/ballot.ts";
import { jsonAnswer } from "../http/answers.tsx";
import { readBack } from "../ballot/ballot-box.ts";
import { withdrawAll } from "../remark/remark-box.ts";
import { readJson } from "../http/request.ts";
import { withdrawn, withReceipt } from "../http/with-receipt.ts";
import type { Services } from "../services.ts";
import { type App, askerOf } from "../http/environment.ts";
import type { World } from "../work/arrivals.ts";
import { takeBallot } from "../work/take-ballot.ts";

/** Sending, reading back and withdrawing a ballot; the receipt is the only right that is needed. */
export function ballotRoutes(app: App, services: Services & World): void {
  app.put(
    API.putBallot.path,
    withReceipt(services, async (known, receipt, context) => {
      const body = await readJson(context.req.raw);
      if ("problem" in body) return body;
      const read = readBallot(known.schema, body.value);
      if ("faults" in read) return { problem: "ballot-invalid", faults: read.faults };
      const outcome = await takeBallot(
        services,
        known,
        { asker: askerOf(context), receipt },
        read.ballot,
      );
      if ("problem" in outcome) {
        const { waitMs: _, ...refusal } = outcome;
        return refusal;
      }
      return jsonAnswer(outcome.readBack, outcome.saved === "created" ? 201 : 200);
    }),
  );

  app.get(
    API.getBallot.path,
    withReceipt(services, async (known, receipt) => {
      const ballot = await readBack(services, known, receipt);
      return "problem" in ballot ? ballot : jsonAnswer(ballot);
    }),
  );

  app.delete(
    API.withdrawBallot.path,
    withReceipt(services, async (known, receipt) => {
      const refusal = await withdrawAll(services, known, receipt);
      if (refusal !== undefined) return refusal;
      return withdrawn();
    }),
  );
}
