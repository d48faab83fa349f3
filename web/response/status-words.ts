import type { PromiseState } from "../../domain/response/promise.ts";
import type { Silence } from "../../domain/response/silence.ts";
import type { ResponseStatus } from "../../domain/response/status.ts";
import type { Reader } from "../language/reader.ts";
import { fill, formatDay, plural } from "../text.ts";

/** What a status is called. */
export const statusWord = ({ text }: Pick<Reader, "text">, status: ResponseStatus): string =>
  text.response.statuses[status];

/** How long there was no answer, or has been none; `undefined` is before the first results. */
export function silenceWords({ language, text }: Reader, silence: Silence | undefined): string {
  const words = text.response.silence;
  if (silence === undefined) return words.before;
  const { days, answeredOn } = silence;
  const since = formatDay(language, silence.since);
  if (answeredOn === undefined) return plural(language, words.waiting, days, { since });
  const on = formatDay(language, answeredOn);
  if (days === 0) return fill(words.early, { on, since });
  return plural(language, words.answered, days, { on, since });
}

/** What was promised by a day, and what came of it. */
export const promiseWords = (
  { language, text }: Reader,
  { day, state }: { day: string; state: PromiseState },
): string => fill(text.response.promises[state], { day: formatDay(language, day) });
