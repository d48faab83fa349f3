import { fill, formatMoment, plural } from "../text.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { whoIn } from "../organiser/who.ts";
import type { EditView } from "./editing.ts";
import { fieldName } from "./field-name.ts";

interface Props {
  view: EditView;
  zone: string;
  token: string;
  action: string;
}

/** Most fields that one change names. */
const MOST_NAMED = 4;

/** The newest changes, and the ways to take the last one back or do it again. */
export function UndoForm({ view, zone, token, action }: Props) {
  const { language, text } = useReader();
  const { edit } = text.draft;
  const [newest] = view.changes;
  const button = (command: string, label: string) => (
    <button class="secondary" type="submit" name="do" value={command}>
      {label}
    </button>
  );
  return (
    <div id="undo" data-live>
      {newest === undefined && view.redo === undefined ? null : (
        <details>
          <summary>{edit.undoHeading}</summary>
          <p class="hint">{edit.undoHint}</p>
          <ol>
            {view.changes.map(({ revision, at, who, fields }) => (
              <li key={revision}>
                {plural(language, edit.change, fields.length, {
                  when: formatMoment(language, at, zone),
                  who: whoIn(text, who),
                  fields: [
                    ...fields.slice(0, MOST_NAMED).map((name) => fieldName(text, view.draft, name)),
                    ...(fields.length > MOST_NAMED ? ["…"] : []),
                  ].join("; "),
                })}
              </li>
            ))}
          </ol>
          <Form action={action} token={token}>
            <p class="buttons">
              {newest === undefined ? null : button(`undo ${newest.revision}`, edit.undo)}
              {view.redo === undefined ? null : button(`redo ${view.redo}`, edit.redo)}
            </p>
          </Form>
        </details>
      )}
    </div>
  );
}

/** When the newest change was stored, and whose it was. */
export function LastSaved({ view, zone }: Pick<Props, "view" | "zone">) {
  const { language, text } = useReader();
  const [newest] = view.changes;
  const saved =
    newest &&
    fill(text.draft.edit.lastSaved, {
      when: formatMoment(language, newest.at, zone),
      who: whoIn(text, newest.who),
    });
  return (
    <p class="hint" id="last-saved" data-live>
      {saved}
    </p>
  );
}
