import type { ComponentChildren } from "preact";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import { PRIVACY, RATE, RESULTS, WHO_ASKS, pathOf } from "../../domain/paths.ts";
import { type Reader, useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Emblem } from "../page/emblem.tsx";
import { Address, Contact, Prose } from "../page/prose.tsx";
import { SourceLine } from "../page/source-line.tsx";
import { keepingWords } from "../respondent/keeping-words.ts";
import { localizeConsultation } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";
import { fill, formatDay } from "../text.ts";
import { WorkFacts, type WorkView } from "../work/work-facts.tsx";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  /** The ballots have been deleted, or are being. */
  purged: boolean;
  work: WorkView;
}

/** Who asks, what for, and what becomes of the answers: all that the organisers said of it. */
export function WhoAsksPage(props: Props) {
  const { language, text, assets, origin, consultation, purged, work } = props;
  const reader = { language, text };
  const words = text.about.consultation;
  const flat = localizeConsultation(consultation, reader);
  const to = { id: consultation.id, lang: language };
  return (
    <RespondentPage
      {...{ language, text, assets, origin }}
      consultation={flat}
      path={WHO_ASKS}
      name={words.title}
    >
      <p class="hint">
        <Wording of={flat.title} />
      </p>
      <h1>{words.title}</h1>
      <Emblem consultation={consultation} />
      <Organiser consultation={consultation} />
      <Part heading={words.report}>
        <SourceLine title={flat.source.title} source={flat.source} />
        {consultation.organiser?.report === undefined ? null : (
          <p>
            <Address of={consultation.organiser.report} />
          </p>
        )}
      </Part>
      <Part heading={words.program}>
        <p>{purged ? text.exports.told.deleted : keepingWords(language, text, flat)}</p>
        {flat.reasons ? (
          <p>{flat.atRisk ? text.remark.rate.toldAtRisk : text.remark.rate.told}</p>
        ) : null}
        <p>
          <a href={pathOf(PRIVACY, { lang: language })}>{text.about.privacy.title}</a>
        </p>
      </Part>
      <Part heading={text.about.work.title}>
        <WorkFacts {...work} />
      </Part>
      <p class="buttons">
        <a class="button primary" href={pathOf(RATE, to)}>
          {text.common.problemPage.backToConsultation}
        </a>
        <a href={pathOf(RESULTS, to)}>{text.rate.page.results}</a>
      </p>
    </RespondentPage>
  );
}

/** What organisers said of themselves and of what follows; of what they left out only what matters most. */
function Organiser({ consultation }: { consultation: Consultation }) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.about.consultation;
  const { organiser } = consultation;
  const said = (texts: Texts) => saidIn(reader, consultation, texts);
  if (organiser === undefined) {
    return (
      <Part heading={words.who}>
        <p>{words.unknown}</p>
      </Part>
    );
  }
  const { purpose, next, nextBy, responsible, keptFor } = organiser;
  const short = (heading: string, texts: Texts | undefined) =>
    texts === undefined ? null : (
      <Part heading={heading}>
        <p>
          <Contact of={said(texts)} />
        </p>
      </Part>
    );
  return (
    <>
      <Part heading={words.who}>
        <p>
          <Wording of={said(organiser.name)} />
        </p>
      </Part>
      {short(words.contact, organiser.contact)}
      {purpose === undefined ? null : (
        <Part heading={words.purpose}>
          <Prose of={said(purpose)} />
        </Part>
      )}
      <Part heading={words.next}>
        {next === undefined ? <p>{words.nextUnknown}</p> : <Prose of={said(next)} />}
        {nextBy === undefined ? null : (
          <p>{fill(words.nextBy, { day: formatDay(language, nextBy) })}</p>
        )}
      </Part>
      {short(words.responsible, responsible)}
      {short(words.keptFor, keptFor)}
    </>
  );
}

const Part = ({ heading, children }: { heading: string; children: ComponentChildren }) => (
  <section class="part">
    <h2>{heading}</h2>
    {children}
  </section>
);
