import type { Context } from "hono";
import { BRIEFING, LEDGER, LEDGER_EMBED, LETTER } from "../../domain/paths.ts";
import { BriefingPage } from "../../web/ledger/briefing-page.tsx";
import { ledgerQuery } from "../../web/ledger/choices.ts";
import { LedgerEmbedPage } from "../../web/ledger/embed-page.tsx";
import { LedgerPage } from "../../web/ledger/ledger-page.tsx";
import { LetterPage } from "../../web/ledger/letter-page.tsx";
import type { LedgerView } from "../../web/ledger/view.ts";
import { pageAnswer, pageProps, pageText, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { madeAnswer } from "../http/made-answer.ts";
import { pageInTurn } from "../http/page-in-turn.ts";
import { mayBeFramed } from "../http/security-headers.ts";
import { type Ledgers, ledgersOf } from "../memory/ledger-views.ts";
import { madePages } from "../memory/made-pages.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Responses } from "../memory/responses.ts";
import type { Services } from "../services.ts";
import { ledgerFileRoutes } from "./ledger-files.tsx";

/** The ledger of a consultation: its page, made once a day, its files, and what is made of it for paper. */
export function ledgerRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  responses: Responses,
): void {
  const ledgers = ledgersOf(services, published, responses);
  ledgerPages(app, services, ledgers);
  ledgerFileRoutes(app, services, ledgers);

  app.get(LEDGER_EMBED, async (context) => {
    const { definition } = context.get("known");
    // Whoever reads the page around it has a connection to us, and did not choose to.
    if (definition.disclosure === "at-risk") {
      return problemAnswer(context, services, { problem: "embed-at-risk" });
    }
    const { view } = await ledgers(context.get("known"), { by: context.req.query("by") });
    const page = pageProps(services, context.req.raw, definition.languages);
    return mayBeFramed(pageAnswer(<LedgerEmbedPage view={view(page)} assets={page.assets} />));
  });
}

/** The pages that are the same for everybody all day: kept, unless somebody answers or a release comes. */
function ledgerPages(app: App, services: Services, ledgers: Ledgers): void {
  const pages = madePages();

  const serve = async (
    context: Context<Environment>,
    path: string,
    query: Record<string, string | undefined>,
    draw: (view: LedgerView, addressee: string) => string,
  ) => {
    const known = context.get("known");
    const { id, languages, disclosure, addressees } = known.definition;
    const addressee = context.req.param("addressee");
    if (addressee !== undefined && !addressees.some(({ code }) => code === addressee)) {
      return problemAnswer(context, services, { problem: "page-unknown" });
    }
    const page = pageProps(services, context.req.raw, languages);
    const { newest, choices, stamp, view } = await ledgers(known, query);
    const chosen = ledgerQuery(choices, newest?.release);
    const place = JSON.stringify([id, path, addressee, page.language, chosen, page.origin]);
    const make = () => draw(view(page), addressee ?? "");
    const made = await pageInTurn(context, pages, place, stamp, make);
    return madeAnswer(context.req.raw, made, disclosure === "at-risk");
  };

  const { assets } = services;
  app.get(LEDGER, (context) =>
    serve(context, LEDGER, context.req.query(), (view) =>
      pageText(<LedgerPage {...{ view, assets }} />),
    ),
  );
  app.get(LETTER, (context) =>
    serve(context, LETTER, { by: context.req.query("by") }, (view, addressee) =>
      pageText(<LetterPage {...{ view, assets, addressee }} />),
    ),
  );
  app.get(BRIEFING, (context) =>
    serve(context, BRIEFING, { by: context.req.query("by") }, (view, addressee) =>
      pageText(<BriefingPage {...{ view, assets, addressee }} />),
    ),
  );
}
