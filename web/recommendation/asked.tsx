import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { type Said, saidIn, Wording } from "../language/said.tsx";
import { SourceLine } from "../page/source-line.tsx";

interface Props {
  consultation: Consultation;
  addressee: string;
  statement: Said;
  measures: readonly Said[];
}

/** What a recommendation asks, of whom, and where it comes from; in full. */
export function Asked({ consultation, addressee, statement, measures }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const { source } = consultation;
  const asked = consultation.addressees.find(({ code }) => code === addressee);
  return (
    <>
      <p>
        {`${text.common.addressedTo}: `}
        <b>
          {asked === undefined ? (
            addressee
          ) : (
            <Wording of={saidIn(reader, consultation, asked.name)} />
          )}
        </b>
      </p>
      <p class="lead">
        <Wording of={statement} />
      </p>
      {measures.length === 0 ? null : (
        <section aria-labelledby="measures">
          <h2 id="measures">{text.recommendation.measures}</h2>
          <ol>
            {measures.map((measure, place) => (
              <li key={place}>
                <Wording of={measure} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <SourceLine title={saidIn(reader, consultation, source.title)} source={source} />
      {consultation.translations[language] === "working" ? (
        <p class="notice">{text.common.workingTranslation}</p>
      ) : null}
    </>
  );
}
