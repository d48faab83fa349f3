import type { Consultation } from "../../domain/consultation/definition.ts";
import { PAPER, RATE, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Emblem } from "../page/emblem.tsx";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { sharedAbout } from "../respondent/consultation-head.ts";
import type { FlatConsultation } from "../respondent/localize.ts";
import { AboutQuestions } from "./about-questions.tsx";
import { Closing } from "./closing.tsx";
import { FirstChoiceFrames } from "./first-choice-frames.tsx";
import { FormHead } from "./form-head.tsx";
import { PaperRecommendation } from "./paper-recommendation.tsx";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  consultation: FlatConsultation;
  /** It is printed before it opens. */
  notYet: boolean;
  /** The same as it was written, for its emblem. */
  definition: Consultation;
}

/** The consultation as a form to print, in one language; the page has no script. */
export function PaperPage(props: Props) {
  const { language, text, assets, origin, consultation, definition, notYet } = props;
  return (
    <Document
      language={language}
      text={text}
      // Without the consultation's name: browsers print the title above every page.
      title={pageTitle(text.paper.title)}
      shared={sharedAbout({ text }, origin, consultation, text.paper.title)}
      path={pathOf(PAPER, { id: consultation.id })}
      languages={consultation.languages}
      style={assets.style}
      accent={consultation.accent}
      moreStyle={assets.paperStyle}
    >
      <div class="notice on-screen">
        <p>{text.paper.howToPrint}</p>
        <p>
          <a href={pathOf(RATE, { id: consultation.id, lang: language })}>
            {text.common.problemPage.backToConsultation}
          </a>
        </p>
      </div>
      <Emblem consultation={definition} />
      <FormHead {...{ consultation, notYet }} />
      {/* In the definition's order: on paper everybody has the same. */}
      {consultation.addressees.map(({ code, name }) => (
        <section key={code} aria-labelledby={`addressee-${code}`}>
          <h2 id={`addressee-${code}`}>
            {`${text.common.addressedTo}: `}
            <Wording of={name} />
          </h2>
          {consultation.recommendations
            .filter((one) => one.addressee === code)
            .map((one) => (
              <PaperRecommendation key={one.code} one={one} />
            ))}
        </section>
      ))}
      <FirstChoiceFrames />
      <AboutQuestions questions={consultation.about} atRisk={consultation.atRisk} />
      <Closing id={consultation.id} />
    </Document>
  );
}
