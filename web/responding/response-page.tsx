import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { Answering, type AnsweringProps } from "../response/answering.tsx";

interface Props extends SectionProps {
  answering: AnsweringProps;
}

/** One recommendation, and the form in which an organiser quotes an answer to it. */
export function ResponsePage(props: Props) {
  const { language, text, signedIn, consultation, answering } = props;
  const { recommendation, corrected } = answering;
  const to = { id: consultation.id, lang: language };
  const list = organisePath(ORGANISE.responsesPage, to);
  const here = `${list}&recommendation=${encodeURIComponent(recommendation.code)}`;
  const title = textOf(saidIn(props, answering.consultation, recommendation.title));
  return (
    <SectionPage
      {...props}
      moreStyle={props.assets.resultsStyle}
      page={ORGANISE.responsesPage}
      heading={`${recommendation.code} · ${title}`}
      query={{
        recommendation: recommendation.code,
        ...(corrected !== undefined && { corrects: String(corrected.number) }),
      }}
    >
      <p>
        <a href={list}>{text.responding.back}</a>
      </p>
      <Answering
        {...answering}
        action={organisePath(ORGANISE.recordResponse, to)}
        token={signedIn.formToken}
        ratherNew={here}
        waysOf={({ number, by }) => ({
          correct: by === "organiser" ? `${here}&corrects=${number}#answer` : undefined,
          withdraw: `${organisePath(ORGANISE.withdrawResponsePage, to)}&entry=${number}`,
        })}
      />
    </SectionPage>
  );
}
