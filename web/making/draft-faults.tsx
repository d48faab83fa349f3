import type { DraftFault } from "../../domain/making/definition-of.ts";
import type { Draft } from "../../domain/making/draft.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fieldId } from "./editing.ts";
import { fieldName } from "./field-name.ts";

interface Props {
  id: string;
  language: Language;
  text: Catalogue;
  draft: Draft;
  faults: readonly DraftFault[];
}

/** What keeps a draft from being published, each with the way to its field. */
export const DraftFaults = ({ id, language, text, draft, faults }: Props) => (
  <ul>
    {faults.map(({ field, pointer, fault }) => (
      <li key={`${pointer} ${fault}`}>
        {field === undefined ? (
          <code>{pointer || "/"}</code>
        ) : (
          <a href={`${organisePath(ORGANISE.editPage, { id, lang: language })}#${fieldId(field)}`}>
            {fieldName(text, draft, field)}
          </a>
        )}{" "}
        {text.making.faults[fault]}
      </li>
    ))}
  </ul>
);
