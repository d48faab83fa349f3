import type { Theme } from "../../domain/remark/theme.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { Said } from "../language/said.tsx";
import type { SignedIn } from "../organiser/console-page.tsx";
import { fill } from "../text.ts";
import { TextCard } from "./text-card.tsx";
import { type TextView, themeName } from "./view.ts";

interface Props {
  action: string;
  signedIn: SignedIn;
  themes: readonly Theme[];
  texts: readonly TextView[];
  recommendations: readonly { code: string; title: Said }[];
  query: Readonly<Record<string, string>>;
}

/** Accepted reasons with the themes that each belongs to; and one theme for several of them at once. */
export function CodingForm({ action, signedIn, themes, texts, recommendations, query }: Props) {
  const { language, text } = useReader();
  const words = text.moderation.themes;
  const named = (theme: Theme) => themeName(theme, language);
  return (
    <Form
      id="coding-form"
      {...{ action }}
      token={signedIn.formToken}
      hidden={query}
      data-cards="several"
    >
      {texts.map((one, place) => (
        <TextCard
          key={one.name}
          {...{ one, place }}
          title={recommendations.find(({ code }) => code === one.code)?.title}
        >
          <input type="hidden" name="text" value={one.name} />
          <input type="hidden" name={`seen.${place}`} value={one.themes.join(" ")} />
          <div class="verdicts">
            {themes.map((theme, index) => (
              <label class="choice" key={theme.code}>
                <input
                  type="checkbox"
                  name={`themes.${place}`}
                  value={theme.code}
                  checked={one.themes.includes(theme.code)}
                  data-key={index < 9 ? String(index + 1) : undefined}
                />
                <span>
                  {named(theme)} {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : null}
                </span>
              </label>
            ))}
          </div>
          <label class="choice">
            <input type="checkbox" name="chosen" value={place} />
            <span>{words.choose}</span>
          </label>
        </TextCard>
      ))}
      <p
        class="hint"
        id="progress"
        role="status"
        data-words={fill(text.moderation.changed, { all: texts.length })}
      />
      <p class="buttons">
        <button type="submit" name="do" value="each">
          {words.saveEach}
        </button>
      </p>
      <fieldset>
        <legend>
          <h3>{words.bulk}</h3>
        </legend>
        <div class="filter">
          <Field id="bulk" label={words.bulkTheme}>
            {(described) => (
              <select id="bulk" name="bulk" {...described}>
                {themes.map((theme) => (
                  <option key={theme.code} value={theme.code}>
                    {named(theme)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p class="buttons">
            <button class="secondary" type="submit" name="do" value="add">
              {words.bulkAdd}
            </button>
            <button class="secondary" type="submit" name="do" value="take">
              {words.bulkTake}
            </button>
          </p>
        </div>
      </fieldset>
    </Form>
  );
}
