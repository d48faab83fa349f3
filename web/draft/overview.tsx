import { keysOf, languagesOf, valueOf } from "../../domain/draft/draft.ts";
import { itemField, type List, LISTS, readField } from "../../domain/draft/field.ts";
import { fieldsWith } from "../../domain/draft/find.ts";
import { counts } from "../../domain/draft/texts.ts";
import { Field } from "../form/field.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber, plural } from "../text.ts";
import { type Editing, fieldId } from "./editing.ts";
import { fieldName } from "./field-name.ts";
import { MissingCount } from "./missing-count.tsx";

interface Props {
  editing: Editing;
}

/** Most fields that one list leads to. */
const MOST_LINKS = 100;

/** How complete a draft is in each language, with the ways to what is missing, old or wrong. */
export function Standing({ editing }: Props) {
  const { language, text } = useReader();
  const { edit } = text.draft;
  const { draft, missing, stale, wrongs } = editing;
  return (
    <>
      {languagesOf(draft).map((one) => {
        const of = Object.entries(counts(draft, one)).map(([name, count]) => [
          name,
          formatNumber(language, count),
        ]);
        const words = fill(edit.counts, {
          language: languageName(one, language),
          ...(Object.fromEntries(of) as Record<string, string>),
        });
        const names = [...missing, ...stale].filter((name) => readField(name)?.language === one);
        return <Ways key={one} id={`standing-${one}`} {...{ editing, words, names }} />;
      })}
      <Ways
        id="standing-wrong"
        editing={editing}
        words={wrongs.length === 0 ? "" : plural(language, edit.wrongs, wrongs.length)}
        names={wrongs}
      />
    </>
  );
}

interface WaysProps extends Props {
  id: string;
  words: string;
  names: readonly string[];
}

/** A sentence, and folded below it the fields that it is about. */
function Ways({ editing, id, words, names }: WaysProps) {
  const { text } = useReader();
  return (
    <div class="standing">
      {words === "" || names.length === 0 ? (
        <p id={`${id}-words`} data-live>
          {words}
        </p>
      ) : (
        <details>
          <summary>
            <span id={`${id}-words`} data-live>
              {words}
            </span>
          </summary>
          <ul id={id} data-live>
            {names.slice(0, MOST_LINKS).map((name) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{fieldName(text, editing.draft, name)}</a>
              </li>
            ))}
            {names.length > MOST_LINKS ? <li>…</li> : null}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The ways to every part of a long draft, each with how many of its texts are missing. */
export function Contents({ editing }: Props) {
  const { draft } = editing;
  const { edit } = useReader().text.draft;
  const parts = (Object.keys(LISTS) as List[]).flatMap((list) =>
    keysOf(draft, list).map((key, index) => {
      const code = editing.value(itemField(list, key, "code")) || String(index + 1);
      return { list, key, name: fill(edit.item[list], { code }) };
    }),
  );
  return (
    <nav aria-labelledby="contents">
      <details>
        <summary id="contents">{edit.contents}</summary>
        <ul id="contents-list" data-live>
          {(["languages", "whole", "organiser"] as const).map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{edit.headings[part]}</a>
            </li>
          ))}
          {parts.map(({ list, key, name }) => (
            <li key={`${list}-${key}`}>
              <a href={`#${list}-${key}`}>{name}</a>
              <MissingCount {...{ editing, list }} item={key} />
            </li>
          ))}
          <li>
            <a href="#rules">{edit.headings.rules}</a>
          </li>
        </ul>
      </details>
    </nav>
  );
}

/** Looking for a text in a long draft; everything that was typed is saved on the way. */
export function Find({ editing, sought = "" }: Props & { sought?: string | undefined }) {
  const { language, text } = useReader();
  const { edit } = text.draft;
  const found = fieldsWith(editing.draft, sought);
  return (
    <div class="find" role="search">
      <Field id="find" label={edit.find}>
        {(described) => (
          <>
            <input type="text" id="find" name="find" value={sought} {...described} />
            <p class="buttons">
              <button class="secondary" type="submit" name="do" value="find">
                {edit.findButton}
              </button>
            </p>
            <p id="find-shown" role="status" data-words={edit.findShown} />
          </>
        )}
      </Field>
      {sought === "" ? null : (
        <>
          <p role="status">{plural(language, edit.found, found.length, { text: sought })}</p>
          <ul>
            {found.map((name) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`}>{fieldName(text, editing.draft, name)}</a>
                {` – ${around(valueOf(editing.draft, name), sought)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** How much of a text is shown on each side of what was sought in it. */
const CONTEXT = 40;

function around(value: string, sought: string): string {
  const at = value.toLocaleLowerCase().indexOf(sought.trim().toLocaleLowerCase());
  const [from, to] = [Math.max(0, at - CONTEXT), at + sought.length + CONTEXT];
  return `${from > 0 ? "…" : ""}${value.slice(from, to)}${to < value.length ? "…" : ""}`;
}
