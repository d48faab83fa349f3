import type { Conflict } from "../../domain/draft/set-fields.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { readField } from "../../domain/draft/field.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { choicesOf, valueInWords } from "./choices.ts";
import { fieldId } from "./editing.ts";
import { FieldInput } from "./field-input.tsx";
import { fieldName } from "./field-name.ts";
import { Seen } from "./plain-field.tsx";

interface Props extends SectionProps {
  draft: Draft;
  conflicts: readonly Conflict[];
}

/** Fields with a control of their own have one line; every other may hold a long text. */
function isShort(name: string): boolean {
  const field = readField(name);
  return name === "source.date" || (field?.moment === true && !field.lines);
}

/** Texts that two organisers changed at once: both versions, of which none is lost. */
export function ConflictPage({ draft, conflicts, ...page }: Props) {
  const { language, text, consultation } = page;
  const words = text.draft.conflict;
  const to = { id: consultation.id, lang: language };
  return (
    <SectionPage {...page} page={ORGANISE.editPage} heading={words.title} onlyOnce>
      <Refusal why={text.problems["draft-conflict"]}>
        <p>{words.rest}</p>
      </Refusal>
      <Form
        action={organisePath(ORGANISE.edit, to)}
        token={page.signedIn.formToken}
        checkedBy="server"
      >
        {conflicts.map(({ name, stored, wanted }) => (
          <section class="entry" key={name} aria-labelledby={`${fieldId(name)}-h`}>
            <h2 id={`${fieldId(name)}-h`}>{fieldName(text, draft, name)}</h2>
            <h3>{words.stored}</h3>
            <p class="pre-line">{valueInWords(text, language, name, stored)}</p>
            <Field id={fieldId(name)} label={words.yours}>
              {(described) => (
                <>
                  <FieldInput
                    id={fieldId(name)}
                    name={name}
                    value={wanted}
                    choices={choicesOf(text, name)}
                    rows={isShort(name) ? 1 : 6}
                    {...described}
                  />
                  <Seen name={name} value={stored} />
                </>
              )}
            </Field>
          </section>
        ))}
        <p class="buttons">
          <button class="primary" type="submit" name="do" value="save">
            {words.save}
          </button>
          <a href={organisePath(ORGANISE.editPage, to)}>{words.keep}</a>
        </p>
      </Form>
    </SectionPage>
  );
}
