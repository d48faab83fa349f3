import type { Context } from "hono";
import { renderToString } from "preact-render-to-string";
import { meantCode } from "../../domain/consultation/code.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { pathOf, RECOMMENDATION, RECOMMENDATION_PICTURE } from "../../domain/paths.ts";
import { hasPictureOf, nameOf } from "../../web/recommendation/head.ts";
import { RecommendationPage } from "../../web/recommendation/recommendation-page.tsx";
import { RecommendationPicture } from "../../web/recommendation/recommendation-picture.tsx";
import { headed } from "../../web/respondent/localize.ts";
import { isMadeUp } from "../../domain/response/made-up.ts";
import { MadeUp } from "../../web/page/made-up.tsx";
import { MissingAnswer } from "../../web/page/missing-answer.tsx";
import { ResponseHistory } from "../../web/response/response-history.tsx";
import { expertsAreTold } from "../../domain/remark/told.ts";
import { ReasonsShown } from "../../web/remark/reasons-shown.tsx";
import { pagesOf, readPage } from "../../web/remark/remark-list.tsx";
import { ThemesShown } from "../../web/remark/themes-shown.tsx";
import { Waves } from "../../web/results/waves.tsx";
import { groupOf } from "../../web/results/facts/choices.ts";
import { pageProps, pageText, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import type { Consultations } from "../memory/consultations.ts";
import { firstReleasedOn } from "../memory/first-release.ts";
import { newestWaves } from "../memory/waves.ts";
import type { MadePages } from "../memory/made-pages.ts";
import type { HeardRemarks } from "../memory/remarks.ts";
import type { NewestViews } from "../memory/newest-view.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import { previewAnswer } from "../picture/preview-answer.ts";
import type { Services } from "../services.ts";

/** A page for each recommendation, and the picture that previews of a link to it show. */
export function recommendationRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
  newestOf: NewestViews,
  heardOf: HeardRemarks,
  pages: MadePages,
): void {
  const wavesAbout = newestWaves(consultations, published);
  const unknown = (context: Context<Environment>) =>
    problemAnswer(context, services, { problem: "page-unknown" });

  app.get(RECOMMENDATION, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const { id, recommendations, timeZone } = consultation;
    const typed = context.req.param("code");
    const code = meantCode(
      recommendations.map((one) => one.code),
      typed,
    );
    const recommendation = recommendations.find((one) => one.code === code);
    if (recommendation === undefined) return unknown(context);
    if (typed !== code) {
      const { search } = new URL(context.req.url);
      context.header("Cache-Control", "no-store");
      return context.redirect(pathOf(RECOMMENDATION, { id, code }) + search);
    }
    const page = pageProps(services, context.req.raw, consultation.languages);
    const { segment } = context.req.query();
    const newest = await newestOf(known, page, { segment });
    const { choices, calendar, entries, stamp } = newest;
    const since = await firstReleasedOn(published, consultation);
    const today = dayIn(timeZone, services.now());
    const waves = await wavesAbout(known);
    const heard = await heardOf(consultation, recommendation.code);
    // One that there is: who asks for ever new ones would have ever new pages kept.
    const part = Math.min(readPage(context.req.query("page")), pagesOf(heard.remarks));
    const isAtRisk = consultation.disclosure === "at-risk";
    const make = () => {
      const view = newest.view();
      const wave = waves?.pairOf(recommendation.code);
      return pageText(
        <RecommendationPage
          {...page}
          {...{ consultation, recommendation, calendar }}
          view={view}
          answer={
            <>
              <MadeUp isSo={isMadeUp(view?.release, entries)} />
              <ResponseHistory {...{ consultation, recommendation, entries, since, today }} />
              <MissingAnswer />
            </>
          }
          reasons={
            consultation.reasons === true || heard.remarks.length > 0 ? (
              <>
                <ReasonsShown
                  reasons={heard.remarks}
                  atRisk={isAtRisk}
                  page={part}
                  addressOf={(number) =>
                    partAddress(page.language, id, recommendation.code, number)
                  }
                  markExperts={expertsAreTold(view?.release)}
                />
                <ThemesShown consultation={consultation} themes={heard.themes} />
              </>
            ) : undefined
          }
          waves={wave && <Waves {...wave} />}
        />,
      );
    };
    const { language, origin } = page;
    const chosen = [groupOf(choices), part];
    const place = JSON.stringify(["recommendation", id, code, language, chosen, origin]);
    const of = JSON.stringify([stamp, since, today, waves?.stamp, heard.stamp]);
    return madeAnswer(context.req.raw, await pageInTurn(context, pages, place, of, make), isAtRisk);
  });

  app.get(RECOMMENDATION_PICTURE, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const { recommendations, timeZone } = consultation;
    const { language, text } = pageProps(services, context.req.raw, consultation.languages);
    const reader = { language, text };
    const code = context.req.param("code");
    const recommendation = recommendations.find((one) => one.code === code);
    if (
      recommendation === undefined ||
      !hasPictureOf(headed(consultation, reader), nameOf(reader, consultation, recommendation))
    ) {
      return unknown(context);
    }
    const { entries, view } = await newestOf(known, reader);
    const today = dayIn(timeZone, services.now());
    return previewAnswer(
      context.req.raw,
      renderToString(
        <RecommendationPicture
          {...reader}
          {...{ consultation, recommendation, entries, today }}
          view={view()}
        />,
      ),
    );
  });
}

/** The page of a recommendation with another part of the reasons. */
const partAddress = (lang: string, id: string, code: string, part: number): string =>
  `${pathOf(RECOMMENDATION, { id, code, lang })}&page=${part}#reasons`;
