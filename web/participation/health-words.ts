import type { Language } from "../../domain/language.ts";
import type { CountingHealth } from "../../domain/participation/health.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";

/** How the counting fares, in sentences. */
export function healthWords(
  language: Language,
  { participation }: Catalogue,
  { state, minutesBehind, recount }: CountingHealth,
  timeZone: string,
): string[] {
  const { health } = participation;
  return [
    fill(health[state], { minutes: formatNumber(language, minutesBehind) }),
    recount === undefined
      ? health.noRecount
      : fill(recount.agreed ? health.recountAgreed : health.recountDiffered, {
          moment: formatMoment(language, recount.at, timeZone),
        }),
  ];
}
