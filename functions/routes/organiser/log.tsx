import type { Draft } from "../../../domain/draft/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { verifyLog } from "../../../domain/organiser/log.ts";
import { LogPage } from "../../../web/log/log-page.tsx";
import { jsonAnswer, pageAnswer } from "../../http/answers.tsx";
import { workpieceOf } from "../../draft/drafting.ts";
import { guarded } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import { sha256 } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { listEntries } from "../../store/log.ts";
import type { App } from "../../http/environment.ts";

const NO_DRAFT: Draft = { fields: {}, madeFrom: {} };

/** Most entries on the page; the file has all. */
const MOST_SHOWN = 200;

/** What organisers did at a consultation, for everybody with a role there. */
export function logRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.log, async (context, actor) => {
    const { consultation, section } = actor;
    const all = await listEntries(services.db, consultation);
    const checked = verifyLog(consultation, all, sha256);
    return pageAnswer(
      <LogPage
        {...await sectionView(services, context.req.raw, actor)}
        entries={all.slice(-MOST_SHOWN).toReversed()}
        total={all.length}
        draft={(await workpieceOf(section, services.now))?.draft ?? NO_DRAFT}
        brokenAt={checked.whole ? undefined : checked.brokenAt}
      />,
    );
  });

  guarded(app, services, ORGANISE.logFile, async (_, { consultation }) => {
    const entries = await listEntries(services.db, consultation);
    const answer = jsonAnswer({ consultation, entries });
    answer.headers.set("Content-Disposition", `attachment; filename="${consultation}-log.json"`);
    return answer;
  });
}
