import type { Language } from "../../domain/language.ts";
import { MOST_THEMES, type Theme, THEME_LENGTH } from "../../domain/remark/theme.ts";
import { Field } from "../form/field.tsx";
import { LanguageWords } from "../language/language-words.tsx";
import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

interface Props {
  languages: readonly Language[];
  themes: readonly Theme[];
  revision: number;
  /** What was typed when it was refused. */
  entered: Readonly<Record<string, string>>;
}

/** The names of every theme, and of one more, in the languages of the consultation. */
export function ThemeFields({ languages, themes, revision, entered }: Props) {
  const words = useReader().text.moderation.themes;
  return (
    <>
      <input type="hidden" name="revision" value={revision} />
      {themes.map(({ code, name }) => (
        <fieldset class="entry themed" key={code}>
          <legend>
            <h3>
              <span class="code">{code}</span> {Object.values(name)[0]}
            </h3>
          </legend>
          <input type="hidden" name="theme" value={code} />
          <Names
            prefix={`name.${code}`}
            values={{ ...prefixed(`name.${code}`, name), ...entered }}
            {...{ languages }}
          />
          <label class="choice">
            <input type="checkbox" name="remove" value={code} />
            <span>{words.remove}</span>
          </label>
        </fieldset>
      ))}
      {themes.length >= MOST_THEMES ? (
        <p class="notice">{fill(words.full, { most: MOST_THEMES })}</p>
      ) : (
        <fieldset class="entry themed">
          <legend>
            <h3>{words.new}</h3>
          </legend>
          <Names prefix="new" values={entered} {...{ languages }} />
        </fieldset>
      )}
      <p class="buttons">
        <button type="submit">{words.save}</button>
      </p>
    </>
  );
}

interface NamesProps {
  prefix: string;
  languages: readonly Language[];
  values: Readonly<Record<string, string>>;
}

function Names({ prefix, languages, values }: NamesProps) {
  const words = useReader().text.moderation.themes;
  return (
    <div class="theme-names">
      {languages.map((one) => (
        <Field
          key={one}
          id={`${prefix}.${one}`}
          label={<LanguageWords words={words.name} language={one} />}
        >
          {(described) => (
            <input
              class="text-input"
              id={`${prefix}.${one}`}
              name={`${prefix}.${one}`}
              lang={one}
              dir="auto"
              maxLength={THEME_LENGTH}
              value={values[`${prefix}.${one}`] ?? ""}
              {...described}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

const prefixed = (prefix: string, name: Theme["name"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(name).map(([language, text]) => [`${prefix}.${language}`, text]),
  );
