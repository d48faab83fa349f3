import { FieldFault, faultId } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { fieldName } from "./field-name.ts";
import { type Editing, fieldId, noteId } from "./editing.ts";

interface Props {
  editing: Editing;
  name: string;
}

/** What is to be said about a field as it is saved: that it is wrong, missing, or fits its original no more. */
function noteOf({ editing, name }: Props, words: { missing: string; stale: string }) {
  const wrong = editing.wrong(name);
  const lack = editing.lacks(name) ? words.missing : undefined;
  const stale = editing.stale.has(name) ? words.stale : undefined;
  return { sentence: wrong ?? lack ?? stale, isWrong: wrong !== undefined };
}

/** The same beside the field, with the way to say that a translation is still right. */
export function FieldNote({ editing, name }: Props) {
  const { text } = useReader();
  const { edit } = text.draft;
  const { sentence } = noteOf({ editing, name }, edit);
  return (
    <div id={noteId(name)} data-live>
      <FieldFault field={fieldId(name)} sentence={sentence} />
      {editing.stale.has(name) && editing.editable(name) ? (
        <button
          class="link-button"
          type="submit"
          name="do"
          value={`confirm ${name}`}
          aria-label={`${edit.confirm}: ${fieldName(text, editing.draft, name)}`}
        >
          {edit.confirm}
        </button>
      ) : null}
    </div>
  );
}

/** What joins a control to its note. */
export function useNote(props: Props) {
  const { edit } = useReader().text.draft;
  const { sentence, isWrong } = noteOf(props, edit);
  return {
    "aria-describedby": sentence && faultId(fieldId(props.name)),
    "aria-invalid": isWrong ? ("true" as const) : undefined,
  };
}
