import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { SectionPage, type SectionProps } from "./section-page.tsx";

/** In place of a page that has nothing on it while the consultation is a draft: from when it has. */
export function NotYetPage(page: SectionProps) {
  const { notYet } = page.text.organiser;
  const to = { id: page.consultation.id, lang: page.language };
  return (
    <SectionPage {...page} page={ORGANISE.lifePage} heading={notYet.title} onlyOnce>
      <p class="lead">{notYet.intro}</p>
      <p class="buttons">
        <a class="button primary" href={organisePath(ORGANISE.lifePage, to)}>
          {page.text.draft.sections.life}
        </a>
      </p>
    </SectionPage>
  );
}
