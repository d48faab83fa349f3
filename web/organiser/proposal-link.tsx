import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Language } from "../../domain/language.ts";
import type { TwoPersonAct } from "../../domain/organiser/proposal.ts";
import { may, type Role } from "../../domain/organiser/role.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  /** Of the consultation. */
  id: string;
  role: Role;
  language: Language;
  text: Catalogue;
  act: TwoPersonAct;
}

/** The way to the page on which a proposal is answered, for a role that may see it. */
export function ProposalLink({ id, role, language, text, act }: Props) {
  const [page, name] =
    act === "close"
      ? [ORGANISE.lifePage, text.draft.sections.life]
      : [ORGANISE.exportPage, text.exports.section];
  return may(role, page.access) ? (
    <p>
      <a href={organisePath(page, { id, lang: language })}>{name}</a>
    </p>
  ) : null;
}
