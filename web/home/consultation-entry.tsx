import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Standing } from "../../domain/consultation/listing.ts";
import type { Texts } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { plural } from "../text.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Prose } from "../page/prose.tsx";
import { SourceLine } from "../page/source-line.tsx";
import { EntryLinks } from "./entry-links.tsx";
import { EntryState } from "./entry-state.tsx";

interface Props {
  standing: Standing;
  /** Without what one needs to know before one answers. */
  short?: boolean;
}

/** One consultation in the list: what it is, where it stands, and what can be done. */
export function ConsultationEntry({ standing, short = false }: Props) {
  const reader = useReader();
  const { definition: consultation } = standing;
  const said = (texts: Texts) => saidIn(reader, consultation, texts);
  const { id, organiser, source } = consultation;
  return (
    <article class="entry" aria-labelledby={`title-${id}`}>
      <h3 id={`title-${id}`}>
        <Wording of={said(consultation.title)} />
      </h3>
      <EntryState standing={standing} />
      {short ? null : <What consultation={consultation} />}
      <AskedBy id={id} name={organiser && said(organiser.name)} of={`title-${id}`} />
      {short ? null : <SourceLine title={said(source.title)} source={source} />}
      <EntryLinks standing={standing} />
    </article>
  );
}

/** What it is about, and how much there is to rate for whom. */
function What({ consultation }: { consultation: Consultation }) {
  const reader = useReader();
  const { language, text } = reader;
  const said = (texts: Texts) => saidIn(reader, consultation, texts);
  const { addressees, recommendations } = consultation;
  return (
    <>
      <Prose of={said(consultation.summary)} />
      {consultation.release.every === "demonstration" ? (
        <p class="hint">{text.results.demonstration}</p>
      ) : null}
      <dl class="facts">
        <dt>{text.common.addressedTo}</dt>
        {addressees.map(({ code, name }) => (
          <dd key={code}>
            <Wording of={said(name)} />
            {`: ${plural(
              language,
              text.home.recommendations,
              recommendations.filter((one) => one.addressee === code).length,
            )}`}
          </dd>
        ))}
      </dl>
    </>
  );
}
