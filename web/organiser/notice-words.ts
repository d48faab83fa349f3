import type { Noticed } from "../../domain/noticed.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatDay, formatNumber } from "../text.ts";

/** What too much of came, in a sentence: on which day, and how many at least. */
export function noticeWords(
  { language, text }: { language: string; text: Catalogue },
  kind: `noticed-${Noticed}`,
  { day, count }: { day: string; count: number },
): string {
  const { needs, wrongSignIns } = text.organiser.home;
  const words = kind === "noticed-wrong-sign-ins" ? wrongSignIns : needs[kind];
  return fill(words, { day: formatDay(language, day), count: formatNumber(language, count) });
}
