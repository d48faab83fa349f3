import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { promisesIn } from "../../domain/response/promise.ts";
import { silenceOf } from "../../domain/response/silence.ts";
import { type FatedAnswer, historyOf, standingOf } from "../../domain/response/standing.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { fill, formatNumber, plural } from "../text.ts";
import { AnswerEntry } from "./answer-entry.tsx";
import { silenceWords } from "./status-words.ts";

interface Props {
  consultation: Pick<Consultation, "languages" | "timeZone" | "addressees">;
  recommendation: Consultation["recommendations"][number];
  /** All official responses of the consultation. */
  entries: readonly ResponseEntry[];
  /** The day of the first release, and today, in the consultation's zone. */
  since: string | undefined;
  today: string;
}

/** What was officially answered to one recommendation and its measures: what stands, and how it came to that. */
export function ResponseHistory({ consultation, recommendation, entries, since, today }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.response;
  const history = historyOf(entries, recommendation.code);
  const promises = promisesIn(history, today);
  const about = (answer: FatedAnswer) => ({
    consultation,
    answer,
    promise: promises.find((promise) => promise.answer.number === answer.number),
  });
  const { measures } = recommendation;
  const silence =
    since === undefined ? undefined : silenceOf(history, measures.length, since, today);
  const standing = [undefined, ...measures.keys()].flatMap((measure) => {
    const answer = standingOf(history, measure);
    return answer === undefined ? [] : [{ measure, answer }];
  });
  const others = history.filter(({ fate }) => fate !== "stands");
  const place = (measure: number | undefined) =>
    measure === undefined
      ? words.whole
      : fill(words.measure, { number: formatNumber(language, measure + 1) });
  return (
    <section class="responses" aria-labelledby="official-answer">
      <h2 id="official-answer">{words.heading}</h2>
      <p>{silenceWords(reader, silence)}</p>
      {standing.length === 0 ? <p class="notice">{words.none}</p> : null}
      {standing.map(({ measure, answer }) => (
        <div class="answer" key={measure ?? "whole"}>
          {measures.length === 0 ? null : <h3>{place(measure)}</h3>}
          {measure === undefined || measures[measure] === undefined ? null : (
            <p class="hint">
              <Wording of={saidIn(reader, consultation, measures[measure])} />
            </p>
          )}
          <AnswerEntry {...about(answer)} />
        </div>
      ))}
      {others.length === 0 ? null : (
        <details>
          <summary>{plural(language, words.history, others.length)}</summary>
          <p class="hint">{words.stays}</p>
          {others.map((answer) => (
            <div class="answer" key={answer.number}>
              {measures.length === 0 ? null : <p class="hint">{place(answer.measure)}</p>}
              <AnswerEntry {...about(answer)} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}
