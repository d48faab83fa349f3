import type { ComponentChildren } from "preact";
import type { Language } from "../../domain/language.ts";
import { type Stage, type Step, STEPS } from "../../domain/consultation/life.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { SecondPerson as Need } from "../../domain/organiser/proposal.ts";
import type { Problem } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";
import { HaveRead } from "../organiser/have-read.tsx";
import { SecondPerson } from "../organiser/second-person.tsx";
import type { SignedIn } from "../organiser/console-page.tsx";
import { languageName } from "../language/names.ts";

interface Props {
  step: Step;
  stage: Stage;
  id: string;
  signedIn: SignedIn;
  isOwner: boolean;
  /** The languages of the consultation, in which a correction is explained; the original first. */
  languages: readonly Language[];
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
  const { language, text } = useReader();
  const { step, stage, id, signedIn, isOwner, note, problem } = props;
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
      {closing === "alone" ? null : <SecondPerson {...{ id, closing }} />}
      {isOwner && closing !== "nobody-else" ? (
        <Form
          action={organisePath(ORGANISE.step, { id, lang: language })}
          token={signedIn.formToken}
          hidden={{ step, stage }}
          checkedBy="server"
        >
          {step === "correct"
            ? props.languages.map((one) => (
                <Field
                  key={one}
                  id={`note-${one}`}
                  label={fill(life.note, { language: languageName(one) })}
                  fault={isWrong(problem, one) ? life.noteWrong : undefined}
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
                </Field>
              ))
            : null}
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

const isWrong = (problem: Problem | undefined, language: Language): boolean =>
  problem?.faults?.some(({ pointer }) => pointer === `/note/${language}`) === true;
