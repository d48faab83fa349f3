import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import type { Proposal } from "../../domain/organiser/proposal.ts";
import { may, type Role } from "../../domain/organiser/role.ts";
import { type Said, Wording } from "../language/said.tsx";
import { fill } from "../text.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import { ProposalLink } from "./proposal-link.tsx";
import { proposalWords } from "./proposal-words.ts";
import { SECTIONS } from "./sections.ts";

export interface OwnConsultation {
  id: string;
  title: Said;
  timeZone: string;
  role: Role;
  stage: Stage;
  /** What was proposed there and waits for a second person. */
  proposals: readonly Proposal[];
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  consultations: readonly OwnConsultation[];
}

/** Every consultation that an organiser has a role in, with the sections that the role opens. */
export function ConsoleHomePage({ language, text, assets, signedIn, consultations }: Props) {
  const words = text.organiser.home;
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.home.path}
    >
      <h1>{words.title}</h1>
      <p class="buttons">
        <a class="button secondary" href={organisePath(ORGANISE.newPage, { lang: language })}>
          {text.draft.importing.title}
        </a>
      </p>
      {consultations.map(({ id, title, timeZone, role, stage, proposals }) => (
        <section class="entry" key={id} aria-labelledby={`title-${id} address-${id}`}>
          <h2 id={`title-${id}`}>
            <Wording of={title} />
          </h2>
          {/* A copy has the same title. */}
          <p class="hint" id={`address-${id}`}>
            <code>{id}</code>
          </p>
          <p>{text.draft.life.stages[stage]}</p>
          <p class="hint">{fill(words.role, { role: text.organiser.roles[role] })}</p>
          {proposals.map((one) => (
            <div class="notice" key={one.act}>
              <p>{proposalWords(language, text, one, timeZone)}</p>
              <ProposalLink id={id} role={role} act={one.act} />
            </div>
          ))}
          <ul class="buttons plain-list">
            {SECTIONS.filter(({ needs }) => may(role, needs)).map(({ page, name }) => (
              <li key={page.path}>
                <a href={organisePath(page, { id, lang: language })}>{name(text)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {consultations.length > 0 ? null : (
        <div class="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      )}
    </ConsolePage>
  );
}
