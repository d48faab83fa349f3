import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { AskedBy } from "../page/asked-by.tsx";
import { SourceLine } from "../page/source-line.tsx";
import { keepingWords } from "../respondent/keeping-words.ts";
import { publishingWords } from "../respondent/publishing-words.ts";
import type { FlatConsultation } from "../respondent/localize.ts";
import { FormDates } from "./form-dates.tsx";
import { OrganiserBox } from "./organiser-box.tsx";
import { ScaleWords } from "./scale-words.tsx";

interface Props {
  consultation: FlatConsultation;
  notYet: boolean;
}

/** What a respondent on paper should know before the first cross. */
export function FormHead({ consultation, notYet }: Props) {
  const { language, text } = useReader();
  const { paper } = text;
  const { source } = consultation;
  return (
    <>
      <div class="form-head">
        <div>
          <p class="eyebrow">{paper.title}</p>
          <h1>
            <Wording of={consultation.title} />
          </h1>
          <p class="lead">{paper.purpose}</p>
          <FormDates {...{ consultation, notYet }} />
          <AskedBy id={consultation.id} name={consultation.askedBy} />
          <SourceLine title={source.title} source={source} />
        </div>
        <OrganiserBox />
      </div>
      {consultation.translation === "working" ? (
        <p class="hint">{text.common.workingTranslation}</p>
      ) : null}
      <h2>{paper.fillingHeading}</h2>
      <ul>
        {paper.filling.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <h2>{paper.scaleHeading}</h2>
      <p>{paper.scale}</p>
      <ScaleWords />
      <h2>{paper.notWriteHeading}</h2>
      <p>{paper.notWrite}</p>
      <h2>{paper.afterwardsHeading}</h2>
      <p>{paper.afterwards}</p>
      <p>{keepingWords(language, text, consultation)}</p>
      <p>{publishingWords(text, consultation).join(" ")}</p>
    </>
  );
}
