import { readBallot } from "../../domain/ballot/ballot.ts";
import { refusalAt } from "../../domain/consultation/life.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import { readRemarks } from "../../domain/remark/remarks-schema.ts";
import { readReceipt } from "../../domain/ballot/receipt.ts";
import { RATE } from "../../domain/paths.ts";
import { READ_ONLY } from "../../domain/read-only.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { asWhom, codeOf, remarksOf } from "../../web/rate/answers/draft.ts";
import { bodyOf } from "../../web/rate/answers/form.ts";
import { readSent, type SentForm } from "../../web/rate/answers/sent-form.ts";
import { ClosedPage } from "../../web/rate/closed-page.tsx";
import { RatePage } from "../../web/rate/rate-page.tsx";
import { SavedPage } from "../../web/rate/saved-page.tsx";
import type { RateView } from "../../web/rate/answers/view.ts";
import type { Neighbours } from "../../web/respondent/wave-note.tsx";
import { pageAnswer, pageProps, pageText, problemAnswer, waiting } from "../http/answers.tsx";
import { sharedAnswer, wayFor } from "../http/shared-answer.ts";
import { readBack } from "../ballot/ballot-box.ts";
import { ownChannel } from "../ballot/channel.ts";
import type { Saved } from "../ballot/outcome.ts";
import type { Consultations, Known } from "../memory/consultations.ts";
import { neighbours } from "../memory/neighbours.ts";
import { sharedPages } from "../memory/shared-pages.ts";
import { saveRemarks } from "../remark/remark-box.ts";
import { filledView, newReceipt, newView } from "../ballot/rate-view.ts";
import { readFields } from "../http/request.ts";
import { countNoticed, told } from "../http/told.ts";
import type { Services } from "../services.ts";
import type { App } from "../http/environment.ts";
import type { World } from "../work/arrivals.ts";
import { allowInline } from "../http/security-headers.ts";
import { takenOrHeld } from "./held.ts";
import { type Refused, takeBallot } from "../work/take-ballot.ts";
import { WaitingPage } from "../../web/rate/waiting-page.tsx";

