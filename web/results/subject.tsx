import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { plural } from "../text.ts";
import { SourceLine } from "../page/source-line.tsx";

/** What was asked, of whom, and to whom the recommendations are addressed. */
export function Subject({ consultation }: { consultation: Consultation }) {
  const { language, text } = useReader();
  const { common, results } = text;
  return (
    <>
      <p class="eyebrow">{results.eyebrow}</p>
      <h1>{consultation.title[language]}</h1>
      <p class="lead">
        {plural(language, results.asked, consultation.recommendations.length, {
          low: common.scale[1],
          high: common.scale[5],
        })}
      </p>
      <p>
        {`${common.addressedTo}: ${consultation.addressees
          .map(({ name }) => name[language])
          .join("; ")}.`}
      </p>
      <SourceLine title={consultation.source.title[language]} source={consultation.source} />
      {consultation.translations[language] === "working" ? (
        <p class="notice">{common.workingTranslation}</p>
      ) : null}
    </>
  );
}
