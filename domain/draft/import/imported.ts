import type { Language } from "../../language.ts";
import { asTranslated, type Draft, emptyDraft } from "../draft.ts";
import { itemField } from "../field.ts";
import type { ImportFault } from "./fault.ts";
import type { Note } from "./note.ts";

/** One recommendation of an import. */
export interface ImportedItem {
  code: string;
  /** The code of its addressee. */
  addressee: string;
  /** By part and language, such as `title.ru`; several measures stand one a line. */
  texts: Readonly<Record<string, string>>;
}

export interface ImportedAddressee {
  code: string;
  names: Readonly<Record<Language, string>>;
}

/** What a table or a text becomes: the draft of it is made only where there is no fault. */
export interface Imported {
  /** The languages of the texts, the original first. */
  languages: readonly Language[];
  items: readonly ImportedItem[];
  addressees: readonly ImportedAddressee[];
  /** The codes stand in what was imported, and were not made for it. */
  hasCodes: boolean;
  /** It says to whom each is addressed. */
  hasAddressees: boolean;
  faults: readonly ImportFault[];
  notes: readonly Note[];
}

/** The draft of a new consultation with what was imported, in its languages and those it came with. */
export function draftOfImported(
  { id, title, languages }: { id: string; title: string; languages: readonly Language[] },
  imported: Pick<Imported, "languages" | "items" | "addressees">,
): Draft {
  const all = [...new Set([...languages, ...imported.languages])];
  const fields: Record<string, string> = { ...emptyDraft(id, all).fields };
  const put = (name: string, value: string) => {
    if (value !== "") fields[name] = value;
  };
  put(`title.${all[0]!}`, title);
  put("addressees", imported.addressees.map((_, index) => index + 1).join(" "));
  imported.addressees.forEach(({ code, names }, index) => {
    const at = (part: string) => itemField("addressees", String(index + 1), part);
    put(at("code"), code);
    for (const [language, name] of Object.entries(names)) put(`${at("name")}.${language}`, name);
  });
  put("recommendations", imported.items.map((_, index) => index + 1).join(" "));
  imported.items.forEach(({ code, addressee, texts }, index) => {
    const at = (part: string) => itemField("recommendations", String(index + 1), part);
    put(at("code"), code);
    put(at("addressee"), addressee);
    for (const [name, text] of Object.entries(texts)) put(at(name), text);
  });
  return asTranslated({ fields });
}
