import { API } from "../../domain/api.ts";
import { DOCUMENTED } from "../../domain/documented.ts";
import { EXAMPLE_ORIGIN } from "../../domain/contract/parameters.ts";
import { API_PAGE } from "../../domain/paths.ts";
import { ApiPage } from "../../web/api/api-page.tsx";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { taggedAnswer } from "../http/tagged.ts";
import type { Services } from "../services.ts";

/** What the API is: for programs, and as a page. */
export function apiRoutes(app: App, services: Services): void {
  let made: Promise<string> | undefined;

  app.get(API.openapi.path, async (context) => {
    const { origin } = new URL(context.req.url);
    made ??= documentText();
    // Nothing that an origin may hold has a meaning in JSON.
    const body = (await made).replaceAll(EXAMPLE_ORIGIN, origin);
    return taggedAnswer(context, { contentType: "application/json", body });
  });

  app.get(API_PAGE, (context) =>
    pageAnswer(<ApiPage {...pageProps(services, context.req.raw)} endpoints={DOCUMENTED} />),
  );
}

/** The document for whatever address; made once, when somebody asks for the first time. */
async function documentText(): Promise<string> {
  const { openApiDocument } = await import("../../domain/contract/openapi.ts");
  const { api, problems } = catalogueFor("en");
  const { title } = api;
  const description = Object.values(api.rules).join("\n\n");
  return JSON.stringify(
    openApiDocument(DOCUMENTED, { title, description, problems, page: API_PAGE }),
  );
}
