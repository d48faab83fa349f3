import { languagesOf } from "../../domain/draft/draft.ts";
import { isOwnField } from "../../domain/draft/editable.ts";
import { counts } from "../../domain/draft/texts.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { fill, formatMoment, formatNumber, plural } from "../text.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { PAGE_LANGUAGES } from "../language/catalogue.ts";
import { languageName, namesOf } from "../language/names.ts";
import { LanguageButtons } from "../respondent/language-buttons.tsx";
import { Contents } from "./contents.tsx";
import { type EditView, editingOf } from "./editing.ts";
import { fieldName } from "./field-name.ts";
import { ListItems } from "./list-items.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { WholeFields } from "./whole-fields.tsx";

interface Props extends SectionProps {
  view: EditView;
}

const FORM = "draft";

/** All texts and rules of a consultation on one form. The script only saves what has been typed. */
export function EditPage({ view, ...page }: Props) {
  const { language, text, signedIn } = page;
  const { edit } = text.draft;
  const { id, draft, stage } = view;
  const editing = editingOf(view, text);
  const action = (lang: string) => organisePath(ORGANISE.edit, { id, lang });
  // Whoever may change texts of some languages alone changes no lists, of a draft neither.
  const isDraft = stage === "draft" && view.languages === undefined;
  const own = languagesOf(draft).filter((one) => view.languages?.includes(one) ?? true);
  const locked = !own.some((one) => editing.editable(`title.${one}`));
  const names = own.map((one) => languageName(one)).join(", ");
  return (
    <SectionPage
      {...page}
      page={ORGANISE.editPage}
      heading={text.draft.sections.edit}
      script
      wide
      languageChoice={
        <LanguageButtons
          form={FORM}
          language={language}
          label={text.common.languages}
          names={namesOf(PAGE_LANGUAGES)}
          actionFor={action}
          value="redraw"
        />
      }
    >
      <p>{locked ? edit.locked : stage === "draft" ? edit.intro : edit.frozen}</p>
      {view.languages === undefined || locked ? null : (
        <p>{fill(edit.translating, { languages: names })}</p>
      )}
      <ul>
        {languagesOf(draft).map((one) => (
          <li key={one}>
            {fill(edit.counts, { language: languageName(one), ...inDigits(counts(draft, one)) })}
          </li>
        ))}
      </ul>
      <Contents editing={editing} />
      {isDraft ? (
        <p>
          <a href={organisePath(ORGANISE.importPage, { id, lang: language })}>
            {text.draft.importing.again.link}
          </a>
        </p>
      ) : null}
      <UndoForm view={view} token={signedIn.formToken} action={action(language)} />
      {/* The browser checks one thing: a date that is half entered would be sent as none. */}
      <Form id={FORM} action={action(language)} token={signedIn.formToken} checkedBy="browser">
        {/* Enter in a text field presses a form's first button: this one. */}
        <button class="visually-hidden" type="submit" name="do" value="save" tabIndex={-1}>
          {edit.save}
        </button>
        <WholeFields editing={editing} />
        <ListItems editing={editing} list="addressees" open={isDraft} />
        <ListItems editing={editing} list="recommendations" open={isDraft} />
        <ListItems editing={editing} list="about" open={isDraft} />
        <ListItems editing={editing} list="channels" open={isDraft} />
        <RuleFields editing={editing} />
        {locked ? null : (
          <p class="buttons save-bar">
            <button class="primary" type="submit" name="do" value="save">
              {edit.save}
            </button>
            <span
              id="save-state"
              role="status"
              data-saved={edit.saved}
              data-saving={edit.saving}
              data-not-saved={edit.notSaved}
              data-conflict={edit.conflict}
            />
          </p>
        )}
      </Form>
    </SectionPage>
  );

  function inDigits(values: Record<string, number>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(values).map(([name, count]) => [name, formatNumber(language, count)]),
    );
  }
}

/** Most fields that one change names. */
const MOST_NAMED = 4;

function UndoForm({ view, token, action }: { view: EditView; token: string; action: string }) {
  const { language, text } = useReader();
  const { edit } = text.draft;
  const [newest] = view.changes;
  if (newest === undefined || !newest.fields.every((one) => isOwnField(one, view.languages))) {
    return null;
  }
  return (
    <details>
      <summary>{edit.undoHeading}</summary>
      <p class="hint">{edit.undoHint}</p>
      <ol>
        {view.changes.map(({ revision, at, who, fields }) => (
          <li key={revision}>
            {plural(language, edit.change, fields.length, {
              when: formatMoment(language, at),
              who,
              fields: [
                ...fields.slice(0, MOST_NAMED).map((name) => fieldName(text, view.draft, name)),
                ...(fields.length > MOST_NAMED ? ["…"] : []),
              ].join("; "),
            })}
          </li>
        ))}
      </ol>
      <Form action={action} token={token}>
        <button
          class="secondary"
          type="submit"
          name="do"
          value={`undo ${newest.revision}`}
          id="undo"
        >
          {edit.undo}
        </button>
      </Form>
    </details>
  );
}
