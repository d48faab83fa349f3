import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { type Action, may, type Role } from "../../domain/organiser/role.ts";
import type { Catalogue } from "../language/catalogue.ts";

/** A part of a consultation's console: a page, what it is called, and the right that leads there. */
export interface Section {
  page: OrganiserEndpoint;
  name: (text: Catalogue) => string;
  needs: Action;
  /** There is nothing on it before it is scheduled or opened. */
  published?: true;
}

/** Every section, in the order in which the list of consultations and each page's head link to them. */
const SECTIONS: readonly Section[] = [
  { page: ORGANISE.editPage, name: (text) => text.draft.sections.edit, needs: "translate" },
  { page: ORGANISE.translations, name: (text) => text.translating.section, needs: "translate" },
  {
    page: ORGANISE.reports,
    name: (text) => text.reports.section,
    needs: "translate",
    published: true,
  },
  { page: ORGANISE.previewPage, name: (text) => text.draft.sections.preview, needs: "read" },
  { page: ORGANISE.lifePage, name: (text) => text.draft.sections.life, needs: "read" },
  { page: ORGANISE.team, name: (text) => text.organiser.sections.team, needs: "read" },
  {
    page: ORGANISE.watch,
    name: (text) => text.participation.section,
    needs: "read",
    published: true,
  },
  {
    page: ORGANISE.invitations,
    name: (text) => text.invitation.section,
    needs: "invite",
    published: true,
  },
  {
    page: ORGANISE.channels,
    name: (text) => text.channels.section,
    needs: "invite",
    published: true,
  },
  {
    page: ORGANISE.responsesPage,
    name: (text) => text.responding.section,
    needs: "respond",
    published: true,
  },
  {
    page: ORGANISE.moderation,
    name: (text) => text.moderation.section,
    needs: "moderate",
    published: true,
  },
  {
    page: ORGANISE.themes,
    name: (text) => text.moderation.themes.section,
    needs: "moderate",
    published: true,
  },
  {
    page: ORGANISE.suggestions,
    name: (text) => text.moderation.takeOver.section,
    needs: "edit",
    published: true,
  },
  {
    page: ORGANISE.hooks,
    name: (text) => text.hooks.section,
    needs: "edit",
    published: true,
  },
  {
    page: ORGANISE.exportPage,
    name: (text) => text.exports.section,
    needs: "export",
    published: true,
  },
  { page: ORGANISE.keys, name: (text) => text.programs.section, needs: "team" },
  { page: ORGANISE.log, name: (text) => text.organiser.sections.log, needs: "read" },
];

/** The sections that a role opens and that have something on them. */
export const sectionsFor = (role: Role, isPublished: boolean): Section[] =>
  SECTIONS.filter(({ needs, published }) => may(role, needs) && (isPublished || !published));
