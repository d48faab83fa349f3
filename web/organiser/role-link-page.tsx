import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { GivenRole } from "../../domain/organiser/role.ts";
import { fill } from "../text.ts";
import { roleName } from "./role-choice.tsx";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface Props extends SectionProps {
  /** The one-time link, and the role that it gives. */
  link: string;
  gives: GivenRole;
}

/** The link by which somebody joins a team, shown this once. */
export function RoleLinkPage(props: Props) {
  const { language, text, consultation, link, gives } = props;
  const words = text.organiser.team;
  return (
    <SectionPage {...props} page={ORGANISE.team} heading={words.linkTitle} onlyOnce>
      <p class="lead">{fill(words.linkIntro, { role: roleName(text, gives) })}</p>
      <p class="receipt-box">
        <code class="one-time-link">{link}</code>
      </p>
      <p class="notice notice-warning">{words.linkWarning}</p>
      <p class="buttons">
        <a href={organisePath(ORGANISE.team, { id: consultation.id, lang: language })}>
          {words.back}
        </a>
      </p>
    </SectionPage>
  );
}
