import { keysOf } from "../../domain/draft/draft.ts";
import { itemField, type List } from "../../domain/draft/field.ts";
import { fill } from "../text.ts";
import type { Language } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { Entry } from "./entry.tsx";
import { PlainField } from "./plain-field.tsx";
import { TextField } from "./text-field.tsx";

interface Props {
  editing: Editing;
  list: List;
  /** Whether items may be added, moved and taken away. */
  open: boolean;
}

/** With more items than this they are folded: thousands of open fields make typing slow, and nobody reads them. */
const MOST_UNFOLDED = 12;

/** The items of a list, one section each, with buttons that move it. */
export function ListItems({ editing, list, open }: Props) {
  const { draft } = useReader().text;
  const keys = keysOf(editing.draft, list);
  const folded = keys.length > MOST_UNFOLDED;
  return (
    <section aria-labelledby={`list-${list}`}>
      <h2 id={`list-${list}`}>{draft.edit.headings[list]}</h2>
      {keys.map((key, index) => {
        const code = editing.value(itemField(list, key, "code")) || String(index + 1);
        const named = fill(draft.edit.item[list], { code });
        const button = (command: string, label: string) => (
          <button
            class="link-button"
            type="submit"
            name="do"
            value={`${command} ${list} ${key}`}
            aria-label={`${label}: ${named}`}
          >
            {label}
          </button>
        );
        return (
          <Entry {...{ editing, list, name: named, folded }} item={key} key={key}>
            <ItemFields {...{ editing, list }} at={(part) => itemField(list, key, part)} />
            {open ? (
              <p class="buttons">
                {index === 0 ? null : button("up", draft.edit.up)}
                {index === keys.length - 1 ? null : button("down", draft.edit.down)}
                {button("remove", draft.edit.remove)}
              </p>
            ) : null}
          </Entry>
        );
      })}
      {open ? (
        <p class="buttons">
          <button class="secondary" type="submit" name="do" value={`add ${list}`}>
            {draft.edit.add[list]}
          </button>
        </p>
      ) : null}
    </section>
  );
}

interface ItemProps {
  editing: Editing;
  list: List;
  at: (part: string) => string;
}

function ItemFields({ editing, list, at }: ItemProps) {
  const { language, text } = useReader();
  const { fields } = text.draft;
  const plain = (part: "code" | "options" | "shares" | "population", lines = false) => (
    <PlainField editing={editing} name={at(part)} label={fields[part]} lines={lines} />
  );
  const inEach = (
    part: "name" | "title" | "statement" | "measures" | "question" | "why" | "labels" | "label",
    rows = 1,
  ) => <TextField editing={editing} base={at(part)} label={fields[part]} rows={rows} />;
  switch (list) {
    case "addressees":
      return (
        <>
          {plain("code")}
          {inEach("name")}
        </>
      );
    case "recommendations":
      return (
        <>
          {plain("code")}
          <PlainField
            editing={editing}
            name={at("addressee")}
            label={fields.addressee}
            among={addressees(editing, language, at("addressee"))}
          />
          {inEach("title", 2)}
          {inEach("statement", 6)}
          {inEach("measures", 6)}
        </>
      );
    case "about":
      return (
        <>
          {plain("code")}
          {inEach("question", 2)}
          {inEach("why", 3)}
          {plain("options", true)}
          {inEach("labels", 4)}
          {plain("shares", true)}
          {plain("population")}
        </>
      );
    case "channels":
      return (
        <>
          {plain("code")}
          {inEach("label")}
        </>
      );
  }
}

/** The addressees to choose from, and what stands there even if it is none of them. */
function addressees({ draft, value }: Editing, language: Language, name: string) {
  const own = keysOf(draft, "addressees").map((key) => {
    const at = (part: string) => value(itemField("addressees", key, part));
    return {
      value: at("code"),
      name: [at("code"), at(`name.${language}`)].filter(Boolean).join(" – "),
    };
  });
  const now = value(name);
  return own.some((one) => one.value === now) ? own : [{ value: now, name: now }, ...own];
}
