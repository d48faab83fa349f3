import type { DraftFault } from "../../domain/draft/definition-of.ts";
import type { Draft } from "../../domain/draft/draft.ts";
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
import { MISSING } from "./obstacles.tsx";
import { type Entered, StepForm } from "./step-form.tsx";

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
  /** What keeps the draft from being opened, or scheduled. */
  obstacles: Record<"open" | "schedule", readonly DraftFault[]>;
  /** How many texts of the draft are missing in a translation. */
  untranslated: number;
  /** The translations whose originals have been changed since. */
  stale: readonly string[];
  /** What becomes of the ballots; `undefined` while it is a draft. */
  purge: PurgeState | undefined;
  /** Whether closing needs a second person, and whether there is one. */
  closing: SecondPerson;
  /** The proposal to close that stands. */
  proposal: SeenProposal | undefined;
  /** A step that was refused, and why. */
  refused?: RefusedStep | undefined;
}

/** A step that was refused, with what had been entered. */
interface RefusedStep {
  step: Step | undefined;
  problem: Problem;
  entered: Entered;
}

interface Props extends SectionProps {
  view: LifeView;
}

/** Where a consultation stands, and what each next step does and cannot undo. */
export function LifePage({ view, ...page }: Props) {
  const { language, text, consultation, role, signedIn } = page;
  const { life, sections } = text.draft;
  const { stage, opensAt, closesAt, refused } = view;
  const faults = view.obstacles.open.length > 0 ? view.obstacles.open : view.obstacles.schedule;
  const isDated = faults.every(({ pointer }) => DATES.test(pointer));
  const moment = (iso: string) => ({ moment: formatMoment(language, iso, view.timeZone) });
  const isOwner = may(role, "lifecycle");
  const isRefused = (place: RegExp) =>
    refused?.problem.faults?.some(({ pointer }) => place.test(pointer)) === true;
  return (
    <SectionPage {...page} page={ORGANISE.lifePage} heading={sections.life}>
      <Refusal why={refused && text.problems[refused.problem.problem]}>
        {isRefused(/^\/note\//) ? <p>{life.noteWrong}</p> : null}
        {isRefused(/^$/) ? <p>{life.nothingCorrected}</p> : null}
        {isRefused(/^\/continues\//) ? <p>{life.continuesWrong}</p> : null}
        {isRefused(DATES) ? (
          <p>{refused?.step === "extend" ? life.closesLater.wrong : life.datesWrong}</p>
        ) : null}
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
      {stage !== "draft" ? null : isDated ? (
        <p>{life.ready}</p>
      ) : (
        <details id={MISSING} open={refused !== undefined || faults.length <= MOST_NAMED}>
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
          <PurgeFacts purge={view.purge} archived={stage === "archived"} timeZone={view.timeZone} />
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
            {...{ step, stage, signedIn, isOwner, closesAt }}
            id={consultation.id}
            draft={view.draft}
            timeZone={view.timeZone}
            obstacles={step === "open" || step === "schedule" ? view.obstacles[step] : []}
            untranslated={stage === "draft" ? view.untranslated : 0}
            entered={refused?.step === step ? refused.entered : {}}
            problem={refused?.step === step ? refused.problem : undefined}
            closing={view.closing}
          >
            {step === "archive" && view.purge !== undefined ? (
              <PurgeFacts purge={view.purge} archived={false} timeZone={view.timeZone} />
            ) : null}
          </StepForm>
        ),
      )}
    </SectionPage>
  );
}

/** The places of the dates in a definition: they have a step of their own to be refused. */
const DATES = /^\/(opens|closes)At$/;

/** Most fields that the warning names, and most faults that are listed without being asked for. */
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
