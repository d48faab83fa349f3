import { CHANNEL_LENGTH } from "../../domain/consultation/later-channel.ts";
import type { Language } from "../../domain/language.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { LanguageWords } from "../language/language-words.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";

interface Props {
  signedIn: SignedIn;
  action: string;
  /** The languages of the consultation, the original first. */
  languages: readonly Language[];
  /** What was typed when it was refused. */
  entered: Readonly<Record<string, string>>;
  /** What to do about the name. */
  fault: string | undefined;
}

/** The form that adds a channel while a consultation is open, and what such a channel is not. */
export function AddChannelForm({ signedIn, action, languages, entered, fault }: Props) {
  const words = useReader().text.channels.later;
  return (
    <section aria-labelledby="add-channel">
      <h2 id="add-channel">{words.heading}</h2>
      <p>{words.intro}</p>
      <Form action={action} token={signedIn.formToken} checkedBy="server">
        {languages.map((one, index) => (
          <Field
            key={one}
            id={`label-${one}`}
            label={<LanguageWords words={words.label} language={one} />}
            hint={index === 0 ? undefined : words.optional}
            fault={index === 0 ? fault : undefined}
          >
            {(described) => (
              <input
                class="line-input"
                id={`label-${one}`}
                name={`label.${one}`}
                lang={one}
                dir="auto"
                maxLength={CHANNEL_LENGTH}
                value={entered[one] ?? ""}
                {...described}
              />
            )}
          </Field>
        ))}
        <button class="secondary" type="submit">
          {words.send}
        </button>
      </Form>
    </section>
  );
}
