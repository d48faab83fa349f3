import { BIN_DAYS } from "../../domain/draft/bin.ts";
import { EXPORT_MS } from "../../domain/export/request.ts";
import { MOST_KEY_DAYS } from "../../domain/program/key.ts";
import type { Installation } from "../../web/about/installation.ts";
import type { Kept } from "../../web/about/kept.ts";
import { DAYS_KEPT } from "../../web/rate/live/kept-draft.ts";
import { DESK_LINK_MS } from "../desk/links.ts";
import { CHALLENGE_MS } from "../organiser/sign-in-challenge.ts";
import { SESSION_IDLE_MS, SESSION_MOST_MS } from "../http/session-life.ts";
import { SETUP_LINK_MS } from "../organiser/setup-link.ts";
import { ROLE_LINK_MS } from "../organiser/team-links.ts";
import { ONCE_MS } from "../program/once.ts";
import { LIMIT_SECONDS } from "../store/limits.ts";
import { NOTICED_SECONDS } from "../store/noticed.ts";
import { STREAM_SECONDS } from "../store/table.ts";

const DAY = 24 * 60 * 60;

/** For how long everything is kept, in seconds: each from the constant that the code itself goes by. */
export const keptIn = ({ logDays, backupDays }: Installation): Kept => ({
  ballot: "consultation",
  remark: "remarks",
  draft: DAYS_KEPT * DAY,
  tab: "tab",
  invitation: "never",
  report: "never",
  limit: LIMIT_SECONDS,
  noticed: NOTICED_SECONDS,
  idle: SESSION_IDLE_MS / 1_000,
  session: SESSION_MOST_MS / 1_000,
  challenge: CHALLENGE_MS / 1_000,
  roleLink: ROLE_LINK_MS / 1_000,
  setupLink: SETUP_LINK_MS / 1_000,
  deskLink: DESK_LINK_MS / 1_000,
  programKey: MOST_KEY_DAYS * DAY,
  once: ONCE_MS / 1_000,
  account: "never",
  log: "never",
  response: "never",
  bin: BIN_DAYS * DAY,
  export: EXPORT_MS / 1_000,
  program: logDays === undefined ? "operator" : logDays * DAY,
  changes: STREAM_SECONDS,
  backup: backupDays === undefined ? "operator" : backupDays * DAY,
});
