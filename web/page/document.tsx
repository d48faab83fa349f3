import type { ComponentChildren } from "preact";
import type { Accent } from "../../domain/consultation/look.ts";
import type { Language } from "../../domain/language.ts";
import { ABOUT, ACCESSIBILITY, COUNCIL, HOME, pathOf, PRIVACY } from "../../domain/paths.ts";
import { PAGE_LANGUAGES } from "../language/catalogue.ts";
import { languageName } from "../language/names.ts";
import { type Reader, ReadBy, useReader } from "../language/reader.ts";
import type { Inline } from "./assets.ts";
import type { FeedLink } from "./feed-link.ts";
import { fill, formatPercent } from "../text.ts";
import { type Shared, SharedHead } from "./shared-head.tsx";

interface Props extends Reader {
  title: string;
  /** What it tells those who pass it on; only of a page that anybody may open. */
  shared?: Shared | undefined;
  /** Path of this page, without query: the language links lead back to it. */
  path: string;
  /** Further query of this page, which the language links keep. */
  query?: Record<string, string> | undefined;
  /** Address of the stylesheet, and of the page's script when it has one. */
  style: string;
  script?: string | undefined;
  /** Stand in place of both: its answer has to allow them (security-headers.ts). */
  inline?: Inline | undefined;
  /** Stylesheets that not every page needs, after the common one. */
  moreStyle?: string | readonly string[] | undefined;
  /** What the script needs in order to take the page over; JSON, never executed. */
  state?: unknown;
  /** In which languages it can be read; all those of the pages unless it says otherwise. */
  languages?: readonly Language[] | undefined;
  /** Replaces the language links where a plain link would lose what a person has entered. */
  languageChoice?: ComponentChildren;
  /** Replaces the sentence in the footer where that would not be true. */
  footer?: string | undefined;
  /** The address of what tells other sites how to show this page in a frame. */
  oembed?: string | undefined;
  /** The feeds by which one is told what becomes of what the page shows. */
  feeds?: readonly FeedLink[] | undefined;
  /** Whether a form on it is sent to us: a browser then tells us, and nobody else, that it is ours (readFields). */
  sends?: boolean | undefined;
  /** What stands at the foot of each page of paper, before its number. */
  printed?: string | undefined;
  /** Gives the content the full width, for charts and tables; text keeps its line length. */
  wide?: boolean;
  /** The colour of a consultation that has one of its own. */
  accent?: Accent | undefined;
  children: ComponentChildren;
}

/** The whole HTML document around every page. */
export function Document(props: Props) {
  const { language, text, shared, path, languages = PAGE_LANGUAGES } = props;
  return (
    <ReadBy value={{ language, text }}>
      <html
        lang={text.language}
        dir={text.direction}
        data-accent={props.accent}
        data-printed={props.printed}
      >
        <Head
          title={props.title}
          style={props.inline === undefined ? props.style : undefined}
          moreStyle={props.moreStyle}
        >
          {props.inline && <style dangerouslySetInnerHTML={{ __html: props.inline.style }} />}
          {shared && <SharedHead {...{ shared, path, language, languages }} />}
          {props.oembed === undefined ? null : (
            <link rel="alternate" type="application/json+oembed" href={props.oembed} />
          )}
          {(props.feeds ?? []).map(({ type, address, title }) => (
            <link key={type} rel="alternate" type={type} href={address} title={title} />
          ))}
          {/* In place of `no-referrer` (security-headers.ts), under which a form says to come from nowhere. */}
          {props.sends ? <meta name="referrer" content="same-origin" /> : null}
          {props.script === undefined || props.inline ? null : (
            <script type="module" src={props.script} />
          )}
        </Head>
        <body class={props.wide ? "wide" : undefined}>
          <a class="skip-link" href="#main">
            {text.common.skipToContent}
          </a>
          <header class="site-header">
            <a class="site-name" href={pathOf(HOME, { lang: language })}>
              Kenes
            </a>
            {props.languageChoice ?? <LanguageLinks {...props} />}
          </header>
          {/* Focusable, so that the skip link moves the focus and not only the view. */}
          <main id="main" tabIndex={-1}>
            {props.children}
          </main>
          <footer class="site-footer">
            <p>{props.footer ?? text.common.footer}</p>
            {text.meta.state === "working" ? <WorkingTranslation /> : null}
            <ul>
              {[
                [COUNCIL, text.council.title],
                [ACCESSIBILITY, text.common.accessibility],
                [PRIVACY, text.about.privacy.title],
                [ABOUT, text.about.site.title],
              ].map(([path = "", name]) => (
                <li key={path}>
                  <a href={pathOf(path, { lang: language })}>{name}</a>
                </li>
              ))}
            </ul>
          </footer>
          {/* After the words that it repeats, which cost little so close to them; no page waits for it. */}
          {props.state === undefined ? null : (
            <script
              type="application/json"
              id="state"
              // `<` is escaped, so that no text can end the element.
              dangerouslySetInnerHTML={{
                __html: JSON.stringify(props.state).replaceAll("<", "\\u003c"),
              }}
            />
          )}
          {/* Runs when all is there, as it would in the head; here nothing that is to be read comes after it. */}
          {props.script === undefined || props.inline === undefined ? null : (
            <script type="module" dangerouslySetInnerHTML={{ __html: props.inline.script }} />
          )}
        </body>
      </html>
    </ReadBy>
  );
}

/** Says of pages in a language whose texts nobody has checked that they are so, and how far they are. */
function WorkingTranslation() {
  const { text } = useReader();
  const { language, common, done } = text;
  // Rounded down: nothing but all of it is all of it.
  const share = formatPercent(language, Math.floor(100 * done) / 100);
  return <p>{fill(common.workingPages, { language: languageName(language), share })}</p>;
}

interface HeadProps {
  title: string;
  /** None of a page that can load nothing, or that has its own. */
  style: string | undefined;
  moreStyle?: string | readonly string[] | undefined;
  children?: ComponentChildren;
}

/** What stands in the head of every page. */
export const Head = ({ title, style, moreStyle = [], children }: HeadProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{title}</title>
    {/* An empty icon: otherwise the browser asks for one, at the cost of a request. */}
    <link rel="icon" href="data:," />
    {style === undefined ? null : <link rel="stylesheet" href={style} />}
    {[moreStyle].flat().map((one) => (
      <link key={one} rel="stylesheet" href={one} />
    ))}
    {children}
  </head>
);

type LinksProps = Pick<Props, "path" | "query" | "languages">;

function LanguageLinks({ path, query, languages = PAGE_LANGUAGES }: LinksProps) {
  const { language, text } = useReader();
  if (languages.length < 2) return null;
  return (
    <nav class="languages" aria-label={text.common.languages}>
      {languages.map((one) => (
        <a
          key={one}
          href={`${path}?${new URLSearchParams({ ...query, lang: one }).toString()}`}
          lang={one}
          hreflang={one}
          aria-current={one === language ? "true" : undefined}
        >
          {languageName(one)}
        </a>
      ))}
    </nav>
  );
}
