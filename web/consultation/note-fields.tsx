import { NOTE_LENGTH } from "../../domain/consultation/definition.ts";
import type { Language } from "../../domain/language.ts";
import { Field } from "../form/field.tsx";
import { LanguageWords } from "../language/language-words.tsx";
import { useReader } from "../language/reader.ts";

interface Props {
  step: "correct" | "pause" | "extend";
  /** The languages of the consultation; the original first, in which the note must be. */
  languages: readonly Language[];
  note: Readonly<Record<string, string>>;
  /** Whether that place of what was sent was refused. */
  faulty: (place: string) => boolean | undefined;
}

/** The public note of a step, in each language of the consultation. */
export function NoteFields({ step, languages, note, faulty }: Props) {
  const { life } = useReader().text.draft;
  const label = step === "correct" ? life.note : life.notes[step];
  return (
    <>
      {languages.map((one, index) => {
        const id = `note-${step}-${one}`;
        return (
          <Field
            key={one}
            id={id}
            label={<LanguageWords words={label} language={one} />}
            hint={index === 0 ? undefined : life.noteOptional}
            fault={faulty(`/note/${one}`) === true ? life.noteWrong : undefined}
          >
            {(described) => (
              <textarea
                {...described}
                id={id}
                name={`note.${one}`}
                lang={one}
                dir="auto"
                rows={3}
                maxLength={NOTE_LENGTH}
              >
                {`\n${note[one] ?? ""}`}
              </textarea>
            )}
          </Field>
        );
      })}
    </>
  );
}
