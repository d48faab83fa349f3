import { Hono } from "hono";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import { API_CONSULTATION, RATE } from "../domain/paths.ts";
import { PROBLEMS } from "../domain/problem.ts";
import { problemAnswer } from "./http/answers.tsx";
import { boundPictures } from "./http/bound-pictures.ts";
import { type Bounds, boundsOf } from "./http/bounds.ts";
import { compressWhole } from "./http/compressed.ts";
import { consultationsOf } from "./memory/consultations.ts";
import { currentListing } from "./memory/listing.ts";
import { madeFiles, TooManyFiles } from "./memory/made-files.ts";
import { madePages } from "./memory/made-pages.ts";
import { inTime } from "./http/in-time.ts";
import { newestViews } from "./memory/newest-view.ts";
import { readOnlySwitch } from "./memory/read-only.ts";
import { remarksOf } from "./memory/remarks.ts";
import { publishedReleases, UnreadableRelease } from "./memory/releases.ts";
import { responsesOf } from "./memory/responses.ts";
import { TooManyPictures } from "./picture/png.ts";
import { aboutRoutes } from "./routes/about.tsx";
import { apiRoutes } from "./routes/api.tsx";
import { ballotRoutes } from "./routes/ballot.ts";
import { compareRoutes } from "./routes/compare.tsx";
import { councilRoutes } from "./routes/council.tsx";
import { type App, type Environment, knownConsultation, NoTurn } from "./http/environment.ts";
import { emblemRoutes } from "./routes/emblem.ts";
import { healthRoutes } from "./routes/health.ts";
import { homeRoutes } from "./routes/home.tsx";
import { newsRoutes } from "./routes/news.ts";
import { ledgerRoutes } from "./routes/ledger.tsx";
import { oembedRoutes } from "./routes/oembed.ts";
import { organiserRoutes } from "./routes/organiser/routes.ts";
import { pageRoutes } from "./routes/pages.tsx";
import { programRoutes } from "./routes/program/routes.ts";
import { paperRoutes } from "./routes/paper.tsx";
import { pictureRoutes } from "./routes/picture.tsx";
import { rateRoutes } from "./routes/rate.tsx";
import { receiptRoutes } from "./routes/receipt.tsx";
import { recommendationRoutes } from "./routes/recommendation.tsx";
import { remarkRoutes } from "./routes/remarks.tsx";
import { ownRemarkRoutes } from "./routes/own-remarks.ts";
import { resultsPageRoute } from "./routes/results-page.tsx";
import { deskRoutes } from "./routes/desk.tsx";
import { releaseFileRoutes } from "./routes/release-files.ts";
import { responseApiRoutes } from "./routes/responses.ts";
import { resultRoutes } from "./routes/results.ts";
import { translationRoutes } from "./routes/translation.tsx";
import { workbookRoutes } from "./routes/workbook.ts";
import { newArrivals } from "./work/arrivals.ts";
import { openEndpoints } from "./http/open-to-all.ts";
import { refuseSecretInAddress } from "./http/secret-in-address.ts";
import { refuseWhileReadOnly } from "./http/read-only.ts";
import { limitCaching } from "./http/caching.ts";
import { secure } from "./http/security-headers.ts";
import type { Services } from "./services.ts";
import { isBusy } from "./store/database.ts";
import { isUnreadable } from "./store/consultation-item.ts";
import { NewerForm } from "./store/form.ts";
import { DamagedItem } from "./store/damaged-item.ts";

/**
 * The whole of Kenes as one function from request to answer; both hostings serve this. What was asked for lately is counted
 * in `bounds`.
 */
