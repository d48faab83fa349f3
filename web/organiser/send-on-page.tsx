import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import type { ProblemCode } from "../../domain/problem.ts";
import { type Carried, HiddenFields } from "./carried.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  carried: Carried;
  /** Where the form stood. */
  back: string;
  /** The form is sent in parts, of which a file cannot be carried. */
  parts: boolean;
  /** Why it was not taken yet, where that is not that nobody was signed in. */
  problem: ProblemCode | undefined;
  /** It was entered by another organiser than the one who is signed in now. */
  another: boolean;
}

/** What was entered before somebody signed in again: sent at the press of a button, by nobody else. */
export function SendOnPage(props: Props) {
  const { language, text, assets, signedIn, carried, back, parts, another, problem } = props;
  const words = text.organiser.sendOn;
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.home.path}
      onlyOnce
    >
      <Refusal why={problem && text.problems[problem]} />
      <h1>{words.title}</h1>
      <p class="lead">{another ? words.another : problem ? words.later : words.intro}</p>
      {another ? (
        <p class="buttons">
          <a class="button primary" href={organisePath(ORGANISE.home, { lang: language })}>
            {text.organiser.page.consultations}
          </a>
        </p>
      ) : (
        <Form action={carried.to} token={signedIn.formToken} file={parts} checkedBy="server">
          <HiddenFields fields={carried.fields} />
          {parts ? (
            <Field id="file" label={words.file} hint={words.fileHint}>
              {(described) => <input id="file" type="file" name="file" {...described} />}
            </Field>
          ) : null}
          <p class="buttons">
            <button class="primary" type="submit">
              {words.send}
            </button>
            <a href={back}>{words.drop}</a>
          </p>
        </Form>
      )}
    </ConsolePage>
  );
}
