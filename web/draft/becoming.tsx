import type { Imported, ImportedItem } from "../../domain/draft/import/imported.ts";
import type { Language } from "../../domain/language.ts";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";

/** What becomes of an import: every recommendation as it would stand in the draft. */
export function Becoming({ imported }: { imported: Imported }) {
  const { language, text } = useReader();
  const words = text.draft.importing.arrange;
  const { items, addressees, languages } = imported;
  const original = languages[0]!;
  const nameOf = (code: string) => {
    const names = addressees.find((one) => one.code === code)?.names ?? {};
    return names[original] ?? Object.values(names)[0];
  };
  return items.length === 0 ? null : (
    <section aria-labelledby="becomes-h">
      <h2 id="becomes-h">{words.becomes}</h2>
      <p>
        {fill(words.becomesHint, {
          recommendations: formatNumber(language, items.length),
          addressees: formatNumber(language, addressees.length),
          languages: languages.map((one) => languageName(one, text.language)).join(", "),
        })}
      </p>
      <ol class="becoming">
        {items.map((item, index) => (
          <li key={index}>
            <ItemPreview {...{ item, languages }} />
            <p class="hint" dir="auto">
              {fill(words.to, {
                addressee: [item.addressee, nameOf(item.addressee)].filter(Boolean).join(" – "),
              })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ItemProps {
  item: ImportedItem;
  languages: readonly Language[];
}

/** One recommendation with its texts in every language that it came in. */
export function ItemPreview({ item, languages }: ItemProps) {
  const words = useReader().text.draft.importing.arrange;
  const said = languages.filter((one) =>
    Object.keys(item.texts).some((name) => name.endsWith(`.${one}`)),
  );
  return (
    <>
      {(said.length === 0 ? languages.slice(0, 1) : said).map((language) => {
        const text = (part: string) => item.texts[`${part}.${language}`] ?? "";
        const measures = text("measures").split("\n").filter(Boolean);
        return (
          <div key={language} lang={language} dir="auto">
            <p>
              <strong>
                {item.code} {text("title") || words.noTitle}
              </strong>
            </p>
            {text("statement") === "" ? null : <p>{text("statement")}</p>}
            {measures.length === 0 ? null : (
              <ul aria-label={words.measures}>
                {measures.map((measure, index) => (
                  <li key={index}>{measure}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </>
  );
}
