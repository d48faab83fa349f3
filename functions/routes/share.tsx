import type { Context } from "hono";
import { EMBED, SHARE } from "../../domain/paths.ts";
import { ShareLedger } from "../../web/ledger/share-ledger.tsx";
import { EmbedPage } from "../../web/results/embed-page.tsx";
import type { ResultsPageProps } from "../../web/results/results-page.tsx";
import { SharePage, type SharePageProps } from "../../web/results/share/share-page.tsx";
import { pageAnswer, problemAnswer } from "../http/answers.tsx";
import type { App, Environment } from "../http/environment.ts";
import { mayBeFramed } from "../http/security-headers.ts";
import type { Services } from "../services.ts";
import { chartRoutes } from "./charts.tsx";

/** What a page of results is asked for with; without a view before the first release. */
type Asked = SharePageProps & Omit<ResultsPageProps, "releases" | "log">;

/** Results elsewhere: in a frame of another site, as pictures, and how to get either. */
export function shareRoutes(
  app: App,
  services: Services,
  asked: (context: Context<Environment>) => Promise<Asked>,
): void {
  app.get(SHARE, async (context) => {
    const page = await asked(context);
    return pageAnswer(<SharePage {...page} more={<ShareLedger {...page} />} />);
  });

  app.get(EMBED, async (context) => {
    const page = await asked(context);
    // Whoever reads the page around it has a connection to us, and did not choose to: their network sees it.
    return page.consultation.disclosure === "at-risk"
      ? problemAnswer(context, services, { problem: "embed-at-risk" })
      : mayBeFramed(pageAnswer(<EmbedPage {...page} />));
  });

  chartRoutes(app, services, asked);
}