/** The rate page, and the plain form that it sends where there is no JavaScript. */
export function rateRoutes(
  app: App,
  services: Services & World,
  consultations: Consultations,
): void {
  const { assets } = services;
  const shared = sharedPages();
  const drawn = (origin: string, view: RateView, first?: { waves: Neighbours | undefined }) => (
    <RatePage
      language={view.language}
      text={catalogueFor(view.language)}
      assets={assets}
      origin={origin}
      view={view}
      waves={first?.waves}
      isFirst={first !== undefined}
    />
  );

  const channel = ({ definition }: Known, sent: string | undefined) =>
    ownChannel(services, definition, sent);
  const refusal = (known: Known) => refusalAt(known, services.now());

  app.get(RATE, async (context) => {
    const known = context.get("known");
    const props = pageProps(services, context.req.raw, known.definition.languages);
    const isReadOnly = (await context.get("readOnly")()) !== undefined;
    const because = refusal(known) ?? (isReadOnly ? READ_ONLY.problem : undefined);
    if (because !== undefined) {
      return pageAnswer(
        <ClosedPage
          because={because}
          {...props}
          consultation={known.definition}
          purged={known.life.purge !== undefined}
          pause={known.life.pause}
        />,
      );
    }
    const { origin, language } = props;
    const via = channel(known, context.req.query("via"));
    const waves = await neighbours(consultations, known);
    const place = JSON.stringify([known.definition.id, known.version, language, origin, via]);
    const way = wayFor(context.req.raw);
    const page = await shared.get(place, way, () =>
      pageText(drawn(origin, newView(services, known, language, via), { waves })),
    );
    return allowInline(keptForTheWayBack(known, sharedAnswer(page, way)), assets.rateInline);
  });

  app.post(RATE, async (context) => {
    const request = context.req.raw;
    const fields = await readFields(request);
    if ("problem" in fields) return problemAnswer(context, services, fields);
    const known = context.get("known");
    const props = pageProps(services, request, known.definition.languages);
    const { language, origin } = props;
    const read = readSent(fields);
    const filled = {
      ...read,
      draft: { ...read.draft, channel: channel(known, read.draft.channel) },
    };
    const receipt = filled.action === "anew" ? undefined : readReceipt(filled.receipt);
    const again = (more: Parameters<typeof filledView>[4] = {}) =>
      waiting(
        pageAnswer(
          drawn(
            origin,
            filledView(
              services,
              known,
              language,
              // Without a receipt that can be one, and after one was withdrawn, the form goes on under a new one.
              receipt === undefined
                ? { ...filled, receipt: newReceipt(services), revision: 1, panel: undefined }
                : { ...filled, receipt },
              more,
            ),
          ),
          more.problem === undefined ? 200 : PROBLEMS[more.problem.problem],
        ),
        more.problem,
      );
    if ((await context.get("readOnly")()) !== undefined) return again({ problem: READ_ONLY });
    const because = refusal(known);
    if (filled.action !== "send" && because !== undefined) {
      return again({ problem: { problem: because } });
    }
    if (filled.action === "redraw") return again();
    if (filled.action === "send" && receipt === undefined) {
      return again({ problem: { problem: "receipt-malformed" } });
    }
    if (asWhom(filled.draft) === "unsaid") return again({ problem: { problem: "panel-unsaid" } });
    const { revision, order, wording, opened } = filled;
    const body = bodyOf(filled.draft, language, revision, order, wording, opened);
    const ballot = readBallot(known.schema, body);
    if ("faults" in ballot) {
      return again({ problem: { problem: "ballot-invalid", faults: ballot.faults } });
    }
    const remarks = ownRemarks(known, filled);
    if (remarks !== undefined && "faults" in remarks) {
      return again({ problem: { problem: "remarks-invalid", faults: remarks.faults } });
    }
    if (filled.action !== "send" || receipt === undefined) return again({ stage: "review" });

    const answerTo = async (outcome: Saved | Refused): Promise<Response> => {
      if ("problem" in outcome) {
        // Of the refusals only a conflict shows what is stored.
        if (outcome.revision === undefined) return again({ problem: await told(context, outcome) });
        const stored = await readBack(services, known, receipt);
        return again({ problem: outcome, ...(!("problem" in stored) && { stored }) });
      }
      const unsaved =
        remarks &&
        ((await countNoticed(context, "remarks")) ??
          (await saveRemarks(services, known, receipt, remarks.remarks)));
      return pageAnswer(
        <SavedPage
          {...props}
          consultation={known.definition}
          receipt={receipt}
          readBack={outcome.readBack}
          now={services.now().getTime()}
          wrote={remarks !== undefined}
          unsaved={unsaved}
          moves={outcome.revision > 1 && codeOf(filled.draft) !== ""}
        />,
      );
    };
    return takenOrHeld({
      services,
      context,
      answerTo,
      waitingPage: () => <WaitingPage {...props} consultation={known.definition} />,
      isFull: () => again({ problem: { problem: "busy", retryAfter: 10 } }),
      take: (sender) => takeBallot(services, known, { ...sender, receipt }, ballot.ballot),
    });
  });
}

/** What somebody wrote beside the ratings, or what is wrong with it; `undefined` where there is nothing to save. */
function ownRemarks({ definition, remarksSchema }: Known, { draft }: SentForm) {
  const written = definition.reasons === true ? remarksOf(draft) : undefined;
  return written && readRemarks(remarksSchema, written);
}

/**
 * Lets a browser keep the page as it is left, for the way back: under `no-store` Firefox and Safari draw it
 * anew, without the answers. It holds neither answers nor receipt, only the order of the cards. Where people
 * are at risk not even that is to be found on a device.
 */
function keptForTheWayBack({ definition }: Known, answer: Response): Response {
  if (definition.disclosure !== "at-risk") answer.headers.set("Cache-Control", "private, no-cache");
  return answer;
}
