import { MOST_FORM } from "../most-bytes.ts";
import type { OrganiserEndpoint } from "./endpoint.ts";
import { CONSOLE } from "./paths.ts";

/** Making a consultation, its texts, their translations and reports of these. */
export const OF_DRAFTS = {
  newPage: { method: "GET", path: CONSOLE.new, access: "signed-in" },
  create: {
    method: "POST",
    path: CONSOLE.new,
    access: "signed-in",
    bound: "heavy",
    body: "parts",
    // What was read of a file is carried from one step to the next.
    mostBytes: 4_000_000,
  },
  template: { method: "GET", path: CONSOLE.template, access: "signed-in" },
  editPage: { method: "GET", path: CONSOLE.edit, access: "translate" },
  edit: {
    method: "POST",
    path: CONSOLE.edit,
    access: "translate",
    bound: "console",
    mostBytes: MOST_FORM,
  },
  translations: { method: "GET", path: CONSOLE.translations, access: "translate" },
  translationFile: { method: "GET", path: CONSOLE.translationFile, access: "translate" },
  showTranslation: {
    method: "POST",
    path: CONSOLE.translations,
    access: "translate",
    bound: "heavy",
    body: "parts",
    mostBytes: 1_200_000,
  },
  takeTranslation: {
    method: "POST",
    path: CONSOLE.translationTake,
    access: "translate",
    bound: "heavy",
    body: "parts",
    // The texts of a file again, with what each belongs to, as JSON.
    mostBytes: 3_000_000,
  },
  // Reports of bad translations: for whoever mends them.
  reports: { method: "GET", path: CONSOLE.reports, access: "translate" },
  clearReportsPage: { method: "GET", path: CONSOLE.reportsClear, access: "translate" },
  doneReports: {
    method: "POST",
    path: CONSOLE.reportsDone,
    access: "translate",
    bound: "console",
  },
  importPage: { method: "GET", path: CONSOLE.import, access: "edit" },
  import: {
    method: "POST",
    path: CONSOLE.import,
    access: "edit",
    bound: "heavy",
    body: "parts",
    mostBytes: 4_000_000,
  },
  emblemPage: { method: "GET", path: CONSOLE.emblem, access: "edit" },
  takeEmblem: {
    method: "POST",
    path: CONSOLE.emblem,
    access: "edit",
    bound: "heavy",
    body: "parts",
    mostBytes: 64_000,
  },
  deleteDraftPage: { method: "GET", path: CONSOLE.deleteDraft, access: "lifecycle" },
  deleteDraft: { method: "POST", path: CONSOLE.deleteDraft, access: "lifecycle", bound: "console" },
  restoreDraft: {
    method: "POST",
    path: CONSOLE.restoreDraft,
    access: "lifecycle",
    bound: "console",
  },
} as const satisfies Record<string, OrganiserEndpoint>;
