import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";

interface Props {
  /** What stands in the field for a text. */
  text: string;
  fileHint: string;
}

/** A file, or a text: what recommendations are imported from. */
export function SourceFields({ text: entered, fileHint }: Props) {
  const { language, text } = useReader();
  const words = text.draft.importing;
  return (
    <>
      <Field id="file" label={words.file} hint={fileHint} class="for-file">
        {(described) => (
          <>
            <input
              id="file"
              name="file"
              type="file"
              accept=".xlsx,.ods,.csv,.tsv,.txt,.json"
              {...described}
            />
            <p>
              <a href={organisePath(ORGANISE.template, { lang: language })}>{words.template}</a>
            </p>
          </>
        )}
      </Field>
      <Field id="text" label={words.text} hint={words.textHint} class="for-paste">
        {(described) => (
          <textarea id="text" name="text" rows={8} dir="auto" {...described}>
            {`\n${entered}`}
          </textarea>
        )}
      </Field>
    </>
  );
}
