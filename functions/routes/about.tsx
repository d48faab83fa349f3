import { ABOUT, METHODS, PRIVACY, WHO_ASKS } from "../../domain/paths.ts";
import { PrivacyPage } from "../../web/about/privacy-page.tsx";
import { SitePage } from "../../web/about/site-page.tsx";
import { WhoAsksPage } from "../../web/about/who-asks-page.tsx";
import { MethodsPage } from "../../web/methods/methods-page.tsx";
import type { App } from "../http/environment.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { Services } from "../services.ts";
import { type Hours, workView } from "../work/hours.ts";
import { keptIn } from "./kept.ts";

/** Who asks and who runs the site, what is stored for how long, and how figures are made. */
export function aboutRoutes(app: App, services: Services, hours: Hours): void {
  const { installation } = services;

  app.get(ABOUT, (context) =>
    pageAnswer(<SitePage {...pageProps(services, context.req.raw)} installation={installation} />),
  );

  app.get(PRIVACY, (context) =>
    pageAnswer(
      <PrivacyPage {...pageProps(services, context.req.raw)} kept={keptIn(installation)} />,
    ),
  );

  app.get(METHODS, (context) =>
    pageAnswer(<MethodsPage {...pageProps(services, context.req.raw)} />),
  );

  app.get(WHO_ASKS, (context) => {
    const { definition, life } = context.get("known");
    return pageAnswer(
      <WhoAsksPage
        {...pageProps(services, context.req.raw, definition.languages)}
        consultation={definition}
        purged={life.purge !== undefined}
        work={workView(services, { definition, life }, hours)}
      />,
    );
  });
}
