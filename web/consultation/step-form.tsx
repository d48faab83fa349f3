import type { ComponentChildren } from "preact";
import { type Stage, type Step, STEPS } from "../../domain/consultation/life.ts";
import type { DraftFault } from "../../domain/draft/definition-of.ts";
import { type Draft, languagesOf } from "../../domain/draft/draft.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { SecondPerson as Need } from "../../domain/organiser/proposal.ts";
import type { Problem } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { HaveRead } from "../organiser/have-read.tsx";
import { SecondPerson } from "../organiser/second-person.tsx";
import type { SignedIn } from "../organiser/console-page.tsx";
import { ClosesLaterField } from "./closes-later-field.tsx";
import { NoteFields } from "./note-fields.tsx";
import { Obstacles } from "./obstacles.tsx";
import { Untranslated } from "./untranslated.tsx";

/** What was typed with a step that was refused. */
export interface Entered {
  note?: Record<string, string>;
  closesAt?: string;
}

interface Props {
  step: Step;
  stage: Stage;
  id: string;
  signedIn: SignedIn;
  isOwner: boolean;
  draft: Draft;
  timeZone: string;
  closesAt: string | undefined;
  /** What keeps the step from being taken. */
  obstacles: readonly DraftFault[];
  /** How many texts would be opened without a translation. */
  untranslated: number;
  entered: Entered;
  /** Why this step was refused. */
  problem: Problem | undefined;
  /** Whether closing needs a second person, and whether there is one. */
  closing: Need;
  /** What else should be read before. */
  children?: ComponentChildren;
}

/** One step: what it does, whether it can be taken back, and for owners the way to take it. */
export function StepForm(props: Props) {
  const { language, text } = useReader();
  const { step, stage, id, signedIn, isOwner, draft, entered, problem, obstacles } = props;
  const { life } = text.draft;
  const { proposal } = text.exports;
  const { undo } = STEPS[step];
  const closing = step === "close" ? props.closing : "alone";
  const name = closing === "alone" ? life.steps[step] : proposal.proposeClose;
  const faulty = (place: string) => problem?.faults?.some(({ pointer }) => pointer === place);
  const opens = step === "open" || step === "schedule";
  return (
    <section class="entry" aria-labelledby={`step-${step}`}>
      <h3 id={`step-${step}`}>{name}</h3>
      <p>{life.does[step]}</p>
      <p>
        <strong>
          {undo === undefined ? life.final : fill(life.canUndo, { step: life.steps[undo] })}
        </strong>
      </p>
      {props.children}
      {closing === "alone" ? null : <SecondPerson {...{ id, closing }} />}
      {obstacles.length > 0 ? <Obstacles {...{ id, draft, obstacles }} /> : null}
      {isOwner && closing !== "nobody-else" && obstacles.length === 0 ? (
        <Form
          action={organisePath(ORGANISE.step, { id, lang: language })}
          token={signedIn.formToken}
          hidden={{ step, stage }}
          checkedBy="server"
        >
          {step === "extend" && props.closesAt !== undefined ? (
            <ClosesLaterField
              closesAt={props.closesAt}
              timeZone={props.timeZone}
              entered={entered.closesAt}
              refused={faulty("/closesAt") === true}
            />
          ) : null}
          {step === "correct" || step === "pause" || step === "extend" ? (
            <NoteFields
              {...{ step, faulty }}
              languages={languagesOf(draft)}
              note={entered.note ?? {}}
            />
          ) : null}
          {opens && props.untranslated > 0 ? (
            <Untranslated
              step={step}
              count={props.untranslated}
              missed={problem?.problem === "translations-missing"}
            />
          ) : null}
          <HaveRead
            of={step}
            label={life.confirm}
            about={name}
            missed={problem?.problem === "step-unconfirmed"}
          />
          <button class={undo === undefined ? "danger" : "secondary"} type="submit">
            {name}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
