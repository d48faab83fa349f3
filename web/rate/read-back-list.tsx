import type { ReadBack } from "../../domain/api.ts";
import { NO_OPINION, type Rating } from "../../domain/rating.ts";
import { PREFER_NOT_TO_SAY } from "./limits.ts";
import type { FlatConsultation, FlatQuestion } from "./localize.ts";
import type { RateTexts } from "./view.ts";

interface Props {
  consultation: FlatConsultation;
  stored: ReadBack;
  texts: RateTexts;
}

/** A stored ballot, answer by answer. */
export function ReadBackList({ consultation, stored, texts }: Props) {
  const { saved } = texts;
  const rating = (given: Rating | undefined): string => {
    if (given === undefined) return saved.skipped;
    return given === NO_OPINION ? texts.noOpinion : `${given} – ${texts.scale[given]}`;
  };
  return (
    <>
      <dl class="read-back">
        {consultation.recommendations.map(({ code, title }) => (
          <div key={code}>
            <dt>{`${code} ${title}`}</dt>
            <dd>{rating(stored.ratings[code])}</dd>
          </div>
        ))}
        <div>
          <dt>{saved.firstHeading}</dt>
          <dd>{stored.first.join(", ") || saved.noneFirst}</dd>
        </div>
      </dl>
      {consultation.about.length > 0 ? <h3>{saved.aboutHeading}</h3> : null}
      <dl class="read-back">
        {consultation.about.map((asked) => (
          <div key={asked.code}>
            <dt>{asked.question}</dt>
            <dd>{aboutLabel(asked, stored.about[asked.code], texts)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function aboutLabel(asked: FlatQuestion, given: string | undefined, texts: RateTexts): string {
  if (given === PREFER_NOT_TO_SAY) return texts.preferNotToSay;
  return asked.options.find(({ code }) => code === given)?.label ?? texts.saved.noAnswer;
}
