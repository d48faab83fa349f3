import { readFile as readBytes } from "node:fs/promises";
import { type Draft, valueOf } from "../../domain/draft/draft.ts";
import { arrangementOf } from "../../domain/draft/import/arrangement.ts";
import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { draftOfImported } from "../../domain/draft/import/imported.ts";
import type { Note } from "../../domain/draft/import/note.ts";
import type { Sheets } from "../../domain/draft/import/sheet.ts";
import { importTable } from "../../domain/draft/import/table.ts";
import type { Language } from "../../domain/language.ts";
import { faultInWords, placeInWords } from "../../web/draft/import-faults.tsx";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { fill } from "../../web/text.ts";
import { storeDraft } from "../draft/creating.ts";
import { readFile } from "../draft/import/file.ts";
import { readWanted, type Wanted } from "../draft/wanted.ts";
import { Complaint } from "../local/complaint.ts";
import { KENES } from "../organiser/kenes.ts";
import { listOrganisers } from "../store/organiser-names.ts";
import type { Command } from "../command/command.ts";
import type { Typed } from "../command/typed.ts";
import { lineOf, WrongUse } from "../command/failure.ts";
import { publish } from "./publish.ts";
import type { Target } from "../command/target.ts";

/** Makes a draft, or a consultation, of a file. */
export const importFile: Command = {
  name: "import",
  summary: "Make a draft of a consultation's JSON or of a table (.xlsx, .ods, .csv)",
  about: [
    "A draft is looked over, completed and opened in the console, by the organiser who owns it.",
    "--open publishes a complete JSON at once, without the console's checks before opening: as the files",
    "of consultations/ are loaded when Kenes starts. Nothing that is there is ever changed.",
  ],
  words: [{ name: "file", about: "which file; - is standard input" }],
  options: {
    owner: { value: "organiser", about: "name or id of who owns it; needed if there are several" },
    id: { value: "id", about: "the address of the draft, in place of the file's own" },
    title: { value: "text", about: "the title of the draft, in its original language" },
    languages: {
      value: "en,ru",
      about: "languages of a table, the original first",
      standard: "en",
    },
    open: { about: "publish it at once, as it stands" },
  },
  async run(typed) {
    const { words, has, value, target, note } = typed;
    const bytes = await bytesOf(words[0] ?? "");
    if (has("open")) {
      const other = ["owner", "id", "title"].find((name) => value(name) !== undefined);
      if (other !== undefined) throw new WrongUse(`--open takes the file as it is: no --${other}`);
      return publish((await target()).services.db, bytes.toString());
    }
    const wanted = wantedOf(typed);
    const { draft, notes } = draftIn(bytes, wanted);
    const opened = await target();
    const owner = await ownerOf(opened, value("owner"));
    for (const one of notes) note(noteInWords(one));
    const organiser = { ...KENES.organiser, id: owner.id };
    const instead = valueOf(draft, "id");
    const made = await storeDraft(opened.services, { organiser }, wanted, { draft, instead });
    if ("problem" in made) {
      throw new Complaint(
        made.problem === "draft-exists"
          ? `there is a consultation or a draft ${wanted.id ?? instead} already; choose another --id`
          : `the draft was not made: ${made.problem}`,
      );
    }
    return {
      json: { draft: made.id, owner, notes: notes.map(noteInWords) },
      text: `Draft ${made.id} is made, and ${owner.name} owns it.\n`,
    };
  },
};

async function bytesOf(file: string): Promise<Buffer> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  return readBytes(file).catch((cause: unknown) => {
    throw new Complaint(`cannot read ${file}: ${lineOf(cause)}`, { cause });
  });
}

/** What was typed about the draft, as the console's form would say it. Throws `WrongUse`. */
function wantedOf({ value }: Typed): Wanted {
  const [original = "", ...more] = (value("languages") ?? "").split(",");
  const fields = new URLSearchParams({ way: "file", otherOriginal: original });
  for (const language of more) fields.append("language", language);
  for (const name of ["id", "title"]) fields.set(name, value(name) ?? "");
  const wanted = readWanted(fields);
  if ("title" in wanted) return wanted;
  const places = wanted.faults.map(({ pointer }) => `--${pointer.slice(1)}`);
  throw new WrongUse(`not to be used: ${places.join(", ")}`);
}

/** The draft that a file holds, with what was altered on the way. Refuses with every fault. */
function draftIn(bytes: Uint8Array, { title, languages }: Wanted) {
  const read = readFile(bytes, languages);
  if ("faults" in read) throw refused(read.faults);
  if ("draft" in read) {
    return { draft: title === "" ? read.draft : titled(read.draft, title), notes: [] };
  }
  return draftOfTable(read, title, languages);
}

/** A table is taken only where its headings say what each column is. */
function draftOfTable({ sheets, notes }: Sheets, title: string, languages: readonly Language[]) {
  const guesses = sheets.map((sheet) => ({ sheet, guess: arrangementOf(sheet, languages) }));
  const sure = guesses.find(({ guess }) => guess.isSure);
  if (sure === undefined) {
    throw new Complaint(
      "the headings of the table do not say what its columns are; import it in the console, where they can be chosen",
    );
  }
  const imported = importTable(languages, sure.sheet, sure.guess);
  if (imported.faults.length > 0) throw refused(imported.faults);
  const others = sheets.filter((one) => one !== sure.sheet).map(({ name }) => name);
  const left: Note[] = others.length === 0 ? [] : [{ kind: "sheet", values: others }];
  const draft = draftOfImported({ id: "", title, languages }, imported);
  return { draft, notes: [...notes, ...left, ...imported.notes] };
}

const titled = (draft: Draft, title: string): Draft => {
  const original = (valueOf(draft, "languages") ?? "").split(/\s+/)[0]!;
  return { ...draft, fields: { ...draft.fields, [`title.${original}`]: title } };
};

async function ownerOf({ services: { db } }: Target, wanted: string | undefined) {
  const all = (await listOrganisers(db)).map(({ id, name }) => ({ id, name }));
  const [first, ...others] =
    wanted === undefined ? all : all.filter(({ id, name }) => id === wanted || name === wanted);
  if (first !== undefined && others.length === 0) return first;
  const there = all.map(({ id, name }) => `${name} (${id})`).join(", ");
  throw new Complaint(
    all.length === 0
      ? "there is no organiser yet who could own a draft; kenes setup makes a link for the first"
      : `say by --owner who owns the draft: one of ${there}`,
  );
}

const WORDS = catalogueFor("en");

const refused = (faults: readonly ImportFault[]): Complaint =>
  new Complaint(
    faults
      .map((fault) => `${placeInWords(WORDS, fault.place)} ${faultInWords("en", WORDS, fault)}`)
      .join("\n"),
  );

const noteInWords = ({ kind, values }: Note): string =>
  fill(WORDS.draft.importing.notes[kind], { list: values.join("; ") });
