import { languagesOf, originalOf } from "../../../domain/draft/draft.ts";
import { isEditable } from "../../../domain/draft/editable.ts";
import { readField } from "../../../domain/draft/field.ts";
import { missingTexts, staleTexts } from "../../../domain/draft/texts.ts";
import { writePo } from "../../../domain/draft/translating/po.ts";
import { textRows } from "../../../domain/draft/translating/rows.ts";
import { textTable } from "../../../domain/draft/translating/table.ts";
import type { Language } from "../../../domain/language.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { ChangesPage } from "../../../web/translating/changes-page.tsx";
import { placeNamed } from "../../../web/translating/fault-words.ts";
import { TranslationsPage } from "../../../web/translating/translations-page.tsx";
import type { TranslationView } from "../../../web/translating/view.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { type Workpiece, workpieceOf } from "../../draft/drafting.ts";
import {
  languageToChange,
  type NotTaken,
  readSent,
  showFile,
  type Shown,
  showTexts,
  takeTexts,
} from "../../draft/translating/take.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";
import { SPREADSHEET, workbookBytes } from "../../sheet/workbook.ts";

/** The columns of a spreadsheet with texts: the place of each, the original, the translation, its state. */
const COLUMNS = [{ width: 28 }, { width: 60 }, { width: 60 }, { width: 14 }];

/** The translations of a consultation: how far they are, their texts out, and in again. */
export function translationsRoutes(app: App, services: Services): void {
  const { now } = services;

  guarded(app, services, ORGANISE.translations, async (context, actor) => {
    const work = await workpieceOf(actor.section, now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    return page(context.req.raw, actor, work, {});
  });

  guarded(app, services, ORGANISE.translationFile, async (context, actor) => {
    const request = context.req.raw;
    const work = await workpieceOf(actor.section, now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const { draft } = work;
    const [original, ...others] = languagesOf(draft) as [Language, ...Language[]];
    const language = others.find((one) => one === context.req.query("language"));
    if (language === undefined) return goTo(own(request, actor));
    const rows = textRows(draft, language);
    const name = `${actor.consultation}-${language}`;
    if (context.req.query("form") === "po") {
      const text = catalogueFor(languageOf(request));
      const named = (place: string) => placeNamed(text, draft, place);
      const head = { consultation: actor.consultation, original, language };
      return fileAnswer(
        `${name}.po`,
        "text/x-gettext-translation; charset=utf-8",
        writePo(rows, head, named),
      );
    }
    const sheet = { name: "texts", columns: COLUMNS, rows: textTable(rows, original, language) };
    // They come back: not even a leading "=" may change.
    return fileAnswer(`${name}.xlsx`, SPREADSHEET, await workbookBytes([sheet], { exact: true }));
  });

  guarded(app, services, ORGANISE.showTranslation, async (context, actor, { fields, file }) => {
    const request = context.req.raw;
    const work = await workpieceOf(actor.section, now);
    const language = work && languageToChange(work, actor, fields.get("language"));
    if (work === undefined || language === undefined) {
      return problemAnswer(context, services, { problem: "text-not-yours" });
    }
    return shown(request, actor, work, language, showFile(work, language, file));
  });

  guarded(app, services, ORGANISE.takeTranslation, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const work = await workpieceOf(actor.section, now);
    const language = work && languageToChange(work, actor, fields.get("language"));
    const texts = readSent(fields.get("texts"));
    if (work === undefined || language === undefined) {
      return problemAnswer(context, services, { problem: "text-not-yours" });
    }
    if (texts === undefined) return goTo(own(request, actor));
    const done = await takeTexts(services, actor, work, language, texts, fields.get("mark"));
    if (done === "taken") return doneAt(services, actor, own(request, actor), "translation-taken");
    if (done !== "changed") return problemAnswer(context, services, done);
    const current = afresh(services, actor);
    const changed = (await workpieceOf(current.section, now)) ?? work;
    const anew = showTexts(changed, language, texts);
    return shown(request, current, changed, language, anew, "translation-changed");
  });

  /** What a file would change; or, where it cannot be taken in, the page with every fault of it. */
  async function shown(
    request: Request,
    actor: TeamActor,
    work: Workpiece,
    language: Language,
    what: Shown | NotTaken,
    problem?: ProblemCode,
  ): Promise<Response> {
    if (!("edits" in what)) return page(request, actor, work, { language, ...what });
    const { texts, mark, ...decided } = what;
    return pageAnswer(
      <ChangesPage
        {...await sectionView(services, request, actor)}
        view={{
          ...decided,
          draft: work.draft,
          language,
          hidden: { language, mark, texts: JSON.stringify(texts) },
        }}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  }

  async function page(
    request: Request,
    actor: TeamActor,
    work: Workpiece,
    { language, fault, faults }: NotTaken & { language?: Language },
  ): Promise<Response> {
    const problem = language === undefined ? undefined : "translation-invalid";
    const ofFile = fault && [{ line: fault.line, place: undefined, kind: fault.kind }];
    const ofTexts = faults?.map(({ at, place, kind }) => ({ line: at, place, kind }));
    return pageAnswer(
      <TranslationsPage
        {...await sectionView(services, request, actor)}
        draft={work.draft}
        translations={translationsOf(work, actor)}
        problem={problem}
        refused={language === undefined ? undefined : { language, faults: ofFile ?? ofTexts ?? [] }}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  }
}

/** The address of the page itself. */
const own = (request: Request, { consultation: id }: TeamActor): string =>
  organisePath(ORGANISE.translations, { id, lang: languageOf(request) });

/** Every translation, with what the actor may do with it. */
function translationsOf(work: Workpiece, actor: TeamActor): TranslationView[] {
  const { draft, stage } = work;
  const original = originalOf(draft);
  const isOpen = isEditable(stage, `title.${original}`, []);
  const [missing, stale] = [missingTexts(draft), staleTexts(draft)];
  const of = (names: string[], language: Language) =>
    names.filter((name) => readField(name)?.language === language);
  return languagesOf(draft)
    .slice(1)
    .map((language) => ({
      language,
      texts: textRows(draft, language),
      missing: of(missing, language),
      stale: of(stale, language),
      may: !isOpen
        ? "nobody"
        : languageToChange(work, actor, language) === undefined
          ? "read"
          : "change",
    }));
}

const fileAnswer = (name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
