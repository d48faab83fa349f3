import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { TwoPersonAct } from "../../domain/organiser/proposal.ts";
import { may, type Role } from "../../domain/organiser/role.ts";
import { useReader } from "../language/reader.ts";

interface Props {
  /** Of the consultation. */
  id: string;
  role: Role;
  act: TwoPersonAct;
}

/** The way to the page on which a proposal is answered, for a role that may see it. */
export function ProposalLink({ id, role, act }: Props) {
  const { language, text } = useReader();
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
