import { type Language, LANGUAGES } from "../../domain/language.ts";
import { type Stage, type Step, STEPS } from "../../domain/making/life.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill } from "../language/text.ts";
import { FormToken, type SignedIn } from "../organise/console-page.tsx";
import { LANGUAGE_NAMES } from "../page/document.tsx";

interface Props {
  step: Step;
  stage: Stage;
  id: string;
  language: Language;
  text: Catalogue;
  signedIn: SignedIn;
  isOwner: boolean;
  note: Record<string, string>;
}

/** One step: what it does, whether it can be taken back, and for owners the way to take it. */
export function StepForm({ step, stage, id, language, text, signedIn, isOwner, note }: Props) {
  const { life } = text.making;
  const { undo } = STEPS[step];
  const name = life.steps[step];
  return (
    <section class="entry" aria-labelledby={`step-${step}`}>
      <h3 id={`step-${step}`}>{name}</h3>
      <p>{life.does[step]}</p>
      <p>
        <strong>
          {undo === undefined ? life.final : fill(life.canUndo, { step: life.steps[undo] })}
        </strong>
      </p>
      {isOwner ? (
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
                <div class="field" key={one}>
                  <label for={`note-${one}`}>
                    {fill(life.note, { language: LANGUAGE_NAMES[one] })}
                  </label>
                  <textarea id={`note-${one}`} name={`note.${one}`} rows={3} maxLength={300}>
                    {`\n${note[one] ?? ""}`}
                  </textarea>
                </div>
              ))
            : null}
          <p>
            <label class="choice">
              <input type="checkbox" name="confirmed" value="yes" /> {life.confirm}
              <span class="visually-hidden">{`: ${name}`}</span>
            </label>
          </p>
          <button class={undo === undefined ? "danger" : "secondary"} type="submit">
            {name}
          </button>
        </form>
      ) : null}
    </section>
  );
}
