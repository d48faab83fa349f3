import { API } from "../../domain/api.ts";
import { readRemarks } from "../../domain/remark/remarks-schema.ts";
import { jsonAnswer } from "../http/answers.tsx";
import { countNoticed } from "../http/told.ts";
import type { App } from "../http/environment.ts";
import { readJson } from "../http/request.ts";
import { withdrawn, withReceipt } from "../http/with-receipt.ts";
import { remarksBack, saveRemarks, withdrawRemarks } from "../remark/remark-box.ts";
import type { Services } from "../services.ts";

/** Sending, reading back and withdrawing what a respondent wrote; the receipt is the only right that is needed. */
export function ownRemarkRoutes(app: App, services: Services): void {
  app.put(
    API.putReasons.path,
    withReceipt(services, async (known, receipt, context) => {
      const body = await readJson(context.req.raw);
      if ("problem" in body) return body;
      if (known.definition.reasons !== true) return { problem: "remarks-not-asked" };
      const read = readRemarks(known.remarksSchema, body.value);
      if ("faults" in read) return { problem: "remarks-invalid", faults: read.faults };
      const refusal =
        (await countNoticed(context, "remarks")) ??
        (await saveRemarks(services, known, receipt, read.remarks));
      if (refusal !== undefined) return refusal;
      const back = await remarksBack(services, known, receipt);
      return "problem" in back ? back : jsonAnswer(back);
    }),
  );

  app.get(
    API.getReasons.path,
    withReceipt(services, async (known, receipt) => {
      const back = await remarksBack(services, known, receipt);
      return "problem" in back ? back : jsonAnswer(back);
    }),
  );

  app.delete(
    API.withdrawReasons.path,
    withReceipt(services, async (known, receipt) => {
      const back = await remarksBack(services, known, receipt);
      if ("problem" in back) return back;
      return (await withdrawRemarks(services, known, receipt)) ?? withdrawn();
    }),
  );
}
