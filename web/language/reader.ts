import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "./catalogue.ts";

/**
 * The language that a page is read in, and all texts of the pages in it. Where Kenes has none in that
 * language, they are in another, which `text.language` says.
 */
export interface Reader {
  language: Language;
  text: Catalogue;
}

const OfPage = createContext<Reader | undefined>(undefined);

/** Says for everything within it who reads it. `Document` does so for every page. */
export const ReadBy = OfPage.Provider;

/**
 * The reader of the page that a component stands on. Only for what the server draws: the rate page's
 * script has no more texts than its state brings along. Throws outside of a page.
 */
export function useReader(): Reader {
  const reader = useContext(OfPage);
  if (reader === undefined) throw new Error("A component stands on no page");
  return reader;
}
