import type { ImportFaultKind } from "../../../domain/draft/import/fault.ts";

/** Beginning a consultation: empty, from a file, from a text, or as a copy. */
export const importing = {
  title: "New consultation",
  intro: "A new consultation begins as a draft that only its organisers see.",
  id: "Address: small Latin letters, digits and hyphens",
  idHint: "The page will be at /c/ and this. It cannot be changed later.",
  idWrong:
    "The address can only have small Latin letters, digits and single hyphens, at most 40 characters, and cannot be one of a few reserved words.",
  original: "Language of the original",
  way: "How to begin",
  ways: {
    empty: "Empty",
    file: "From a file",
    paste: "From a pasted text",
    duplicate: "As a copy of another consultation",
  },
  file: "File: a spreadsheet (.xlsx), a table as CSV, or a whole consultation as JSON",
  fileHint:
    "Up to 1 MB and 500 recommendations. Of a spreadsheet the first sheet is read. The table has the columns code, addressee, title.en, statement.en, measures.en, and the same for ru and kk. Measures are separated by | or by a line break.",
  template: "Download a template of the table",
  text: "Text with recommendations",
  textHint:
    "Each numbered or bulleted line begins a recommendation; without such lines, each paragraph does. The first sentence becomes the title. Look it through afterwards.",
  from: "Consultation to copy",
  make: "Make the draft",
  refused: "Nothing has been imported",
  places: {
    whole: "The whole",
    row: "Row {row}",
    cell: "Row {row}, column {column}",
    pointer: "Place {pointer}",
  },
  templateRow: {
    title: "A short title",
    statement: "What is recommended, in one or two sentences",
    measures: "First measure | Second measure",
  },
  kinds: {
    missing: "is missing",
    unknown: "is not known",
    "wrong-type": "has the wrong form",
    "out-of-range": "is too long, too short, too much or too little",
    "not-allowed": "has a form or characters that are not allowed",
    repeated: "stands there more than once",
    "too-large": "is larger than 1 MB",
    "too-many": "is more than can be taken in",
    empty: "is empty",
    "not-utf8": "is not text in UTF-8. Save it as a spreadsheet (.xlsx) or as “CSV UTF-8”",
    "not-a-spreadsheet":
      "cannot be read as a spreadsheet (.xlsx). Open it, save it anew, and try again",
    "too-large-inside": "has more in it than can be taken in. Keep only the sheet with the table",
    "not-json": "is not valid JSON",
    "broken-quotes": "has quotation marks that do not match",
    "columns-missing": "is a column that is needed",
    "row-too-long": "has more cells than there are columns",
    markup: "has angle brackets, which are not allowed",
    control: "has invisible control characters",
    formula: "begins like a formula",
    "too-long": "is too long",
  } as Record<ImportFaultKind, string>,
};
