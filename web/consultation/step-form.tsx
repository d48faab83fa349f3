import type { ComponentChildren } from "preact";
import { type Language, LANGUAGES } from "../../domain/language.ts";
import { type Stage, type Step, STEPS } from "../../domain/consultation/life.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { SecondPerson as Need } from "../../domain/organiser/proposal.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../text.ts";
import { HaveRead } from "../organiser/have-read.tsx";
import { SecondPerson } from "../organiser/second-person.tsx";
import { FormToken, type SignedIn } from "../organiser/console-page.tsx";
import { LANGUAGE_NAMES } from "../page/document.tsx";
import { ReportField } from "../translation/report-field.tsx";

interface Props {
  step: Step;
  stage: Stage;
  id: string;
  language: Language;
  text: Catalogue;
  signedIn: SignedIn;
  isOwner: boolean;
  note: Record<string, string>;
  /** Why this step was refused. */
  problem: Problem | undefined;
  /** Whether closing needs a second person, and whether there is one. */
  closing: Need;
  /** What else should be read before. */
  children?: ComponentChildren;
}

/** One step: what it does, whether it can be taken back, and for owners the way to take it. */
export function StepForm(props: Props) {
  const { step, stage, id, language, text, signedIn, isOwner, note, problem } = props;
  const { life } = text.draft;
  const { proposal } = text.exports;
  const { undo } = STEPS[step];
  const closing = step === "close" ? props.closing : "alone";
  const name = closing === "alone" ? life.steps[step] : proposal.proposeClose;
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
      {closing === "alone" ? null : <SecondPerson {...{ text, id, language, closing }} />}
      {isOwner && closing !== "nobody-else" ? (
        <form
          method="post"
          action={organisePath(ORGANISE.step, { id, lang: language })}
          autocomplete="off"
          noValidate
        >
          <FormToken signedIn={signedIn} />
          <input type="hidden" name="step" value={step} />
          <input type="hidden" name="stage" value={stage} />
          {step === "correct"
            ? LANGUAGES.map((one) => (
                <ReportField
                  key={one}
                  id={`note-${one}`}
                  label={fill(life.note, { language: LANGUAGE_NAMES[one] })}
                  wrong={isWrong(problem, one) ? life.noteWrong : undefined}
                >
                  {(described) => (
                    <textarea
                      {...described}
                      id={`note-${one}`}
                      name={`note.${one}`}
                      rows={3}
                      maxLength={300}
                    >
                      {`\n${note[one] ?? ""}`}
                    </textarea>
                  )}
                </ReportField>
              ))
            : null}
          <HaveRead
            text={text}
            of={step}
            label={life.confirm}
            about={name}
            missed={problem?.problem === "step-unconfirmed"}
          />
          <button class={undo === undefined ? "danger" : "secondary"} type="submit">
            {name}
          </button>
        </form>
      ) : null}
    </section>
  );
}

const isWrong = (problem: Problem | undefined, language: Language): boolean =>
  problem?.faults?.some(({ pointer }) => pointer === `/note/${language}`) === true;
