import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  id: string;
  language: Language;
  text: Catalogue;
}

/** The ways between the pages on which one consultation is made. */
export const MakingNav = ({ id, language, text }: Props) => (
  <nav class="buttons" aria-label={text.making.sections.edit}>
    <a href={organisePath(ORGANISE.editPage, { id, lang: language })}>
      {text.making.sections.edit}
    </a>
    <a href={organisePath(ORGANISE.previewPage, { id, lang: language })}>
      {text.making.sections.preview}
    </a>
    <a href={organisePath(ORGANISE.lifePage, { id, lang: language })}>
      {text.making.sections.life}
    </a>
  </nav>
);
