import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import type { Language } from "../../domain/language.ts";
import { langOf, type Said, textOf } from "../language/said.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { Written } from "../remark/written.tsx";

interface Props extends SectionProps {
  suggestions: readonly { name: string; text: string; language: Language }[];
  /** The drafts that the reader may edit. */
  drafts: readonly { id: string; title: Said }[];
  problem?: ProblemCode | undefined;
}

/** What stands for a draft that is made for it. */
const NEW_DRAFT = "";

/** Accepted suggestions, each with the way into a draft of a next consultation. */
export function TakeOverPage(props: Props) {
  const { language, text, signedIn, consultation, suggestions, drafts } = props;
  const words = text.moderation.takeOver;
  const action = organisePath(ORGANISE.takeSuggestion, { id: consultation.id, lang: language });
  return (
    <SectionPage {...props} page={ORGANISE.suggestions} heading={words.title}>
      <Refusal why={props.problem && text.problems[props.problem]} />
      <p class="lead">{words.intro}</p>
      {suggestions.length === 0 ? (
        <div class="empty">
          <p>{words.none}</p>
        </div>
      ) : null}
      {suggestions.map((one, place) => (
        <Form
          key={one.name}
          class="entry"
          {...{ action }}
          token={signedIn.formToken}
          hidden={{ text: one.name }}
        >
          <div id={`suggestion-${place}`}>
            <Written {...one} />
          </div>
          <Field id={`draft-${place}`} label={words.into} describedBy={`suggestion-${place}`}>
            {(described) => (
              <select id={`draft-${place}`} name="draft" {...described}>
                <option value={NEW_DRAFT}>{words.newDraft}</option>
                {drafts.map(({ id, title }) => (
                  <option key={id} value={id} lang={langOf(title)}>
                    {textOf(title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p class="buttons">
            <button class="secondary" type="submit" aria-describedby={`suggestion-${place}`}>
              {words.take}
            </button>
          </p>
        </Form>
      ))}
    </SectionPage>
  );
}
