import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { promisesIn } from "../../domain/response/promise.ts";
import { silenceOf } from "../../domain/response/silence.ts";
import { historyOf, standingOf } from "../../domain/response/standing.ts";
import { isAnswer } from "../../domain/response/status.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { promiseWords, silenceWords, statusWord } from "./status-words.ts";

interface Props {
  consultation: Pick<Consultation, "languages" | "timeZone" | "addressees">;
  recommendations: readonly Consultation["recommendations"][number][];
  entries: readonly ResponseEntry[];
  /** The day of the first release, and today, in the consultation's zone. */
  since: string | undefined;
  today: string;
  /** Where answers to a recommendation are recorded. */
  linkTo: (code: string) => string;
}

/** Recommendations with what stands, how long there was no answer, and what was promised. */
export function AnswersList(props: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const { consultation, recommendations, entries, since, today } = props;
  const words = text.responding;
  return (
    <ul class="answers">
      {recommendations.map(({ code, title, measures }) => {
        const history = historyOf(entries, code);
        const standing = standingOf(history);
        const silence =
          since === undefined ? undefined : silenceOf(history, measures.length, since, today);
        const answered = [...measures.keys()].filter((measure) => {
          const answer = standingOf(history, measure);
          return answer !== undefined && isAnswer(answer.status);
        });
        return (
          <li class="entry" key={code}>
            <h3>
              <span class="code">{code}</span> <Wording of={saidIn(reader, consultation, title)} />
            </h3>
            <p>
              <strong>{statusWord(reader, standing?.status ?? "no-answer")}</strong>
              {answered.length === 0
                ? null
                : ` · ${fill(words.measures, {
                    answered: formatNumber(language, answered.length),
                    count: formatNumber(language, measures.length),
                  })}`}
              {since === undefined ? null : (
                <>
                  <br />
                  {silenceWords(reader, silence)}
                </>
              )}
              {promisesIn(history, today).map((promise) => (
                <>
                  <br />
                  {promiseWords(reader, promise)}
                </>
              ))}
            </p>
            <p>
              <a href={props.linkTo(code)}>
                {words.open}
                <span class="visually-hidden"> {code}</span>
              </a>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
