import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { reportCounterKey } from "../../functions/store/keys.ts";
import { addNoticed } from "../../functions/store/noticed.ts";
import { addTranslationReport } from "../../functions/store/translation-reports.ts";
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

const REPORTS = [
  ["kk", "K3", "«Парламент» сөзі қате жазылған.\nДұрысы басқаша."],
  ["kk", "page", `Түсініксіз${"ұзын".repeat(40)}`],
  ["ru", "W1", "Здесь потеряно «не»: смысл обратный."],
  ["en", "about.age", "The middle group is missing a year."],
] as const;

/** Reports, of which the store says that there are so many, and too much that came. */
const withReports =
  (kept: number, path: string): ConsoleState["put"] =>
  async (world, id) => {
    await world.add({ id });
    const { db, now } = world.services;
    for (const [place, [language, of, text]] of REPORTS.entries()) {
      const day = "2026-11-28";
      await addTranslationReport(db, id, { language, place: of, text, day, id: `${place}` });
    }
    const Item = { ...reportCounterKey(id), kept: { N: String(kept) } };
    await db.client.send(new PutItemCommand({ TableName: db.tables.main, Item }));
    const day = now().toISOString().slice(0, 10);
    for (const kind of ["wrong-invitations", "reports", "remarks"] as const) {
      await addNoticed(db, id, { kind, day, more: 2_400 });
    }
    return { path: path.replace(":id", id), who: world.anna };
  };

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
  {
    name: "reports: four, while the store fills",
    put: withReports(1_700, ORGANISE.reports.path),
  },
  {
    name: "reports: none of a language, and the store is full",
    put: withReports(2_000, `${ORGANISE.reports.path}?of=ar`),
  },
  {
    name: "reports: before some are deleted",
    put: withReports(4, `${ORGANISE.clearReportsPage.path}?of=kk&place=K3`),
  },
  {
    name: "watching what came too often",
    put: withReports(4, ORGANISE.watch.path),
  },
];
