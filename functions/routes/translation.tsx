import { type Problem, type ProblemCode, PROBLEMS } from "../../domain/problem.ts";
import { readTranslationReport, type TranslationReport } from "../../domain/translation-report.ts";
import { TRANSLATION } from "../../domain/paths.ts";
import { READ_ONLY } from "../../domain/read-only.ts";
import { ReportPage } from "../../web/translation/report-page.tsx";
import { StoredPage } from "../../web/translation/stored-page.tsx";
import { pageAnswer, pageProps, problemAnswer, waiting } from "../http/answers.tsx";
import type { Known } from "../memory/consultations.ts";
import { readFields } from "../http/request.ts";
import { countNoticed } from "../http/told.ts";
import type { Services } from "../services.ts";
import { isBusy } from "../store/database.ts";
import { addTranslationReport } from "../store/translation-reports.ts";
import { today } from "../today.ts";
import type { App } from "../http/environment.ts";

/** Seconds after which a report may be sent again. A full store waits for the organisers. */
const RETRY_AFTER: Partial<Record<ProblemCode, string>> = { "reports-full": "3600", busy: "2" };

/** Random bytes in the key of a report. */
const ID_BYTES = 8;

/** The page on which a respondent reports a bad translation; open after closing too. */
export function translationRoutes(app: App, services: Services): void {
  const form = (
    known: Known,
    request: Request,
    entered: { place: string; text: string },
    problem?: Problem,
  ) => {
    const answer = pageAnswer(
      <ReportPage
        {...pageProps(services, request, known.definition.languages)}
        consultation={known.definition}
        entered={entered}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem.problem],
    );
    const wait = problem && RETRY_AFTER[problem.problem];
    if (wait !== undefined) answer.headers.set("Retry-After", wait);
    return waiting(answer, problem);
  };

  app.get(TRANSLATION, (context) =>
    form(context.get("known"), context.req.raw, {
      place: context.req.query("about") ?? "",
      text: "",
    }),
  );

  app.post(TRANSLATION, async (context) => {
    const request = context.req.raw;
    const fields = await readFields(request);
    if ("problem" in fields) return problemAnswer(context, services, fields);
    const known = context.get("known");
    const props = pageProps(services, request, known.definition.languages);
    const entered = { place: fields.get("place") ?? "", text: fields.get("text") ?? "" };
    const again = (problem?: Problem) => form(known, request, entered, problem);
    if (fields.get("do") === "redraw") return again();
    if ((await context.get("readOnly")()) !== undefined) return again(READ_ONLY);

    const read = readTranslationReport(known.definition, { language: props.language, ...entered });
    if ("faults" in read) return again({ problem: "report-invalid", faults: read.faults });
    const refusal =
      (await countNoticed(context, "reports")) ??
      (await store(services, known.definition.id, read.report));
    if (refusal?.problem === "reports-full") {
      await context.get("bounds").notice("reports", known.definition.id);
    }
    if (refusal !== undefined) return again(refusal);
    return pageAnswer(<StoredPage {...props} consultation={known.definition} />);
  });
}

/** Stores a report under the day; a store that is full or overloaded is a refusal that keeps the text. */
async function store(
  { db, now, random }: Services,
  consultation: string,
  report: TranslationReport,
): Promise<Problem | undefined> {
  const day = today({ now });
  const id = Buffer.from(random(ID_BYTES)).toString("hex");
  try {
    const stored = await addTranslationReport(db, consultation, { ...report, day, id });
    return stored ? undefined : { problem: "reports-full" };
  } catch (failure) {
    if (isBusy(failure)) return { problem: "busy" };
    throw failure;
  }
}
