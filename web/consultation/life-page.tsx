import type { DraftFault } from "../../domain/draft/definition-of.ts";
import { type Draft, languagesOf } from "../../domain/draft/draft.ts";
import { enteredMoment } from "../../domain/draft/moment.ts";
import type { Stage, Step } from "../../domain/consultation/life.ts";
import type { PurgeState } from "../../domain/consultation/purge.ts";
import { may } from "../../domain/organiser/role.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import type { SecondPerson } from "../../domain/organiser/proposal.ts";
import type { Problem } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment, plural } from "../text.ts";
import { ProposalBox, type SeenProposal } from "../organiser/proposal-box.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { DraftFaults, FieldLink } from "../draft/draft-faults.tsx";
import { PurgeFacts } from "./purge-facts.tsx";
import { StepForm } from "./step-form.tsx";

/** Where a consultation stands. */
export interface LifeView {
  stage: Stage;
  /** The zone in which its days and hours are told. */
  timeZone: string;
  /** As they stand in the draft, before it is published: they may be no moments. */
  opensAt: string | undefined;
  closesAt: string | undefined;
  steps: readonly Step[];
  draft: Draft;
  /** What keeps the draft from being published. */
  faults: readonly DraftFault[];
  /** The translations whose originals have been changed since. */
  stale: readonly string[];
  /** What becomes of the ballots; `undefined` while it is a draft. */
  purge: PurgeState | undefined;
  /** Whether closing needs a second person, and whether there is one. */
  closing: SecondPerson;
  /** The proposal to close that stands. */
  proposal: SeenProposal | undefined;
  /** A step that was refused, and why. */
  refused?: { step: Step | undefined; problem: Problem; note: Record<string, string> } | undefined;
}

interface Props extends SectionProps {
  view: LifeView;
}

/** Where a consultation stands, and what each next step does and cannot undo. */
export function LifePage({ view, ...page }: Props) {
  const { language, text, consultation, role, signedIn } = page;
  const { life, sections } = text.draft;
  const { stage, opensAt, closesAt, faults, refused } = view;
  const moment = (iso: string) => ({ moment: formatMoment(language, iso, view.timeZone) });
  const isOwner = may(role, "lifecycle");
  const isRefused = (place: RegExp) =>
    refused?.problem.faults?.some(({ pointer }) => place.test(pointer)) === true;
  return (
    <SectionPage {...page} page={ORGANISE.lifePage} heading={sections.life}>
      <Refusal why={refused && text.problems[refused.problem.problem]}>
        {isRefused(/^\/note\//) ? <p>{life.noteWrong}</p> : null}
        {isRefused(/^$/) ? <p>{life.nothingCorrected}</p> : null}
        {isRefused(/^\/(opens|closes)At$/) ? <p>{life.datesWrong}</p> : null}
      </Refusal>
      <h2>{life.stands}</h2>
      <p class="lead">{life.stages[stage]}</p>
      {stage === "scheduled" && opensAt !== undefined ? (
        <p>{fill(life.opens, moment(opensAt))}</p>
      ) : null}
      {stage === "closed" || stage === "archived" ? null : closesAt === undefined ? (
        <p>{life.neverCloses}</p>
      ) : enteredMoment(closesAt) === undefined ? null : (
        <p>{fill(life.closes, moment(closesAt))}</p>
      )}
      {stage !== "draft" ? null : faults.length === 0 ? (
        <p>{life.ready}</p>
      ) : (
        <details open={refused !== undefined}>
          <summary>{plural(language, life.notReady, faults.length)}</summary>
          <DraftFaults id={consultation.id} draft={view.draft} faults={faults} />
        </details>
      )}
      {view.stale.length === 0 || stage === "closed" || stage === "archived" ? null : (
        <Stale id={consultation.id} view={view} />
      )}
      {view.purge === undefined ? null : (
        <>
          <h2>{text.exports.title}</h2>
          <PurgeFacts purge={view.purge} archived={stage === "archived"} />
        </>
      )}
      <h2>{life.next}</h2>
      <p class="hint">{isOwner ? life.delay : life.ownersOnly}</p>
      {view.steps.length === 0 ? <p>{life.nothing}</p> : null}
      {view.steps.map((step) =>
        step === "close" && view.proposal !== undefined ? (
          <ProposalBox
            key={step}
            {...{ signedIn, consultation, role }}
            proposal={view.proposal}
            haveRead={life.confirm}
            missed={refused?.problem.problem === "step-unconfirmed" && refused.step === step}
          >
            <p>{life.does.close}</p>
            <p>
              <strong>{life.final}</strong>
            </p>
          </ProposalBox>
        ) : (
          <StepForm
            key={step}
            {...{ step, stage, signedIn, isOwner }}
            id={consultation.id}
            languages={languagesOf(view.draft)}
            note={refused?.note ?? {}}
            problem={refused?.step === step ? refused.problem : undefined}
            closing={view.closing}
          >
            {step === "archive" && view.purge !== undefined ? (
              <PurgeFacts purge={view.purge} archived={false} />
            ) : null}
          </StepForm>
        ),
      )}
    </SectionPage>
  );
}

/** Most fields that the warning names. */
const MOST_NAMED = 20;

/** A warning, and no obstacle: only a person can tell whether a translation still fits. */
function Stale({ id, view }: { id: string; view: LifeView }) {
  const { language, text } = useReader();
  const { life } = text.draft;
  const { stale, draft } = view;
  return (
    <div class="notice notice-warning">
      <p>{plural(language, life.stale, stale.length)}</p>
      <ul>
        {stale.slice(0, MOST_NAMED).map((name) => (
          <li key={name}>
            <FieldLink {...{ id, draft, name }} />
          </li>
        ))}
      </ul>
      {stale.length > MOST_NAMED ? <p>{life.staleMore}</p> : null}
    </div>
  );
}
