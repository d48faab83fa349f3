import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { type Said, textOf } from "../language/said.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";

interface Props extends SectionProps {
  /** The one-time link, and whose desk it opens. */
  link: string;
  addressee: Said;
}

/** The link that opens an addressee's desk, shown this once. */
export function DeskLinkPage(props: Props) {
  const { language, text, consultation, link, addressee } = props;
  const words = text.responding.desks;
  return (
    <SectionPage
      {...props}
      page={ORGANISE.responsesPage}
      heading={fill(words.linkTitle, { addressee: textOf(addressee) })}
      onlyOnce
    >
      <p class="lead">{words.linkIntro}</p>
      <p class="receipt-box">
        <code class="one-time-link">{link}</code>
      </p>
      <p class="notice notice-warning">{words.linkWarning}</p>
      <p class="buttons">
        <a href={organisePath(ORGANISE.responsesPage, { id: consultation.id, lang: language })}>
          {words.back}
        </a>
      </p>
    </SectionPage>
  );
}
