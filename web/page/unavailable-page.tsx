import { HOME, pathOf } from "../../domain/paths.ts";
import { catalogueFor, PAGE_LANGUAGES } from "../language/catalogue.ts";
import { Head } from "./document.tsx";
import { pageTitle } from "./page-title.ts";

/**
 * Says that nothing answers, and what to do then. It is a file, which cannot know who reads it: in every language of the
 * pages, one below the other.
 */
export function UnavailablePage({ style }: { style: string }) {
  const all = PAGE_LANGUAGES.map(catalogueFor);
  const words = all.map(({ common }) => common.problemPage.unavailableDo);
  // A language that lacks the sentence has that of another one, which stands there already.
  const texts = all.filter((_, place) => words.indexOf(words[place]!) === place);
  const [first] = texts;
  return (
    <html lang={first!.language} dir={first!.direction}>
      <Head title={pageTitle(first!.common.problemPage.unavailable)} style={style} />
      <body>
        <header class="site-header">
          <a class="site-name" href={HOME}>
            Kenes
          </a>
        </header>
        <main id="main">
          {texts.map(({ language, direction, common }, place) => {
            const Heading = place === 0 ? "h1" : "h2";
            return (
              <section key={language} lang={language} dir={direction}>
                <Heading>{common.problemPage.unavailable}</Heading>
                <p>{common.problemPage.unavailableDo}</p>
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
