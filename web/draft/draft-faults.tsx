import type { DraftFault } from "../../domain/draft/definition-of.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { isList, type List, LISTS } from "../../domain/draft/field.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { useReader } from "../language/reader.ts";
import { fieldId } from "./editing.ts";
import { faultWords } from "./fault-words.ts";
import { fieldName } from "./field-name.ts";

interface Props {
  id: string;
  draft: Draft;
  faults: readonly DraftFault[];
}

/** What keeps a draft from being published, each with the way to its field. */
export function DraftFaults({ id, draft, faults }: Props) {
  const { text } = useReader();
  return (
    <ul>
      {faults.map(({ field, pointer, fault }) => (
        <li key={`${pointer} ${fault}`}>
          <FieldLink id={id} draft={draft} name={field ?? listAt(pointer)} />
          {": "}
          {faultWords(text, field, fault)}
        </li>
      ))}
    </ul>
  );
}

/** The list that a place of the definition is about: too many, say, or too few in it. */
const listAt = (pointer: string): List | undefined =>
  (Object.keys(LISTS) as List[]).find((list) => list === pointer.split("/")[1]);

interface LinkProps extends Pick<Props, "id" | "draft"> {
  /** A field or a list; `undefined` for the whole. */
  name: string | undefined;
}

/** The way to a field on the edit page, by what it is called. */
export function FieldLink({ id, draft, name }: LinkProps) {
  const { language, text } = useReader();
  const page = organisePath(ORGANISE.editPage, { id, lang: language });
  if (name === undefined) return <a href={page}>{text.draft.edit.headings.whole}</a>;
  const place = isList(name) ? `list-${name}` : fieldId(name);
  return <a href={`${page}#${place}`}>{fieldName(text, draft, name)}</a>;
}
