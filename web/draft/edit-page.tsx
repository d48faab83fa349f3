import { languagesOf } from "../../domain/draft/draft.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { PAGE_LANGUAGES } from "../language/catalogue.ts";
import { languageName, namesOf } from "../language/names.ts";
import { DoneWords } from "../organiser/done-note.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";
import { LanguageButtons } from "../respondent/language-buttons.tsx";
import { type EditView, editingOf } from "./editing.ts";
import { LanguageFields } from "./language-fields.tsx";
import { ListItems } from "./list-items.tsx";
import { Contents, Find, Standing } from "./overview.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { LastSaved, UndoForm } from "./undo-form.tsx";
import { OrganiserFields, WholeFields } from "./whole-fields.tsx";

interface Props extends SectionProps {
  view: EditView;
}

const FORM = "draft";

const IN_BAR = ["draft-saved", "draft-undone", "draft-redone"];

/** All texts and rules of a consultation on one form. The script only saves what has been typed. */
export function EditPage({ view, ...page }: Props) {
  const { language, text, signedIn } = page;
  const { edit } = text.draft;
  const { id, draft, stage } = view;
  const editing = editingOf(view, text);
  const { zone } = editing;
  // Beside the button that was pressed, which is in view wherever on the long page one comes back to.
  const inBar = IN_BAR.find((one) => one === signedIn.done?.code) && signedIn.done;
  const action = (lang: string) => organisePath(ORGANISE.edit, { id, lang });
  // Whoever may change texts of some languages alone changes no lists, of a draft neither.
  const isDraft = stage === "draft" && view.languages === undefined;
  const own = languagesOf(draft).filter((one) => view.languages?.includes(one) ?? true);
  const locked = !own.some((one) => editing.editable(`title.${one}`));
  const names = own.map((one) => languageName(one)).join(", ");
  return (
    <SectionPage
      {...page}
      {...(inBar && { signedIn: { ...signedIn, done: undefined } })}
      page={ORGANISE.editPage}
      heading={text.draft.sections.edit}
      moreStyle={page.assets.resultsStyle}
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
      <p>{locked ? edit.locked : isDraft ? edit.intro : edit.frozen}</p>
      {view.languages === undefined || locked ? null : (
        <p>{fill(edit.translating, { languages: names })}</p>
      )}
      <LastSaved {...{ view, zone }} />
      <Standing editing={editing} />
      <Contents editing={editing} />
      {isDraft ? (
        <p>
          <a href={organisePath(ORGANISE.importPage, { id, lang: language })}>
            {text.draft.importing.again.link}
          </a>
        </p>
      ) : null}
      <UndoForm {...{ view, zone }} token={signedIn.formToken} action={action(language)} />
      {/* The browser checks one thing: a date that is half entered would be sent as none. */}
      <Form
        id={FORM}
        action={action(language)}
        token={signedIn.formToken}
        checkedBy="browser"
        hidden={{ zone }}
      >
        {/* Enter in a text field presses a form's first button: this one. */}
        <button
          class="visually-hidden"
          type="submit"
          name="do"
          value="save"
          tabIndex={-1}
          aria-hidden="true"
        >
          {edit.save}
        </button>
        <Find editing={editing} sought={view.find} />
        <LanguageFields editing={editing} open={isDraft} refused={view.noLanguage} />
        <WholeFields editing={editing} />
        <OrganiserFields editing={editing} />
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
              data-signed-out={edit.signedOut}
            >
              {inBar && <DoneWords done={inBar} consultation={page.consultation} />}
            </span>
          </p>
        )}
      </Form>
    </SectionPage>
  );
}
