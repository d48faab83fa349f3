import type { Context } from "hono";
import { type Problem, PROBLEMS } from "../../domain/problem.ts";
import { readReceipt } from "../../domain/ballot/receipt.ts";
import { RECEIPT } from "../../domain/paths.ts";
import { READ_ONLY } from "../../domain/read-only.ts";
import { RatePage } from "../../web/rate/rate-page.tsx";
import { ReceiptPage, type ReceiptStep } from "../../web/receipt/receipt-page.tsx";
import { pageAnswer, pageProps, problemAnswer, waiting } from "../http/answers.tsx";
import { CONFIRM_TEXT, WITHDRAW_TEXT } from "../../web/receipt/own-texts.tsx";
import { readBack } from "../ballot/ballot-box.ts";
import { remarksBack, storedRemarks, withdrawAll, withdrawRemarks } from "../remark/remark-box.ts";
import type { Known } from "../memory/consultations.ts";
import { returningView } from "../ballot/rate-view.ts";
import { readFields } from "../http/request.ts";
import { told } from "../http/told.ts";
import type { Services } from "../services.ts";
import type { App, Environment } from "../http/environment.ts";

/** What of the buttons is about texts. */
const TEXTS = /^(?:texts$|withdraw-text\.|confirm-text\.)/;

/** The page on which a receipt opens, changes or withdraws its ballot. */
export function receiptRoutes(app: App, services: Services): void {
  const page = (
    known: Known,
    request: Request,
    step: ReceiptStep,
    receipt = "",
    problem?: Problem,
  ) => {
    return waiting(
      pageAnswer(
        <ReceiptPage
          {...pageProps(services, request, known.definition.languages)}
          consultation={known.definition}
          step={step}
          receipt={receipt}
          problem={problem}
        />,
        problem === undefined ? 200 : PROBLEMS[problem.problem],
      ),
      problem,
    );
  };

  /** What was written beside the ratings; asks before one is withdrawn, and withdraws it. */
  const texts = async (context: Context<Environment>, receipt: string, todo: string) => {
    const known = context.get("known");
    const request = context.req.raw;
    const show = (step: ReceiptStep, more: object) =>
      pageAnswer(
        <ReceiptPage
          {...pageProps(services, request, known.definition.languages)}
          consultation={known.definition}
          {...{ step, receipt, ...more }}
        />,
      );
    const code = todo.slice(todo.indexOf(".") + 1);
    if (todo.startsWith(WITHDRAW_TEXT)) return show("confirm-text", { code });
    const isWithdrawn = todo.startsWith(CONFIRM_TEXT);
    const refusal = isWithdrawn ? await withdrawRemarks(services, known, receipt, code) : undefined;
    const remarks = refusal ?? (await remarksBack(services, known, receipt));
    if ("problem" in remarks) {
      return page(known, request, "enter", receipt, await told(context, remarks));
    }
    return show("texts", { remarks, isWithdrawn });
  };

  app.get(RECEIPT, (context) => page(context.get("known"), context.req.raw, "enter"));

  app.post(RECEIPT, async (context) => {
    const request = context.req.raw;
    const fields = await readFields(request);
    if ("problem" in fields) return problemAnswer(context, services, fields);
    const known = context.get("known");
    const typed = fields.get("receipt") ?? "";
    const receipt = readReceipt(typed);
    if (receipt === undefined) {
      return page(known, request, "enter", typed, { problem: "receipt-malformed" });
    }
    const todo = fields.get("do") ?? "";
    if (known.definition.reasons === true && TEXTS.test(todo)) {
      return texts(context, receipt, todo);
    }
    const stored = await readBack(services, known, receipt);
    if ("problem" in stored) {
      return page(known, request, "enter", receipt, await told(context, stored));
    }
    switch (todo) {
      case "withdraw":
        return page(known, request, "confirm-withdraw", receipt);
      case "confirm-withdraw": {
        const refusal = await withdrawAll(services, known, receipt);
        return refusal === undefined
          ? page(known, request, "withdrawn")
          : page(known, request, "enter", receipt, refusal);
      }
      default: {
        const props = pageProps(services, request, known.definition.languages);
        const remarks = await storedRemarks(services, known, receipt);
        const view = returningView(services, known, props.language, receipt, stored, remarks);
        const problem = (await context.get("readOnly")()) && READ_ONLY;
        return pageAnswer(<RatePage {...props} view={problem ? { ...view, problem } : view} />);
      }
    }
  });
}
