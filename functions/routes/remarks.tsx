import { API_MODERATION_CSV, MODERATION, SUGGESTIONS } from "../../domain/paths.ts";
import { moderationTold } from "../../domain/remark/counts.ts";
import { moderationTable } from "../../domain/remark/moderation-table.ts";
import { expertsAreTold } from "../../domain/remark/told.ts";
import { ModerationPage } from "../../web/remark/moderation-page.tsx";
import { readPage } from "../../web/remark/remark-list.tsx";
import { SuggestionsPage } from "../../web/remark/suggestions-page.tsx";
import { csv } from "../csv.ts";
import { pageAnswer, pageProps } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { taggedAnswer } from "../http/tagged.ts";
import { cachedFor } from "../memory/cached.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { HeardRemarks } from "../memory/remarks.ts";
import type { Services } from "../services.ts";
import { getModerationRules } from "../store/moderation.ts";
import { listTextCounts } from "../store/text-counts.ts";

/** How long the counts of moderation are served from memory before they are read again, in ms. */
const KEEP_FOR = 5_000;

/** What respondents suggested, and how what they wrote was moderated. */
export function remarkRoutes(
  app: App,
  services: Services,
  published: PublishedReleases,
  heard: HeardRemarks,
): void {
  const { db } = services;
  const moderation = cachedFor(
    async (id) => ({
      rules: await getModerationRules(db, id),
      counts: await listTextCounts(db, id),
    }),
    KEEP_FOR,
    services,
  );

  app.get(SUGGESTIONS, async (context) => {
    const { definition } = context.get("known");
    const [{ remarks }, newest] = await Promise.all([
      heard(definition, ""),
      published.newest(definition.id),
    ]);
    return pageAnswer(
      <SuggestionsPage
        {...pageProps(services, context.req.raw, definition.languages)}
        consultation={definition}
        suggestions={remarks}
        page={readPage(context.req.query("page"))}
        markExperts={expertsAreTold(newest?.release)}
      />,
    );
  });

  app.get(MODERATION, async (context) => {
    const { definition } = context.get("known");
    const { rules, counts } = await moderation(definition.id);
    return pageAnswer(
      <ModerationPage
        {...pageProps(services, context.req.raw, definition.languages)}
        consultation={definition}
        told={moderationTold(counts, definition.disclosure === "at-risk")}
        two={rules.two}
      />,
    );
  });

  app.get(API_MODERATION_CSV, async (context) => {
    const { definition } = context.get("known");
    const { counts } = await moderation(definition.id);
    const atRisk = definition.disclosure === "at-risk";
    const table = moderationTable(definition.id, moderationTold(counts, atRisk), atRisk);
    return taggedAnswer(context, {
      contentType: "text/csv; charset=utf-8",
      body: csv(table),
      file: `${definition.id}-moderation.csv`,
    });
  });
}
