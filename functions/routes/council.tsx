import { API } from "../../domain/api.ts";
import type { CouncilAnswer } from "../../domain/council/answer.ts";
import { pageOf } from "../../domain/consultation/listing.ts";
import { COUNCIL, LEDGER, pathOf } from "../../domain/paths.ts";
import { CouncilPage } from "../../web/council/council-page.tsx";
import { PAGE_QUERIES } from "../../web/council/pages.tsx";
import type { CouncilView } from "../../web/council/view.ts";
import { pageProps, pageText } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import { nextPage } from "../http/parts-of-lists.ts";
import { taggedJson } from "../http/tagged.ts";
import { councilOfAll } from "../memory/council.ts";
import type { Consultations } from "../memory/consultations.ts";
import type { CurrentListing } from "../memory/listing.ts";
import { madePages } from "../memory/made-pages.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Responses } from "../memory/responses.ts";
import type { Services } from "../services.ts";

/** The council: as a page, and for programs. */
export function councilRoutes(
  app: App,
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
  responses: Responses,
  listing: CurrentListing,
): void {
  const councilNow = councilOfAll(services, consultations, published, responses, listing);
  const pages = madePages();

  app.get(COUNCIL, async (context) => {
    const { listing, addressees, answered } = await councilNow();
    const asked = (list: keyof typeof PAGE_QUERIES) => context.req.query(PAGE_QUERIES[list]) ?? "";
    const all = [...listing.open, ...listing.coming, ...listing.closed];
    const view: CouncilView = {
      consultations: pageOf(all, asked("consultations")),
      addressees: pageOf(addressees, asked("addressees")),
      answered,
      asking: new Map(all.map(({ definition }) => [definition.id, definition])),
    };
    const page = pageProps(services, context.req.raw);
    const place = JSON.stringify([
      page.language,
      page.origin,
      view.consultations.page,
      view.addressees.page,
    ]);
    // Everything on it that may change: what is asked, where each stands, who has answered.
    const versions = (await consultations.all()).map(({ version }) => version);
    const calendars = all.map(({ calendar }) => calendar);
    const of = JSON.stringify([versions, calendars, addressees, [...answered]]);
    const make = () => pageText(<CouncilPage {...page} view={view} />);
    // What names a consultation among people at risk stays on no device.
    const isAtRisk = all.some(({ definition }) => definition.disclosure === "at-risk");
    return madeAnswer(context.req.raw, await pageInTurn(context, pages, place, of, make), isAtRisk);
  });

  app.get(API.council.path, async (context) => {
    const { addressees } = await councilNow();
    const { origin } = new URL(context.req.url);
    const { shown, page, pages: many } = pageOf(addressees, context.req.query("page") ?? "");
    const list = shown.map(({ askedBy, languages, ...one }) => ({
      ...one,
      languages: [...languages],
      ...(askedBy !== undefined && { askedBy }),
      asked: one.asked.map((each) => ({
        ...each,
        ledger: origin + pathOf(LEDGER, { id: each.consultation }),
      })),
    }));
    const answer = { addressees: list, page, pages: many } satisfies CouncilAnswer;
    return taggedJson(context, answer, nextPage(context, page, many));
  });
}
