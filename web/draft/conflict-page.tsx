import { type Draft, zoneOf } from "../../domain/draft/draft.ts";
import { itemField, readField } from "../../domain/draft/field.ts";
import type { Conflict } from "../../domain/draft/set-fields.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { HiddenFields } from "../organiser/carried.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { choicesOf, DAYS, valueInWords } from "./choices.ts";
import { fieldId } from "./editing.ts";
import { FieldInput } from "./field-input.tsx";
import { fieldName } from "./field-name.ts";
import { Seen } from "./plain-field.tsx";

interface Props extends SectionProps {
  draft: Draft;
  conflicts: readonly Conflict[];
  /** What else was sent of items that are gone: without it they could not come back whole. */
  rest: readonly (readonly [name: string, value: string])[];
}

/** Fields with a control of their own have one line; every other may hold a long text. */
function isShort(name: string): boolean {
  const field = readField(name);
  return DAYS.includes(name) || (field?.moment === true && !field.lines);
}

/** Texts that two organisers changed at once, or one of them took away: all versions, of which none is lost. */
export function ConflictPage({ draft, conflicts, rest, ...page }: Props) {
  const { language, text, consultation } = page;
  const words = text.draft.conflict;
  const to = { id: consultation.id, lang: language };
  const zone = zoneOf(draft);
  const gone = new Set(conflicts.flatMap(({ name, gone }) => (gone ? itemOf(name) : [])));
  return (
    <SectionPage {...page} page={ORGANISE.editPage} heading={words.title} onlyOnce>
      <Refusal why={text.problems["draft-conflict"]}>
        <p>{words.rest}</p>
      </Refusal>
      <Form
        action={organisePath(ORGANISE.edit, to)}
        token={page.signedIn.formToken}
        checkedBy="server"
        hidden={{ zone }}
      >
        {conflicts.map(({ name, stored, wanted, gone }) => (
          <section class="entry" key={name} aria-labelledby={`${fieldId(name)}-h`}>
            <h2 id={`${fieldId(name)}-h`}>{fieldName(text, draft, name)}</h2>
            {gone ? (
              <p>{words.gone}</p>
            ) : (
              <>
                <h3>{words.stored}</h3>
                <p class="pre-line">{valueInWords(text, language, name, stored, zone)}</p>
              </>
            )}
            <Field id={fieldId(name)} label={words.yours}>
              {(described) => (
                <>
                  <FieldInput
                    id={fieldId(name)}
                    name={name}
                    value={wanted}
                    zone={zone}
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
        <HiddenFields fields={rest} />
        {rest.map(([name]) => (
          <Seen key={name} name={name} value="" />
        ))}
        {[...gone].map((item) => (
          <p key={item}>
            <label>
              <input type="checkbox" name="restore" value={item.replace(".", " ")} />{" "}
              {`${words.restore}: ${fieldName(text, draft, `${item}.code`)}`}
            </label>
          </p>
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

/** The item that a field belongs to, as its list and its key; none for a field of the whole. */
function itemOf(name: string): string[] {
  const { list, key } = readField(name) ?? {};
  return list === undefined || key === undefined ? [] : [itemField(list, key, "").slice(0, -1)];
}
