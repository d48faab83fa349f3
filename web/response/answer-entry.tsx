import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Promised } from "../../domain/response/promise.ts";
import type { FatedAnswer } from "../../domain/response/standing.ts";
import { Filled } from "../language/filled.tsx";
import { languageName } from "../language/names.ts";
import { type Reader, useReader } from "../language/reader.ts";
import { type Said, saidIn, unmarked, Wording } from "../language/said.tsx";
import { Address, Prose } from "../page/prose.tsx";
import { fill, formatDay, formatNumber } from "../text.ts";
import { promiseWords, statusWord } from "./status-words.ts";

interface Props {
  consultation: Pick<Consultation, "languages" | "timeZone" | "addressees">;
  answer: FatedAnswer;
  /** What it promised, where that still holds. */
  promise: Promised | undefined;
}

/** One answer: what was said, when and by whom, what supports it, and what is promised. */
export function AnswerEntry({ consultation, answer, promise }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.response;
  const said = saidAs(reader, consultation, answer, answer.statement);
  const isTranslated = answer.original !== language && answer.statement[language] !== undefined;
  const day = (one: string) => formatDay(language, one);
  return (
    <>
      <p class="answer-status">
        <strong>{statusWord(reader, answer.status)}</strong> ·{" "}
        <time dateTime={answer.day}>{day(answer.day)}</time>
      </p>
      <p class="hint">
        <WhoSaidIt {...{ consultation, answer }} />
      </p>
      <blockquote class="answer-statement">
        <Prose of={said} />
      </blockquote>
      {isTranslated ? (
        <details>
          <summary>
            {fill(words.original, { language: languageName(answer.original, language) })}
            <span class="visually-hidden">{`: ${entryWords(reader, consultation, answer)}`}</span>
          </summary>
          <blockquote class="answer-statement" lang={answer.original} dir="auto">
            <Prose of={answer.statement[answer.original]!} />
          </blockquote>
        </details>
      ) : null}
      {answer.evidence.length === 0 ? null : (
        <>
          <p class="answer-evidence">{words.evidence}</p>
          <ul>
            {answer.evidence.map((address) => (
              <li key={address}>
                <Address of={address} />
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.promised === undefined ? null : (
        <p>
          {promise === undefined
            ? fill(words.promised, { day: day(answer.promised) })
            : promiseWords(reader, promise)}
        </p>
      )}
      <Fate {...{ consultation, answer }} />
    </>
  );
}

/** Who recorded an answer, and where an organiser read it: always said. */
function WhoSaidIt({ consultation, answer }: Pick<Props, "consultation" | "answer">) {
  const reader = useReader();
  const words = reader.text.response;
  const named = consultation.addressees.find(({ code }) => code === answer.addressee);
  const addressee =
    named === undefined ? (
      answer.addressee
    ) : (
      <Wording of={unmarked(saidIn(reader, consultation, named.name))} />
    );
  const { source } = answer;
  return (
    <>
      <Filled
        of={answer.by === "addressee" ? words.byAddressee : words.byOrganiser}
        values={{ addressee }}
      />
      {source === undefined ? null : (
        <>
          <br />
          <Filled of={words.source} values={{ source: <bdi>{source.title}</bdi> }} />
          {source.address === undefined ? null : (
            <>
              {" "}
              <Address of={source.address} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** Which entry it is, and when it was recorded. */
const entryWords = (
  { language, text }: Reader,
  { timeZone }: Pick<Consultation, "timeZone">,
  { number, at }: FatedAnswer,
): string =>
  fill(text.response.entry, {
    number: formatNumber(language, number),
    day: formatDay(language, dayIn(timeZone, new Date(at))),
  });

/** What became of an entry, when it was recorded, and what it corrects. */
function Fate({ consultation, answer }: Pick<Props, "consultation" | "answer">) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.response;
  const number = (value: number) => formatNumber(language, value);
  const recorded = (at: string) => formatDay(language, dayIn(consultation.timeZone, new Date(at)));
  return (
    <p class="hint" id={`answer-${answer.number}`}>
      {entryWords(reader, consultation, answer)} ·{" "}
      {answer.corrects === undefined
        ? null
        : `${fill(words.corrects, { number: number(answer.corrects) })} · `}
      {answer.fate === "corrected" ? (
        fill(words.fates.corrected, {
          number: number(answer.correctedBy.number),
          day: recorded(answer.correctedBy.at),
        })
      ) : answer.fate === "withdrawn" ? (
        <Filled
          of={words.fates.withdrawn}
          values={{
            day: recorded(answer.withdrawnBy.at),
            reason: (
              <Wording of={saidAs(reader, consultation, answer, answer.withdrawnBy.reason)} />
            ),
          }}
        />
      ) : (
        words.fates[answer.fate]
      )}
    </p>
  );
}

/** A text of an entry: in the reader's language, else in the one in which it was said, else in whichever it is. */
function saidAs(
  reader: Reader,
  { languages }: Pick<Consultation, "languages">,
  { original }: FatedAnswer,
  texts: Readonly<Record<string, string>>,
): Said {
  const order = [original, ...languages].filter((one) => texts[one] !== undefined);
  return saidIn(reader, { languages: [...order, ...languages] }, texts);
}
