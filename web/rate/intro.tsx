import { dayIn } from "../../domain/consultation/time-zone.ts";
import { RECEIPT, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { type Said, textOf, Wording } from "../language/said.tsx";
import { fill, formatDay, plural } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Prose } from "../page/prose.tsx";
import { BESIDE } from "../respondent/beside.ts";
import { formId } from "../respondent/language-buttons.tsx";
import type { RateView } from "./answers/view.ts";
import { MoreAbout } from "./more-about.tsx";
import { openingOf } from "./opening.ts";

/** From so many UTF-16 units on, a title is set smaller. */
const LONG_TITLE = 60;
/** From so many on, it says what an introduction begins with. */
const TELLING_TITLE = 120;

/**
 * What a respondent should know before answering, as short as it can be said: the first question is at
 * most one and a half screens of a phone away. The rest is folded, and what nobody may miss is not.
 */
export function Intro({ view }: { view: RateView }) {
  const { language, text } = useReader();
  const { consultation } = view;
  const { page } = text.rate;
  const { closesAt, summary, title, timeZone } = consultation;
  const count = consultation.recommendations.length;
  // Where much else has to be told, or the title says much, the introduction is folded whole.
  const opening =
    consultation.atRisk || textOf(title).length > TELLING_TITLE
      ? ""
      : openingOf(textOf(summary), languageOf(summary, language));
  return (
    <>
      <h1 class={textOf(title).length > LONG_TITLE ? "long-title" : undefined}>
        <Wording of={title} />
      </h1>
      {opening === "" ? null : (
        <div class="opening">
          <Prose of={typeof summary === "string" ? opening : { ...summary, text: opening }} />
        </div>
      )}
      <AskedBy id={consultation.id} name={consultation.askedBy} />
      <ul class="at-a-glance">
        <li>
          {plural(language, page.howLong, count, { minutes: minutesFor(count) })}{" "}
          {closesAt === undefined
            ? null
            : fill(page.lastDay, { day: formatDay(language, lastDayOf(closesAt, timeZone)) })}
        </li>
        <li>{page.stored}</li>
        {consultation.atRisk ? <li>{page.atRisk}</li> : null}
        {consultation.every === "demonstration" ? <li>{page.demonstration}</li> : null}
      </ul>
      <p class="buttons">
        <a class="button primary" href={`#${formId}`}>
          {page.begin}
        </a>
        <a href={pathOf(RECEIPT, { id: consultation.id, lang: language })} {...BESIDE}>
          {page.haveReceipt}
        </a>
      </p>
      <MoreAbout view={view} />
    </>
  );
}

const languageOf = (said: Said, language: string): string =>
  typeof said === "string" ? language : said.lang;

/** The day on which answers are last taken: of a consultation that closes at midnight the day before. */
const lastDayOf = (closesAt: string, timeZone: string): string =>
  dayIn(timeZone, new Date(Date.parse(closesAt) - 1));

/** About 45 seconds for each, in steps of five minutes (so that every language needs one plural). */
const minutesFor = (count: number): number => Math.max(5, 5 * Math.round((count * 0.75) / 5));
