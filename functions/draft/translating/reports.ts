/** Reports of bad translations, as those who mend translations read them and are done with them. */
import type { Acting } from "../../organiser/acting.ts";
import { record } from "../../organiser/log.ts";
import type { Services } from "../../services.ts";
import {
  deleteTranslationReports,
  listTranslationReports,
  type StoredReport,
} from "../../store/translation-reports.ts";

/** The reports that are somebody's to mend, newest day first: a translator's of their own languages. */
export async function ownReports(
  { db }: Pick<Services, "db">,
  { consultation, languages }: Acting,
): Promise<StoredReport[]> {
  const all = await listTranslationReports(db, consultation);
  return all.filter(({ language }) => languages?.includes(language) ?? true);
}

/**
 * Deletes reports that were dealt with, by their ids; ids of none of one's own say nothing. The log says how many before they are
 * gone: what breaks off between the two is told of, and done when it is asked for again.
 */
export async function doneWithReports(
  services: Services,
  actor: Acting,
  ids: readonly string[],
): Promise<number> {
  const wanted = new Set(ids);
  const found = (await ownReports(services, actor)).filter(({ id }) => wanted.has(id));
  if (found.length === 0) return 0;
  const act = {
    action: "reports-done",
    before: { count: found.length },
    after: null,
  } as const;
  await record(services, actor.consultation, actor, act);
  return deleteTranslationReports(services.db, actor.consultation, found);
}
