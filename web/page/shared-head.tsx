import type { Language } from "../../domain/language.ts";
import { shortened } from "./shortened.ts";

/** What a page tells those who pass it on: search engines, messengers, the share sheet of a phone. */
export interface Shared {
  /** Under which people find this installation: previews are made elsewhere, so addresses are whole. */
  origin: string;
  title: string;
  description: string;
  /** The path of a picture. */
  picture?: string | undefined;
}

interface Props {
  shared: Shared;
  path: string;
  language: Language;
  languages: readonly Language[];
}

/** Longer ones are cut by those who show them, wherever it happens to be. */
const MOST = { title: 80, description: 160 } as const;

/**
 * The one address of a page in this language, its addresses in the others, and what a preview shows.
 * Nothing of a query but the language is in them: whoever passes on a page passes on the page. There is
 * no `og:locale:alternate`: it promises an answer to a header that we do not read, and `hreflang` says it.
 */
export function SharedHead({ shared, path, language, languages }: Props) {
  const { origin, title, picture } = shared;
  const address = (one: Language) => `${origin}${path}?lang=${one}`;
  const description = shortened(shared.description, MOST.description);
  return (
    <>
      <link rel="canonical" href={address(language)} />
      {languages.length < 2
        ? null
        : languages.map((one) => (
            <link key={one} rel="alternate" hreflang={one} href={address(one)} />
          ))}
      {languages.length < 2 ? null : (
        <link rel="alternate" hreflang="x-default" href={origin + path} />
      )}
      {/* One element under both names, since the text is the same. */}
      <meta name="description" property="og:description" content={description} />
      <meta property="og:title" content={shortened(title, MOST.title)} />
      <meta property="og:locale" content={localeOf(language)} />
      {picture === undefined ? null : (
        <>
          <meta property="og:image" content={`${origin}${picture}?lang=${language}`} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}

/** A language with the country in which it is most likely spoken, as previews name it: `kk_KZ`. */
function localeOf(language: Language): string {
  const { language: spoken, region } = new Intl.Locale(language).maximize();
  return region === undefined ? spoken : `${spoken}_${region}`;
}
