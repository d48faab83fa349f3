import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { Refusal } from "../form/refusal.tsx";
import { saidIn, Wording } from "../language/said.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { AnswersList } from "../response/answers-list.tsx";
import { Desks, type DeskView } from "./desks.tsx";

interface Props extends SectionProps {
  definition: Consultation;
  entries: readonly ResponseEntry[];
  since: string | undefined;
  today: string;
  desks: readonly DeskView[];
  /** Nothing can be recorded before it is open. */
  tooEarly: boolean;
  problem: ProblemCode | undefined;
}

/** Every recommendation with what was answered, and the desks of those addressed. */
export function ResponsesPage(props: Props) {
  const { language, text, consultation, signedIn, definition, desks, problem } = props;
  const { entries, since, today } = props;
  const words = text.responding;
  const page = organisePath(ORGANISE.responsesPage, { id: consultation.id, lang: language });
  return (
    <SectionPage
      {...props}
      page={ORGANISE.responsesPage}
      heading={words.title}
      moreStyle={props.assets.resultsStyle}
    >
      <Refusal why={problem && text.problems[problem]} />
      <p class="lead">{words.intro}</p>
      {props.tooEarly ? (
        <p class="notice">{words.tooEarly}</p>
      ) : (
        definition.addressees.map(({ code, name }) => (
          <section key={code} aria-labelledby={`to-${code}`}>
            <h2 id={`to-${code}`}>
              <Wording of={saidIn(props, definition, name)} />
            </h2>
            <AnswersList
              {...{ entries, since, today }}
              consultation={definition}
              recommendations={definition.recommendations.filter(
                ({ addressee }) => addressee === code,
              )}
              linkTo={(one) => `${page}&recommendation=${encodeURIComponent(one)}`}
            />
          </section>
        ))
      )}
      <Desks {...{ signedIn, consultation, definition, desks }} />
    </SectionPage>
  );
}
