import type { Draft } from "../../../domain/making/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { verifyLog } from "../../../domain/organiser/log.ts";
import { LogPage } from "../../../web/organise/log-page.tsx";
import { jsonAnswer, pageAnswer } from "../../answers.tsx";
import { loadWorkpiece } from "../../making/drafting.ts";
import { guarded } from "../../organise/guard.tsx";
import { sectionView } from "../../organise/view.ts";
import { sha256 } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { listEntries } from "../../store/log.ts";
import type { App } from "../environment.ts";

const NO_DRAFT: Draft = { fields: {}, madeFrom: {} };

/** Most entries on the page; the file has all. */
const MOST_SHOWN = 200;

/** What organisers did at a consultation, for everybody with a role there. */
export function logRoutes(app: App, services: Services): void {
  guarded(app, services, ORGANISE.log, async (context, actor) => {
    const { consultation } = actor;
    const all = await listEntries(services.db, consultation);
    const checked = verifyLog(consultation, all, sha256);
    return pageAnswer(
      <LogPage
        {...await sectionView(services, context.req.raw, actor)}
        entries={all.slice(-MOST_SHOWN).toReversed()}
        total={all.length}
        draft={(await loadWorkpiece(services, consultation))?.draft ?? NO_DRAFT}
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
