import { type ComponentChildren, Fragment } from "preact";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { plural } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { SourceLine } from "../page/source-line.tsx";

interface Props {
  consultation: Consultation;
  /** What stands between the question and where it comes from. */
  children: ComponentChildren;
}

/** What is asked, of whom, and to whom the recommendations are addressed. */
export function Subject({ consultation, children }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const said = (texts: Texts) => saidIn(reader, consultation, texts);
  const { common, results } = text;
  return (
    <>
      <p class="eyebrow">{results.eyebrow}</p>
      <h1>
        <Wording of={said(consultation.title)} />
      </h1>
      <p class="lead">
        {plural(language, results.asked, consultation.recommendations.length, {
          low: common.scale[1],
          high: common.scale[5],
        })}
      </p>
      {children}
      <p>
        {`${common.addressedTo}: `}
        {consultation.addressees.map(({ code, name }, index) => (
          <Fragment key={code}>
            {index === 0 ? null : "; "}
            <Wording of={said(name)} />
          </Fragment>
        ))}
        .
      </p>
      <AskedBy
        id={consultation.id}
        name={consultation.organiser && said(consultation.organiser.name)}
      />
      <SourceLine title={said(consultation.source.title)} source={consultation.source} />
      {consultation.translations[language] === "working" ? (
        <p class="notice">{common.workingTranslation}</p>
      ) : null}
    </>
  );
}
