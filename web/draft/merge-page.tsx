import type { Draft } from "../../domain/draft/draft.ts";
import { readField } from "../../domain/draft/field.ts";
import type { Imported } from "../../domain/draft/import/imported.ts";
import type { Merge } from "../../domain/draft/import/merge.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { ArrangeFields } from "./arrange-fields.tsx";
import type { Arranging } from "./arranging.ts";
import { ItemPreview } from "./becoming.tsx";
import { fieldName } from "./field-name.ts";
import { ImportFaults } from "./import-faults.tsx";
import { ImportNotes } from "./import-notes.tsx";

interface Props extends SectionProps {
  arranging: Arranging;
  imported: Imported;
  merge: Merge;
  draft: Draft;
  /** Of the draft for which all of this is said. */
  revision: number;
  isRemoving: boolean;
  /** Somebody has changed the draft since it was shown last. */
  isMoved: boolean;
}

/** What an import would change in a draft that there is, before it does. */
export function MergePage(props: Props) {
  const { arranging, imported, merge, draft, revision, isRemoving, isMoved, ...page } = props;
  const { language, text, signedIn, consultation } = page;
  const words = text.draft.importing;
  const { faults } = imported;
  const to = { id: consultation.id, lang: language };
  return (
    <SectionPage {...page} wide onlyOnce page={ORGANISE.importPage} heading={words.again.title}>
      <Refusal
        heading={words.refused}
        why={
          isMoved
            ? words.again.moved
            : faults.length > 0
              ? text.problems["import-invalid"]
              : undefined
        }
      >
        <ImportFaults faults={faults} />
      </Refusal>
      <Form
        id="arrange"
        action={organisePath(ORGANISE.import, to)}
        token={signedIn.formToken}
        hidden={{ revision }}
        checkedBy="server"
        file
      >
        <ArrangeFields {...{ arranging }} languages={imported.languages} />
        <ImportNotes notes={imported.notes} />
        {faults.length > 0 ? null : <Changes {...{ merge, imported, draft, isRemoving }} />}
        <p class="buttons">
          {Object.keys(merge.fields).length === 0 && merge.removed.length === 0 ? null : (
            <button class="primary" type="submit" name="do" value="make">
              {words.again.make}
            </button>
          )}{" "}
          <a href={organisePath(ORGANISE.importPage, to)}>{words.arrange.back}</a>
        </p>
        <p class="hint">{words.again.undo}</p>
      </Form>
    </SectionPage>
  );
}

type ChangesProps = Pick<Props, "merge" | "imported" | "draft" | "isRemoving">;

function Changes({ merge, imported, draft, isRemoving }: ChangesProps) {
  const { language, text } = useReader();
  const words = text.draft.importing.again;
  const { added, changed, removed, same, fields } = merge;
  return (
    <section aria-labelledby="changes-h">
      <h2 id="changes-h">{words.changes}</h2>
      {Object.keys(fields).length === 0 && removed.length === 0 ? <p>{words.nothing}</p> : null}
      {same === 0 ? null : <p>{fill(words.same, { count: formatNumber(language, same) })}</p>}
      {added.length === 0 ? null : (
        <>
          <h3>{words.added}</h3>
          <ul>
            {added.map((item) => (
              <li key={item.code}>
                <ItemPreview item={item} languages={imported.languages} />
              </li>
            ))}
          </ul>
        </>
      )}
      {changed.length === 0 ? null : <h3>{words.changed}</h3>}
      {changed.map(({ code, texts }) => (
        <section key={code} aria-label={code}>
          <h4>{code}</h4>
          <dl>
            {texts.map(({ name, before, after }) => (
              <div key={name}>
                <dt>{fieldName(text, draft, name)}</dt>
                <dd lang={readField(name)?.language} dir="auto">
                  <del>
                    <span class="visually-hidden">{words.before}: </span>
                    {before || words.empty}
                  </del>
                </dd>
                <dd lang={readField(name)?.language} dir="auto">
                  <ins>
                    <span class="visually-hidden">{words.after}: </span>
                    {after || words.empty}
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {removed.length === 0 ? null : (
        <>
          <h3>{words.missing}</h3>
          <ul>
            {removed.map(({ code, title }) => (
              <li key={code} dir="auto">
                {code} {title}
              </li>
            ))}
          </ul>
          <label class="choice">
            <input type="checkbox" name="remove" value="yes" checked={isRemoving} /> {words.remove}
          </label>
        </>
      )}
    </section>
  );
}
