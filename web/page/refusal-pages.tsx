import { HOME, pathOf } from "../../domain/paths.ts";
import { type Catalogue, catalogueFor, PAGE_LANGUAGES } from "../language/catalogue.ts";
import { Head } from "./document.tsx";
import { pageTitle } from "./page-title.ts";

/** Says that nothing of ours answers, and what to do then. */
export function UnavailablePage({ style }: { style: string }) {
  return (
    <InEveryLanguage
      style={style}
      heading={({ common }) => common.problemPage.unavailable}
      words={({ common }) => common.problemPage.unavailableDo}
    />
  );
}

/**
 * Says that too much was asked from one network, where the firewall refuses before anything of ours is asked: it loads nothing, as
 * that would be refused as well, and has at most the 4 kB that a firewall takes.
 */
export function TooManyPage() {
  return (
    <InEveryLanguage
      heading={({ common }) => common.problemPage.busy}
      words={({ common }) => common.problemPage.fromOneNetwork}
    />
  );
}

interface Props {
  /** The address of its style sheet; without one it has a few rules of its own. */
  style?: string;
  heading: (text: Catalogue) => string;
  words: (text: Catalogue) => string;
}

const FEW_RULES = "body{max-width:40em;margin:auto;padding:1em;font:1em/1.5 sans-serif}";

/** A page that cannot know who reads it: in every language of the pages, one below the other. */
function InEveryLanguage({ style, heading, words }: Props) {
  const all = PAGE_LANGUAGES.map(catalogueFor);
  const said = all.map(words);
  // A language that lacks the sentence has that of another one, which stands there already.
  const texts = all.filter((_, place) => said.indexOf(said[place]!) === place);
  const [first] = texts;
  return (
    <html lang={first!.language} dir={first!.direction}>
      <Head title={pageTitle(heading(first!))} style={style}>
        {style === undefined ? <style>{FEW_RULES}</style> : null}
      </Head>
      <body>
        <header class="site-header">
          <a class="site-name" href={HOME}>
            Kenes
          </a>
        </header>
        <main id="main">
          {texts.map((text, place) => {
            const Heading = place === 0 ? "h1" : "h2";
            const { language, direction, common } = text;
            return (
              <section key={language} lang={language} dir={direction}>
                <Heading>{heading(text)}</Heading>
                <p>{words(text)}</p>
                <p>
                  <a href={pathOf(HOME, { lang: language })}>{common.allConsultations}</a>
                </p>
              </section>
            );
          })}
        </main>
      </body>
    </html>
  );
}
