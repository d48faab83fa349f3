import type { Language } from "../../domain/language.ts";
import type { CountingHealth } from "../../domain/participation/health.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, formatNumber } from "../language/text.ts";

/** How the counting fares, in sentences. */
export function healthWords(
  language: Language,
  { watching }: Catalogue,
  { state, minutesBehind, recount }: CountingHealth,
): string[] {
  const { health } = watching;
  return [
    fill(health[state], { minutes: formatNumber(language, minutesBehind) }),
    recount === undefined
      ? health.noRecount
      : fill(recount.agreed ? health.recountAgreed : health.recountDiffered, {
          moment: formatMoment(language, recount.at),
        }),
  ];
}
