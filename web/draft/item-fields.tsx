import { keysOf } from "../../domain/draft/draft.ts";
import { itemField, type List } from "../../domain/draft/field.ts";
import type { Language } from "../../domain/language.ts";
import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { PlainField } from "./plain-field.tsx";
import { TextField } from "./text-field.tsx";

interface Props {
  editing: Editing;
  list: List;
  /** What the item is called. */
  name: string;
  /** The name of a part of the item. */
  at: (part: string) => string;
}

/** The fields of an item of a list. */
export function ItemFields({ editing, list, name, at }: Props) {
  const { language, text } = useReader();
  const { fields, hints, edit } = text.draft;
  const plain = (part: "code" | "options" | "shares" | "population", lines = false) => (
    <PlainField editing={editing} name={at(part)} label={fields[part]} lines={lines} />
  );
  const inEach = (
    part: "name" | "title" | "statement" | "question" | "why" | "label",
    rows = 1,
  ) => <TextField editing={editing} base={at(part)} label={fields[part]} rows={rows} />;
  const lines = (part: "measures" | "labels", rows: number) => (
    <TextField
      editing={editing}
      base={at(part)}
      label={fields[part]}
      hint={hints[part]}
      rows={rows}
    />
  );
  switch (list) {
    case "addressees":
      return (
        <>
          {inEach("name")}
          {plain("code")}
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
          {lines("measures", 6)}
        </>
      );
    case "about": {
      // Nobody has to know of codes; who has typed one that cannot be finds it open.
      const codes = [at("code"), at("options")];
      const isOpen = codes.some((name) => editing.wrong(name) !== undefined);
      return (
        <>
          {inEach("question", 2)}
          {inEach("why", 3)}
          {lines("labels", 6)}
          {plain("shares", true)}
          {plain("population")}
          <details open={isOpen}>
            <summary aria-label={`${edit.codes}: ${name}`}>{edit.codes}</summary>
            <p class="hint">{edit.codesHint}</p>
            {plain("code")}
            {plain("options", true)}
          </details>
        </>
      );
    }
    case "channels":
      return (
        <>
          {inEach("label")}
          <details open={editing.wrong(at("code")) !== undefined}>
            <summary aria-label={`${edit.codes}: ${name}`}>{edit.codes}</summary>
            <p class="hint">{edit.codesHint}</p>
            {plain("code")}
          </details>
        </>
      );
  }
}

/** The addressees to choose from, and what stands there even if it is none of them. */
function addressees({ draft, value, original }: Editing, language: Language, name: string) {
  const own = keysOf(draft, "addressees").map((key) => {
    const at = (part: string) => value(itemField("addressees", key, part));
    const called = at(`name.${language}`) || at(`name.${original}`);
    return { value: at("code"), name: [at("code"), called].filter(Boolean).join(" – ") };
  });
  const now = value(name);
  return own.some((one) => one.value === now) ? own : [{ value: now, name: now }, ...own];
}
