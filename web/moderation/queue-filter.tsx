import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { type Counted, sumOf, type TextCounts } from "../../domain/remark/counts.ts";
import { STANDINGS } from "../../domain/remark/verdict.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { langOf, textOf } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { type QueueFrame, SUGGESTIONS_CHOICE } from "./view.ts";

interface Props extends QueueFrame {
  id: string;
}

/** Ways to the texts that stand elsewhere, and the choice of what they are about and of their language. */
export function QueueFilter({ id, look, counts, recommendations }: Props) {
  const { language, text } = useReader();
  const words = text.moderation;
  const path = organisePath(ORGANISE.moderation, { id });
  const number = (count: number) => formatNumber(language, count);
  const counted = (name: string, some: readonly TextCounts[], what: Counted = look.standing) =>
    fill(words.filter.counted, { name, count: number(sumOf(some, what)) });
  const about = (code: string) => counts.filter((one) => one.code === code);
  const spoken = [...new Set(counts.map((one) => one.language))].toSorted();
  return (
    <>
      <nav class="console-head" aria-label={words.standingsLabel}>
        {STANDINGS.map((standing) => (
          <a
            key={standing}
            href={`${path}?${new URLSearchParams({ standing, lang: language })}`}
            aria-current={standing === look.standing ? "true" : undefined}
          >
            {counted(words.standings[standing], counts, standing)}
          </a>
        ))}
      </nav>
      <Form asks class="filter" action={path} hidden={{ standing: look.standing, lang: language }}>
        <Field id="code" label={words.filter.about}>
          {(described) => (
            <select id="code" name="code" {...described}>
              <option value="">{counted(words.filter.all, counts)}</option>
              {recommendations.map(({ code, title }) => (
                <option key={code} value={code} lang={langOf(title)} selected={look.code === code}>
                  {counted(`${code} ${textOf(title)}`, about(code))}
                </option>
              ))}
              <option value={SUGGESTIONS_CHOICE} selected={look.code === ""}>
                {counted(words.filter.suggestions, about(""))}
              </option>
            </select>
          )}
        </Field>
        <Field id="language" label={words.filter.language}>
          {(described) => (
            <select id="language" name="language" {...described}>
              <option value="">{words.filter.all}</option>
              {spoken.map((one) => (
                <option key={one} value={one} selected={look.language === one}>
                  {counted(
                    languageName(one, language),
                    counts.filter((of) => of.language === one),
                  )}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p class="buttons">
          <button class="secondary" type="submit">
            {words.filter.show}
          </button>
        </p>
      </Form>
    </>
  );
}
