import type { Language } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { formatDay } from "../text.ts";

/** For so many days from now the page knows how they are written. */
const DAYS_WRITTEN = 10;
const DAY = 86_400_000;

/**
 * The days to come as the language writes them. The script cannot write them itself: many browsers
 * do not know Kazakh.
 */
const daysToCome = (language: Language, now: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: DAYS_WRITTEN }, (_, days) => {
      const day = new Date(now + days * DAY).toISOString().slice(0, 10);
      return [day, formatDay(language, day)];
    }),
  );

/** The choice, at `now` in ms since 1970, to keep a draft on the device. It is the script's, which shows it and sees to it. */
export function DraftChoice({ now }: { now: number }) {
  const { language, text: all } = useReader();
  const text = all.rate.answers;
  return (
    <div class="draft-choice" id="draft-choice" hidden>
      <p class="notice" id="draft-back" role="status" hidden>
        {text.draftBack}
      </p>
      <label class="choice">
        {/* Without a name it is not sent; nor may a browser fill it in again by itself. */}
        <input type="checkbox" autocomplete="off" aria-describedby="draft-hint" />
        <span>{text.draftKeep}</span>
      </label>
      <p class="hint" id="draft-hint">
        {text.draftHint}
      </p>
      <output
        class="hint"
        data-until={text.draftUntil}
        data-days={JSON.stringify(daysToCome(language, now))}
        data-cannot={text.draftCannot}
      />
    </div>
  );
}