export function createApp(services: Services, bounds: Bounds = boundsOf(services)): App {
  // Both /c/x and /c/x/ are the same page: links are copied with and without the last stroke.
  const app = new Hono<Environment>({ strict: false });
  const consultations = consultationsOf(services);
  const published = publishedReleases(services);
  const responses = responsesOf(services);
  const heard = remarksOf(services);
  const newestOf = newestViews(services, published, responses);
  const pages = madePages();
  const arrivals = newArrivals(services);
  const readOnly = readOnlySwitch(services);

  // Here and not at the edge: CloudFront compresses only what it may keep, and most pages it may not.
  app.use(compress());
  app.use(compressWhole());
  app.use(async (context, next) => {
    await next();
    secure(context.res);
    limitCaching(context.res);
  });
  app.use(inTime(services));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) =>
        problemAnswer(
          context,
          services,
          { problem: "method-not-allowed" },
          { Allow: methods.join(", ") },
        ),
    }),
  );
  app.use((context, next) => {
    context.set("bounds", bounds);
    context.set("readOnly", readOnly);
    return next();
  });
  app.use(refuseSecretInAddress(services));
  app.use(refuseWhileReadOnly(services));
  openEndpoints(app, services);
  const known = knownConsultation(services, consultations);
  app.use(`${RATE}/*`, known);
  app.use(`${API_CONSULTATION}/*`, known);
  boundPictures(app, services);
  healthRoutes(app, services, consultations, readOnly);
  const listing = currentListing(services, consultations, published);
  homeRoutes(app, services, listing);
  councilRoutes(app, services, consultations, published, responses, listing);
  pictureRoutes(app, services);
  newsRoutes(app, services, published, responses);
  ledgerRoutes(app, services, published, responses);
  pageRoutes(app, services, consultations, newestOf);
  resultsPageRoute(app, services, consultations, published, newestOf, pages);
  recommendationRoutes(app, services, consultations, published, newestOf, heard, pages);
  oembedRoutes(app, services, consultations, newestOf);
  aboutRoutes(app, services, arrivals.hours);
  emblemRoutes(app, services);
  paperRoutes(app, services);
  rateRoutes(app, { ...services, arrivals }, consultations);
  receiptRoutes(app, services);
  ownRemarkRoutes(app, services);
  translationRoutes(app, services);
  remarkRoutes(app, services, published, heard);
  organiserRoutes(app, services, published, arrivals.hours);
  ballotRoutes(app, { ...services, arrivals });
  resultRoutes(app, services, published);
  const files = madeFiles();
  workbookRoutes(app, services, published, files);
  responseApiRoutes(app, services, responses);
  deskRoutes(app, services, published);
  programRoutes(app, services, published);
  compareRoutes(app, services, consultations, published);
  apiRoutes(app, services);
  // Last: whatever file of a release has a route of its own is asked for there.
  releaseFileRoutes(app, services, published, files);

  app.notFound((context) => problemAnswer(context, services, { problem: "page-unknown" }));
  app.onError((failure, context) => {
    if (failure instanceof NoTurn) return new Response(null, { status: PROBLEMS.busy });
    if (isBusy(failure) || failure instanceof TooManyPictures || failure instanceof TooManyFiles) {
      return problemAnswer(context, services, { problem: "busy" });
    }
    if (failure instanceof UnreadableRelease) {
      services.log({ level: "error", event: "release-unreadable", failure: failure.message });
      return problemAnswer(context, services, { problem: "release-unreadable" });
    }
    // Of which the operators were told when it was found, and not for each request.
    if (isUnreadable(failure)) {
      return problemAnswer(context, services, { problem: "consultation-unreadable" });
    }
    // The route and the kind of failure, never what was sent: messages may quote it.
    services.log({
      level: "error",
      event: "failure",
      method: context.req.method,
      failure: failure.name,
      ...((failure instanceof DamagedItem || failure instanceof NewerForm) && {
        stored: failure.key,
      }),
      where: failure.stack
        ?.replace(failure.message, "")
        .split("\n")
        .slice(1, 4)
        .map((line) => line.trim()),
    });
    // What a newer program wrote can be read again as soon as one of its kind answers.
    const problem = failure instanceof NewerForm ? "consultation-unreadable" : "failure";
    return problemAnswer(context, services, { problem });
  });
  return app;
}
