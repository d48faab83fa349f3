import type { Language } from "../../domain/language.ts";
import type { CountingHealth, Notice } from "../../domain/participation/health.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";

/** How the counting fares, in sentences. */
export function healthWords(
  language: Language,
  { participation }: Catalogue,
  { state, minutesBehind, recount, notices }: CountingHealth,
  timeZone: string,
): string[] {
  const { health } = participation;
  const moment = (at: string) => formatMoment(language, at, timeZone);
  const noticed = (one: Notice): string => {
    const sentence = health.notices[one.notice];
    if (one.notice === "job-fails") {
      return fill(sentence, { job: health.jobs[one.job], moment: moment(one.since) });
    }
    const release = formatNumber(language, one.release);
    return fill(sentence, { release, ...("at" in one && { moment: moment(one.at) }) });
  };
  return [
    fill(health[state], { minutes: formatNumber(language, minutesBehind) }),
    recount === undefined
      ? health.noRecount
      : fill(recount.agreed ? health.recountAgreed : health.recountDiffered, {
          moment: moment(recount.at),
        }),
    ...notices.map(noticed),
  ];
}
