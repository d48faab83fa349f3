import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import type { Listed } from "../../../domain/organiser/endpoints.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { type ProgramEndpoint, rightOf } from "../../../domain/program/endpoint.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";

const ENDPOINTS: [string, ProgramEndpoint][] = Object.entries(PROGRAM_API);

/** What of a consultation's console is not for programs, and why. */
const PEOPLE_ONLY: Partial<Record<keyof typeof ORGANISE, string>> = {
  translations: "files for people who translate; the draft has all texts",
  translationFile: "the same",
  showTranslation: "the same",
  takeTranslation: "the same",
  importPage: "a form",
  edit: "field by field, with what was seen of each",
  emblemPage: "a form",
  takeEmblem: "looked at before it is kept",
  deleteDraftPage: "a form",
  deleteDraft: "nothing is deleted by a program",
  restoreDraft: "nor restored",
  previewPage: "a page",
  confirmProposal: "the second person is a person",
  withdrawProposal: "so is whoever thinks better of it",
  team: "who may act is decided by people",
  inviteOrganiser: "the same",
  withdrawRoleLink: "the same",
  changeRole: "the same",
  removeOrganiserPage: "the same",
  removeOrganiser: "the same",
  keys: "the same",
  makeKey: "the same",
  revokeKeyPage: "the same",
  revokeKey: "the same",
  exportFile: "a link for a browser; a program has its key",
  invitationGroup: "its groups stand in the list",
  replaceInvitations: "revoke, and make anew",
  remindInvitations: "who has not answered is looked up by a person who is named",
  removeHookPage: "a form",
  reports: "read by whoever mends the text",
  clearReportsPage: "a form",
  doneReports: "the same",
  undoJudging: "a slip of the hand",
  moderationRules: "the owners' alone",
  switchWork: "the owners' alone, and in public",
  themes: "made by reading",
  changeThemes: "the same",
  codeReasons: "the same",
  suggestions: "taken over by reading",
  takeSuggestion: "the same",
  withdrawResponsePage: "a form",
  invitationPiece: "a program is given its codes in one answer",
  recountPage: "the command line tells of it",
  askRecount: "the owners' alone, and asked for by hand",
  makeDeskLink: "handed to a person",
  endDesk: "the same",
};

test("everything of a consultation's console is for programs, or is not for a reason", () => {
  const like = new Set<Listed>(ENDPOINTS.map(([, endpoint]) => endpoint.like));
  const unsaid = Object.entries(ORGANISE)
    .filter(([, { access }]) => access !== "nobody" && access !== "signed-in")
    .filter(([name, endpoint]) => like.has(endpoint) === Object.hasOwn(PEOPLE_ONLY, name))
    .map(([name]) => name);
  expect(unsaid).toEqual([]);
});

test("no two are at the same place", () => {
  const places = ENDPOINTS.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});

describe.each(ENDPOINTS)("%s", (_, endpoint) => {
  const { method, like, summary, request, example, answers } = endpoint;

  test("needs the right of its form, and never the team's", () => {
    expect(rightOf(endpoint)).toBe(like.access);
    expect(rightOf(endpoint)).not.toBe("team");
  });

  test("says what it does, and reads nothing without saying so", () => {
    expect(summary).toMatch(/^[A-Z][^.]{10,}$/);
    expect(Object.keys(answers)).toHaveLength(1);
    if (method === "GET" || method === "DELETE") expect(request).toBeUndefined();
    if (endpoint.once !== undefined) expect(method).toBe("POST");
  });

  test("has an example that it takes, and schemas that can be written as JSON Schema", () => {
    expect(example === undefined).toBe(request === undefined);
    if (request !== undefined) expect(request.safeParse(example)).toMatchObject({ success: true });
    for (const schema of [request, endpoint.query, ...Object.values(answers)]) {
      if (schema !== undefined) expect(z.toJSONSchema(schema)).toHaveProperty("$schema");
    }
  });
});
