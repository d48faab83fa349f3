import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { type ConsoleState, draftAt, withFields } from "./console-state.ts";

const { translations } = ORGANISE;

/** A file as a program for translators gives it back: with one text that is new, and one that is empty. */
const FILE = [
  'msgid ""',
  String.raw`msgstr "Language: kk\n"`,
  "",
  'msgctxt "title"',
  `msgid ${JSON.stringify(KAZAKHSTAN.title["en"])}`,
  'msgstr "Жаңа тақырып"',
  "",
  'msgctxt "summary"',
  'msgid "?"',
  'msgstr ""',
].join("\n");

const fileOf = (text: string) => ({
  name: "texts.po",
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

const changed = withFields({ "title.en": KAZAKHSTAN.source.title["en"]!, "summary.kk": "" });

/** How far translations are, and a file that is brought back. */
export const TRANSLATION_STATES: ConsoleState[] = [
  {
    name: "translations: some no longer fit, one is missing, and a file that is refused",
    put: draftAt(translations, changed),
    act: async (page, { problems, translating }) => {
      await page.locator("#file-kk").setInputFiles(fileOf(`${FILE}\nmsgstr[0] "x"`));
      await page.getByRole("button", { name: translating.show }).last().click();
      await page.getByText(problems["translation-invalid"]).waitFor();
      for (const list of await page.locator("summary").all()) await list.click();
    },
    inEveryLanguage: true,
  },
  {
    name: "translations: what a file would change",
    put: draftAt(translations, changed),
    act: async (page, { translating }) => {
      await page.locator("#file-kk").setInputFiles(fileOf(FILE));
      await page.getByRole("button", { name: translating.show }).last().click();
      await page.getByRole("button", { name: translating.shown.take }).waitFor();
    },
    inEveryLanguage: true,
  },
];
