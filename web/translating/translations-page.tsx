import type { ComponentChildren } from "preact";
import { type Draft, originalOf } from "../../domain/draft/draft.ts";
import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { FieldLink } from "../draft/draft-faults.tsx";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { faultInWords } from "./fault-words.ts";
import type { ShownFault, TranslationView } from "./view.ts";

interface Props extends SectionProps {
  draft: Draft;
  translations: readonly TranslationView[];
  problem: ProblemCode | undefined;
  /** What is wrong with the file that was sent for a language. */
  refused: { language: Language; faults: readonly ShownFault[] } | undefined;
}

/** Every translation of a consultation: how far it is, what does not fit, and its texts out and in. */
export function TranslationsPage({ draft, translations, ...props }: Props) {
  const { text, problem, refused } = props;
  const words = text.translating;
  return (
    <SectionPage {...props} page={ORGANISE.translations} heading={words.section}>
      <Refusal
        why={problem && text.problems[problem]}
        faults={refused?.faults.map((fault) => ({
          field: `file-${refused.language}`,
          sentence: faultInWords(text, draft, fault),
        }))}
      />
      <p class="lead">{words.intro}</p>
      <p>{fill(words.original, { language: languageName(originalOf(draft)) })}</p>
      {translations.length === 0 ? <p>{words.onlyOriginal}</p> : null}
      {translations.map((view) => (
        <Translation
          key={view.language}
          {...{ draft, view }}
          id={props.consultation.id}
          token={props.signedIn.formToken}
          isRefused={refused?.language === view.language}
        />
      ))}
    </SectionPage>
  );
}

interface TranslationProps {
  id: string;
  draft: Draft;
  view: TranslationView;
  token: string;
  isRefused: boolean;
}

function Translation({ id, draft, view, token, isRefused }: TranslationProps) {
  const { language: readers, text } = useReader();
  const words = text.translating;
  const { language, texts, missing, stale, may } = view;
  // Said with everything that is there once for each language, and shown by the heading.
  const of = <span class="visually-hidden">{`: ${languageName(language)}`}</span>;
  const count = (value: number) => formatNumber(readers, value);
  const file = (form: "xlsx" | "po") =>
    `${organisePath(ORGANISE.translationFile, { id, lang: readers })}&language=${language}&form=${form}`;
  return (
    <section class="entry" aria-labelledby={`language-${language}`}>
      <h2 id={`language-${language}`} lang={language}>
        {languageName(language)}
      </h2>
      <p>
        {fill(words.counts, {
          texts: count(texts.length),
          done: count(texts.filter(({ state }) => state !== "untranslated").length),
          stale: count(stale.length),
          missing: count(missing.length),
        })}
      </p>
      <Names {...{ id, draft, of }} names={stale} heading={words.staleHeading} />
      <Names {...{ id, draft, of }} names={missing} heading={words.missingHeading} />
      <p>
        {words.download}{" "}
        <a href={file("xlsx")} download>
          {words.sheet}
          {of}
        </a>
        {" · "}
        <a href={file("po")} download>
          {words.po}
          {of}
        </a>
      </p>
      {may === "change" ? (
        <Form
          action={organisePath(ORGANISE.showTranslation, { id, lang: readers })}
          token={token}
          hidden={{ language }}
          file
        >
          <Field
            id={`file-${language}`}
            label={
              <>
                {words.file}
                {of}
              </>
            }
            hint={words.fileHint}
            refused={isRefused}
          >
            {(described) => (
              <input
                id={`file-${language}`}
                name="file"
                type="file"
                accept=".xlsx,.csv,.po"
                {...described}
              />
            )}
          </Field>
          <p class="buttons">
            <button class="secondary" type="submit">
              {words.show}
              {of}
            </button>
          </p>
        </Form>
      ) : (
        <p class="hint">{may === "read" ? words.notYours : words.locked}</p>
      )}
    </section>
  );
}

interface NamesProps {
  id: string;
  draft: Draft;
  names: readonly string[];
  heading: string;
  /** Of which language they are. */
  of: ComponentChildren;
}

/** Fields, each with the way to it. */
function Names({ id, draft, names, heading, of }: NamesProps) {
  const { language } = useReader();
  if (names.length === 0) return null;
  return (
    <details>
      <summary>
        {fill(heading, { count: formatNumber(language, names.length) })}
        {of}
      </summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <FieldLink id={id} draft={draft} name={name} />
          </li>
        ))}
      </ul>
    </details>
  );
}
