import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import type { Proposal } from "../../domain/organiser/proposal.ts";
import { may, type Role } from "../../domain/organiser/role.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { type Said, textOf, Wording } from "../language/said.tsx";
import { fill, formatDay } from "../text.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import { ProposalLink } from "./proposal-link.tsx";
import { proposalWords } from "./proposal-words.ts";
import { sectionsFor } from "./sections.ts";

export interface OwnConsultation {
  id: string;
  title: Said;
  timeZone: string;
  role: Role;
  stage: Stage;
  /** What was proposed there and waits for a second person. */
  proposals: readonly Proposal[];
}

/** A draft that was deleted and can be restored. */
export interface BinnedConsultation {
  id: string;
  title: Said;
  /** Until when. */
  until: string;
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  consultations: readonly OwnConsultation[];
  binned: readonly BinnedConsultation[];
}

/** Every consultation that an organiser has a role in, with the sections that the role opens. */
export function ConsoleHomePage(props: Props) {
  const { language, text, assets, signedIn, consultations, binned } = props;
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
            {sectionsFor(role, stage !== "draft").map(({ page, name }) => (
              <li key={page.path}>
                <a href={organisePath(page, { id, lang: language })}>{name(text)}</a>
              </li>
            ))}
            {stage === "draft" && may(role, "lifecycle") ? (
              <li>
                <a href={organisePath(ORGANISE.deleteDraftPage, { id, lang: language })}>
                  {text.organiser.bin.link}
                </a>
              </li>
            ) : null}
          </ul>
        </section>
      ))}
      {consultations.length > 0 ? null : (
        <div class="empty">
          <h2>{words.emptyTitle}</h2>
          <p>{words.empty}</p>
        </div>
      )}
      <Bin binned={binned} token={signedIn.formToken} />
    </ConsolePage>
  );
}

/** The drafts that were deleted, as long as they can be restored. */
function Bin({ binned, token }: Pick<Props, "binned"> & { token: string }) {
  const { language, text } = useReader();
  const words = text.organiser.bin;
  return binned.length === 0 ? null : (
    <section aria-labelledby="bin">
      <h2 id="bin">{words.heading}</h2>
      {binned.map(({ id, title, until }) => (
        <div class="entry" key={id}>
          <h3>
            <Wording of={title} />
          </h3>
          <p class="hint">
            <code>{id}</code>
          </p>
          <p>{fill(words.until, { day: formatDay(language, until.slice(0, 10)) })}</p>
          <Form action={organisePath(ORGANISE.restoreDraft, { id, lang: language })} token={token}>
            <button
              class="secondary"
              type="submit"
              aria-label={`${words.restore}: ${textOf(title)}`}
            >
              {words.restore}
            </button>
          </Form>
        </div>
      ))}
    </section>
  );
}
